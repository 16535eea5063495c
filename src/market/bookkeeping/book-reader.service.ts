import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { notFound } from '../../shared/refusal.js';
import type { BookLine } from './book.js';
import { CreditNoteReader } from './credit-note-reader.service.js';
import { documentsOf, type MoneyDocument } from './documents.js';
import type { MoneyEvent } from './money-event.js';
import { MoneySources, type Place } from './money-sources.service.js';
import type { Period } from './period.js';
import { ReceiptReader } from './receipt-reader.service.js';
import { Vouchers } from './vouchers.service.js';

const MOST = 500;

export interface Opening {
  cashSatang: number;
  bankSatang: number;
}

/** Reads a seller's book and the papers that lie beside it. */
@Injectable()
export class BookReader {
  constructor(
    private readonly db: Database,
    private readonly sources: MoneySources,
    private readonly receipts: ReceiptReader,
    private readonly notes: CreditNoteReader,
    private readonly vouchers: Vouchers,
  ) {}

  /** The lines of a period, by day. */
  async lines(
    market: string,
    shopId: string,
    { from, to }: Period,
  ): Promise<Array<BookLine & { photoSha: string | null }>> {
    // SUBSTR takes "photo:" off; what it leaves of other papers is no photo's id.
    const rows = await this.db.sql<BookLine & { photoSha: string | null }>`SELECT l.*, m."sha" AS "photoSha"
      FROM "book_line" l LEFT JOIN "media" m ON m."id" = SUBSTR(l."documentId", 7)
      WHERE l."market" = ${market} AND l."shopId" = ${shopId} AND l."day" BETWEEN ${from} AND ${to}
      ORDER BY l."day", l."savedAt", l."id" LIMIT ${MOST}`;
    return rows.map(tidy);
  }

  async line(market: string, shopId: string, id: string): Promise<BookLine> {
    const [row] = await this.db.sql<BookLine>`SELECT * FROM "book_line"
      WHERE "id" = ${id} AND "market" = ${market} AND "shopId" = ${shopId}`;
    if (!row) throw notFound('books.line_not_found');
    return tidy(row);
  }

  async opening(shopId: string): Promise<Opening | null> {
    const [row] = await this.db.sql<Opening>`SELECT "cashSatang", "bankSatang" FROM "book_opening"
      WHERE "shopId" = ${shopId}`;
    return row ? { cashSatang: Number(row.cashSatang), bankSatang: Number(row.bankSatang) } : null;
  }

  events(place: Place, shopId: string): Promise<MoneyEvent[]> {
    return this.sources.events(place, shopId);
  }

  /** Every paper that there is by now, with the events that they prove. */
  async documents(place: Place, shopId: string): Promise<MoneyDocument[]> {
    const { market } = place;
    const [events, receipts, notes, vouchers] = await Promise.all([
      this.events(place, shopId),
      this.receipts.ofShop(market, shopId),
      this.notes.ofShop(market, shopId),
      this.vouchers.ofShop(market, shopId),
    ]);
    const stands = ({ status }: { status: string }) => status !== 'cancelled';
    return documentsOf(events, { receipts: receipts.filter(stands), notes: notes.filter(stands), vouchers });
  }

  /** Events that a line of the book tells of already. */
  async entered(market: string, shopId: string): Promise<Set<string>> {
    const rows = await this.db.sql<{ eventId: string }>`SELECT "eventId" FROM "book_line"
      WHERE "market" = ${market} AND "shopId" = ${shopId} AND "eventId" IS NOT NULL LIMIT 2000`;
    return new Set(rows.map(({ eventId }) => eventId));
  }
}

/** PostgreSQL answers bigint as text. */
const tidy = <L extends BookLine>(row: L): L => ({
  ...row,
  amountSatang: Number(row.amountSatang),
  vatSatang: Number(row.vatSatang),
});
