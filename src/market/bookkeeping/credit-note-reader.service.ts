import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { notFound } from '../../shared/refusal.js';
import type { CreditNote } from './credit-note.js';
import { taxableOfRefund } from './money-event.js';
import { MoneySources } from './money-sources.service.js';
import type { VatStanding } from './vat-standing.js';

const MOST = 300;

/** A refund of a sale whose receipt its buyer has. Satang. */
export interface NotableRefund {
  /** `refund:…`, as in the envelope; `key` is what stands behind the colon. */
  refundId: string;
  key: string;
  receiptId: string;
  receiptNumber: string;
  orderId: string;
  number: string;
  amountSatang: number;
  /** The part of it that had VAT in it. */
  taxableSatang: number;
  at: string;
}

/** Reads credit notes. Who neither issued one nor got it does not find it. */
@Injectable()
export class CreditNoteReader {
  constructor(
    private readonly db: Database,
    private readonly sources: MoneySources,
  ) {}

  /** A shop's notes, newest first. */
  async ofShop(market: string, shopId: string): Promise<CreditNote[]> {
    const rows = await this.db.sql<CreditNote>`SELECT * FROM "credit_note"
      WHERE "market" = ${market} AND "shopId" = ${shopId} ORDER BY "issuedAt" DESC, "number" DESC LIMIT ${MOST}`;
    return rows.map(tidy);
  }

  /** Refunds of sales with a receipt that was sent and stands, oldest first. */
  async notable(market: string, shopId: string, vat: VatStanding): Promise<NotableRefund[]> {
    const refunds = await this.sources.refunds(market, shopId, vat);
    const receipts = await this.db.sql<{ id: string; number: string; orderId: string }>`
      SELECT "id", "number", "orderId" FROM "sales_receipt"
      WHERE "market" = ${market} AND "shopId" = ${shopId} AND "status" = 'sent'`;
    const receiptOf = new Map(receipts.map((receipt) => [receipt.orderId, receipt]));
    return refunds.flatMap(({ id, orderId, number, amountSatang, at, of }) => {
      const receipt = receiptOf.get(orderId);
      if (!receipt || amountSatang === 0) return [];
      return [
        {
          ...{
            refundId: `refund:${id}`,
            key: id,
            receiptId: receipt.id,
            receiptNumber: receipt.number,
            orderId,
            number,
          },
          ...{ amountSatang, taxableSatang: taxableOfRefund(amountSatang, of), at },
        },
      ];
    });
  }

  /** Those of them for which no note stands. */
  async missing(market: string, shopId: string, vat: VatStanding): Promise<NotableRefund[]> {
    const [refunds, notes] = await Promise.all([this.notable(market, shopId, vat), this.ofShop(market, shopId)]);
    const standing = new Set(notes.filter(({ status }) => status !== 'cancelled').map(({ refundId }) => refundId));
    return refunds.filter(({ refundId }) => !standing.has(refundId));
  }

  async ofSeller(market: string, party: string, id: string): Promise<CreditNote> {
    const [row] = await this.db.sql<CreditNote>`SELECT n.* FROM "credit_note" n JOIN "shop" s ON s."id" = n."shopId"
      WHERE n."id" = ${id} AND n."market" = ${market} AND s."ownerParty" = ${party}`;
    if (!row) throw notFound('books.note_not_found');
    return tidy(row);
  }

  /** Those that a buyer was sent for an order, oldest first. */
  async ofBuyer(market: string, party: string, orderId: string): Promise<CreditNote[]> {
    const rows = await this.db
      .sql<CreditNote>`SELECT n.* FROM "credit_note" n JOIN "market_order" o ON o."id" = n."orderId"
      WHERE n."orderId" = ${orderId} AND n."market" = ${market} AND o."buyerParty" = ${party} AND n."status" = 'sent'
      ORDER BY n."number"`;
    return rows.map(tidy);
  }

  /** What the other notes of the same receipt that were issued before one have given back already. Satang. */
  async before({ id, receiptId, number }: CreditNote): Promise<number> {
    const [row] = await this.db.sql<{
      sum: string | number | null;
    }>`SELECT SUM("amountSatang") AS "sum" FROM "credit_note"
      WHERE "receiptId" = ${receiptId} AND "id" <> ${id} AND "number" < ${number} AND "status" <> 'cancelled'`;
    return Number(row?.sum ?? 0);
  }
}

/** PostgreSQL answers bigint as text. */
const tidy = (row: CreditNote): CreditNote => ({
  ...row,
  amountSatang: Number(row.amountSatang),
  vatSatang: row.vatSatang === null ? null : Number(row.vatSatang),
});
