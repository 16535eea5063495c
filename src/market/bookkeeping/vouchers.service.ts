import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { conflict, notFound } from '../../shared/refusal.js';
import { Acts } from '../sandboxes/acts.service.js';
import { Shops } from '../shops/shops.service.js';
import { MoneySources } from './money-sources.service.js';
import { paperNumber } from './receipt.js';
import type { Voucher } from './voucher.js';

const MOST = 300;

/** Vouchers for money that went out without a receipt: their verb and their reads. */
@Injectable()
export class Vouchers {
  constructor(
    private readonly db: Database,
    private readonly acts: Acts,
    private readonly shops: Shops,
    private readonly sources: MoneySources,
  ) {}

  /** For what is known to have gone out unproven; a line of the book that told of it has its paper from now on. */
  write = this.acts.verb(
    'voucher.write',
    async (act, { paperKey, payee, reason }: { paperKey: string } & Pick<Voucher, 'payee' | 'reason'>) => {
      const shop = await this.shops.own(act.market, act.party);
      if (!shop) throw conflict('shops.missing_profile');
      const events = await this.sources.events(await this.sources.place(act), shop.id);
      const event = events.find(({ id, isUnproven }) => id === `paper:${paperKey}` && isUnproven);
      if (!event) throw notFound('books.memo_not_found');
      const id = act.nextId('vch');
      const number = paperNumber('RV', (await this.ofShop(act.market, shop.id)).length, act.now);
      const { id: eventId, amountSatang, day } = event;
      const [kept] = await this.db
        .sql`INSERT INTO "expense_voucher" ("id", "market", "shopId", "eventId", "number", "payee",
          "reason", "amountSatang", "day", "writtenAt")
        VALUES (${id}, ${act.market}, ${shop.id}, ${eventId}, ${number}, ${payee}, ${reason}, ${amountSatang}, ${day}, ${act.now})
        ON CONFLICT ("shopId", "eventId") DO NOTHING RETURNING "id"`;
      if (!kept) throw conflict('books.voucher_once');
      await this.db.sql`UPDATE "book_line" SET "documentId" = ${`voucher:${id}`}
        WHERE "market" = ${act.market} AND "shopId" = ${shop.id} AND "eventId" = ${eventId} AND "documentId" IS NULL`;
      act.record('voucher.written', id, { eventId, number, amountSatang });
      return id;
    },
  );

  /** In the order in which they were written. */
  async ofShop(market: string, shopId: string): Promise<Voucher[]> {
    const rows = await this.db.sql<Voucher>`SELECT "id", "eventId", "number", "payee", "reason", "amountSatang", "day"
      FROM "expense_voucher" WHERE "market" = ${market} AND "shopId" = ${shopId} ORDER BY "number" LIMIT ${MOST}`;
    return rows.map((row) => ({ ...row, amountSatang: Number(row.amountSatang) }));
  }

  async ofSeller(market: string, party: string, id: string): Promise<Voucher> {
    const shop = await this.shops.own(market, party);
    const mine = shop ? await this.ofShop(market, shop.id) : [];
    const voucher = mine.find((one) => one.id === id);
    if (!voucher) throw notFound('books.voucher_not_found');
    return voucher;
  }
}
