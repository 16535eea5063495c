import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { notFound } from '../../shared/refusal.js';
import { type Order, tidyOrder } from '../orders/order.js';
import type { Receipt, ReceiptLine } from './receipt.js';

const MOST = 300;

type Row = Omit<Receipt, 'lines'> & { lines: string };

/** Reads receipts. Who neither issued one nor got it does not find it. */
@Injectable()
export class ReceiptReader {
  constructor(private readonly db: Database) {}

  /** A shop's receipts, newest first. */
  async ofShop(market: string, shopId: string): Promise<Array<Receipt & { orderNumber: string }>> {
    const rows = await this.db.sql<Row & { orderNumber: string }>`SELECT r.*, o."number" AS "orderNumber"
      FROM "sales_receipt" r JOIN "market_order" o ON o."id" = r."orderId"
      WHERE r."market" = ${market} AND r."shopId" = ${shopId} ORDER BY r."issuedAt" DESC, r."number" DESC LIMIT ${MOST}`;
    return rows.map(tidy);
  }

  /** Paid orders for which no receipt stands, oldest first. */
  async missing(market: string, party: string): Promise<Order[]> {
    const rows = await this.db.sql<Order>`SELECT o.* FROM "market_order" o
      WHERE o."market" = ${market} AND o."sellerParty" = ${party} AND o."paymentStatus" IN ('captured', 'partially_refunded')
        AND NOT EXISTS (SELECT 1 FROM "sales_receipt" r WHERE r."orderId" = o."id" AND r."status" <> 'cancelled')
      ORDER BY o."placedAt", o."number" LIMIT ${MOST}`;
    return rows.map(tidyOrder);
  }

  async ofSeller(market: string, party: string, id: string): Promise<Receipt> {
    const [row] = await this.db.sql<Row>`SELECT r.* FROM "sales_receipt" r JOIN "shop" s ON s."id" = r."shopId"
      WHERE r."id" = ${id} AND r."market" = ${market} AND s."ownerParty" = ${party}`;
    if (!row) throw notFound('books.receipt_not_found');
    return tidy(row);
  }

  /** The one that a buyer was sent for her order. */
  async ofBuyer(market: string, party: string, orderId: string): Promise<Receipt> {
    const [row] = await this.db.sql<Row>`SELECT r.* FROM "sales_receipt" r JOIN "market_order" o ON o."id" = r."orderId"
      WHERE r."orderId" = ${orderId} AND r."market" = ${market} AND o."buyerParty" = ${party} AND r."status" = 'sent'`;
    if (!row) throw notFound('books.receipt_not_found');
    return tidy(row);
  }

  /** How many the shop has issued, cancelled ones too. */
  async count(shopId: string): Promise<number> {
    const [row] = await this.db.sql<{ n: string | number }>`SELECT COUNT(*) AS n FROM "sales_receipt"
      WHERE "shopId" = ${shopId}`;
    return Number(row?.n ?? 0);
  }
}

/** PostgreSQL answers bigint as text. */
const tidy = <R extends Row>(row: R): Omit<R, 'lines'> & { lines: ReceiptLine[] } => ({
  ...row,
  lines: JSON.parse(row.lines) as ReceiptLine[],
  totalSatang: Number(row.totalSatang),
  vatSatang: row.vatSatang === null ? null : Number(row.vatSatang),
});
