import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { Act } from '../sandboxes/act.js';
import { countedBack, type OrderPart } from './money-postings.js';
import type { Account, Posting, PostingKind } from './posting.js';
import { turnover, withoutNothing } from './posting.js';

/** Double entry of one market generation. Lines are added, never changed; a shop's line is put on its payout's statement once. */
@Injectable()
export class Ledger {
  constructor(private readonly db: Database) {}

  /** Posts as part of the caller's act. Throws where the lines do not sum to zero; a posting that moves nothing is none and answers null. */
  async post(act: Act, { kind, objectId, lines: all }: Posting): Promise<string | null> {
    const lines = withoutNothing(all);
    if (lines.length === 0) return null;
    const moved = turnover(lines);
    const id = act.nextId('ldt');
    await this.db
      .sql`INSERT INTO "ledger_transaction" ("id", "market", "kind", "objectId", "cameSatang", "leftSatang", "at")
      VALUES (${id}, ${act.market}, ${kind}, ${objectId}, ${moved}, ${moved}, ${act.now})`;
    for (const [position, line] of lines.entries())
      await this.db
        .sql`INSERT INTO "ledger_line" ("transactionId", "position", "market", "account", "what", "amountSatang",
          "shopId", "orderId", "payoutId")
        VALUES (${id}, ${position}, ${act.market}, ${line.account}, ${line.what}, ${line.amountSatang}, ${line.shopId ?? null},
          ${line.orderId ?? null}, ${line.payoutId ?? null})`;
    act.record('ledger.posted', objectId, { kind, lines: lines.map((line) => ({ ...line })) });
    return id;
  }

  /** Satang that an account holds for one order. */
  async ofOrder(market: string, account: Account, orderId: string): Promise<number> {
    const [row] = await this.db.sql<{
      sum: string | number | null;
    }>`SELECT SUM("amountSatang") AS "sum" FROM "ledger_line"
      WHERE "market" = ${market} AND "orderId" = ${orderId} AND "account" = ${account}`;
    return Number(row?.sum ?? 0);
  }

  /** What of an order has gone back to its buyer, as far as it was the order's price. */
  async backOf(market: string, order: OrderPart): Promise<number> {
    const [row] = await this.db.sql<{ back: string | number | null; transferred: string | number | null }>`
      SELECT SUM(CASE WHEN "account" = 'buyer' THEN "amountSatang" ELSE 0 END) AS "back",
        SUM(CASE WHEN "account" = 'bank' AND "what" = 'payment' THEN "amountSatang" ELSE 0 END) AS "transferred"
      FROM "ledger_line" WHERE "market" = ${market} AND "orderId" = ${order.id}`;
    return countedBack(order, Number(row?.transferred ?? 0), Number(row?.back ?? 0));
  }

  /** Satang of each account in the whole market; an account that nothing touched is not there. Together they are zero. */
  async balances(market: string): Promise<Partial<Record<Account, number>>> {
    const rows = await this.db.sql<{ account: Account; sum: string | number }>`
      SELECT "account", SUM("amountSatang") AS "sum" FROM "ledger_line" WHERE "market" = ${market} GROUP BY "account"`;
    return Object.fromEntries(rows.map(({ account, sum }) => [account, Number(sum)]));
  }

  /** What a dispute took of each order, and by null what concerned none. Satang. */
  async disputed(market: string, disputeId: string): Promise<Map<string | null, number>> {
    const rows = await this.db.sql<{ orderId: string | null; sum: string | number }>`
      SELECT l."orderId", SUM(l."amountSatang") AS "sum" FROM "ledger_line" l
      JOIN "ledger_transaction" t ON t."id" = l."transactionId"
      WHERE t."market" = ${market} AND t."objectId" = ${disputeId} AND t."kind" = 'disputed' AND l."account" = 'buyer'
      GROUP BY l."orderId" ORDER BY l."orderId"`;
    return new Map(rows.map(({ orderId, sum }) => [orderId, Number(sum)]));
  }

  /** Whether this payment's money was taken for orders, and not for nobody. */
  async paid(market: string, paymentId: string): Promise<boolean> {
    const rows = await this.db.sql`SELECT l."orderId" FROM "ledger_line" l
      JOIN "ledger_transaction" t ON t."id" = l."transactionId"
      WHERE t."market" = ${market} AND t."objectId" = ${paymentId} AND t."kind" = 'received' AND l."orderId" IS NOT NULL LIMIT 1`;
    return rows.length > 0;
  }

  /** Whether this has happened to this object. */
  async has(market: string, kind: PostingKind, objectId: string): Promise<boolean> {
    const rows = await this.db.sql`SELECT "id" FROM "ledger_transaction"
      WHERE "market" = ${market} AND "objectId" = ${objectId} AND "kind" = ${kind} LIMIT 1`;
    return rows.length > 0;
  }
}
