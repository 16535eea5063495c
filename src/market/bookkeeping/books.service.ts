import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { conflict, invalid } from '../../shared/refusal.js';
import { Media, type StoredPhoto } from '../media/media.service.js';
import type { Act } from '../sandboxes/act.js';
import { Acts } from '../sandboxes/acts.service.js';
import type { Shop } from '../shops/shop.js';
import { Shops } from '../shops/shops.service.js';
import type { BookLine } from './book.js';
import type { LineInput } from './book-input.js';
import { BookReader, type Opening } from './book-reader.service.js';
import { MoneyAnswers } from './money-answers.service.js';
import { MoneySources } from './money-sources.service.js';

/** The verbs by which a seller keeps her book. */
@Injectable()
export class Books {
  constructor(
    private readonly db: Database,
    private readonly acts: Acts,
    private readonly shops: Shops,
    private readonly media: Media,
    private readonly reader: BookReader,
    private readonly sources: MoneySources,
    private readonly answers: MoneyAnswers,
  ) {}

  /** What lay in the till and in the account before the first day. */
  open = this.acts.verb('book.open', async (act, { cashSatang, bankSatang }: Opening) => {
    const shop = await this.ownShop(act);
    await this.db.sql`INSERT INTO "book_opening" ("shopId", "market", "cashSatang", "bankSatang", "savedAt")
      VALUES (${shop.id}, ${act.market}, ${cashSatang}, ${bankSatang}, ${act.now})
      ON CONFLICT ("shopId") DO UPDATE SET "cashSatang" = excluded."cashSatang", "bankSatang" = excluded."bankSatang",
        "savedAt" = excluded."savedAt"`;
    act.record('book.opened', shop.id, { cashSatang, bankSatang });
  });

  /** A new line, or an old one with other words; the log keeps what it said before. */
  save = this.acts.verb(
    'book.save',
    async (act, input: LineInput & { lineId: string | null; photo: StoredPhoto | null }) => {
      const shop = await this.ownShop(act);
      // Acts of before there was VAT in the book say nothing of it.
      const vatSatang = input.vatSatang ?? 0;
      if (vatSatang > 0) assertHasVat(act, input);
      const before = input.lineId ? await this.reader.line(act.market, shop.id, input.lineId) : null;
      const id = before?.id ?? act.nextId('bkl');
      const { documentId, eventId } = keepsPaper(before, input) ?? (await this.proof(act, shop, input));
      const { day, kind, category, amountSatang, note } = input;
      await this.db
        .sql`INSERT INTO "book_line" ("id", "market", "shopId", "day", "kind", "category", "amountSatang", "vatSatang",
          "note", "documentId", "eventId", "savedAt")
        VALUES (${id}, ${act.market}, ${shop.id}, ${day}, ${kind}, ${category}, ${amountSatang}, ${vatSatang}, ${note},
          ${documentId}, ${eventId}, ${act.now})
        ON CONFLICT ("id") DO UPDATE SET "day" = excluded."day", "kind" = excluded."kind", "category" = excluded."category",
          "amountSatang" = excluded."amountSatang", "vatSatang" = excluded."vatSatang", "note" = excluded."note", "documentId" = excluded."documentId",
          "eventId" = excluded."eventId", "savedAt" = excluded."savedAt"`;
      const vat = vatSatang > 0 ? { vatSatang } : {};
      act.record('book_line.saved', id, { day, kind, category, amountSatang, ...vat, documentId, eventId });
      return id;
    },
  );

  strike = this.acts.verb('book.strike', async (act, { lineId }: { lineId: string }) => {
    const shop = await this.ownShop(act);
    const { id, eventId } = await this.reader.line(act.market, shop.id, lineId);
    await this.db.sql`DELETE FROM "book_line" WHERE "id" = ${id}`;
    act.record('book_line.struck', id, { eventId });
  });

  /** What she says the period brought; a loss is negative. */
  submitProfit = this.acts.verb(
    'profit.submit',
    async (act, input: { from: string; to: string; profitSatang: number }) => {
      const shop = await this.ownShop(act);
      const { from, to, profitSatang } = input;
      await this.answers.keep(act, shop.id, 'profit', { about: from, amountSatang: profitSatang });
      act.record('profit.submitted', from, { from, to, profitSatang });
    },
  );

  /** Which paper proves a line: one that lies ready for this shop, or a photo of her own. */
  private async proof(
    act: Act,
    shop: Shop,
    { documentId, photo }: { documentId: string | null; photo: StoredPhoto | null },
  ): Promise<{ documentId: string | null; eventId: string | null }> {
    if (photo) return { documentId: `photo:${await this.media.add(act, photo)}`, eventId: null };
    if (!documentId) return { documentId: null, eventId: null };
    const papers = await this.reader.documents(await this.sources.place(act), shop.id);
    const paper = papers.find(({ id }) => id === documentId);
    if (!paper) throw invalid([{ field: 'document', key: 'books.document_unknown' }]);
    return { documentId: paper.kind === 'memo' ? null : paper.id, eventId: paper.eventId };
  }

  private async ownShop(act: Act): Promise<Shop> {
    const shop = await this.shops.own(act.market, act.party);
    if (!shop) throw conflict('shops.missing_profile');
    return shop;
  }
}

/** Only a shop that is registered has VAT to pass on, and what the household does is no business of the shop's. */
function assertHasVat(act: Act, { kind }: LineInput): void {
  if (!act.setup.books?.vatNumber) throw invalid([{ field: 'vat', key: 'books.vat_not_registered_line' }]);
  if (kind === 'drawing' || kind === 'contribution') throw invalid([{ field: 'vat', key: 'books.vat_household' }]);
}

/** A line that is mended keeps the paper that it had, also one that has been cancelled since. */
function keepsPaper(
  before: BookLine | null,
  { documentId, photo }: { documentId: string | null; photo: StoredPhoto | null },
): Pick<BookLine, 'documentId' | 'eventId'> | null {
  return before?.documentId && before.documentId === documentId && !photo ? before : null;
}
