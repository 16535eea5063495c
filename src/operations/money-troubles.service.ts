import { Injectable } from '@nestjs/common';
import { sandboxOf } from '../market/sandboxes/generation.js';
import { Database } from '../platform/database/database.js';

/** A refund that the provider could not bring to its buyer. Satang. */
export interface FailedRefund {
  id: string;
  sandboxId: string;
  amountSatang: number;
  number: string | null;
}

/** What of the money of all open markets wants somebody: counts are cut at `MOST`. */
export interface MoneyTroubles {
  failedRefunds: number;
  /** The oldest of them. */
  oldest: FailedRefund[];
  /** Entries in which the last comparison of a market found the books to differ, and in how many markets. */
  differences: number;
  markets: number;
}

const MOST = 1000;
const SHOWN = 20;

/** Counts failed refunds and differing books, whoever's market it is. It only reads, and never the whole of a table. */
@Injectable()
export class MoneyTroublesReader {
  constructor(private readonly db: Database) {}

  async read(): Promise<MoneyTroubles> {
    const [failed, oldest, differing] = await Promise.all([this.failed(), this.oldest(), this.differing()]);
    const differences = differing.reduce((sum, { found }) => sum + Number(found), 0);
    return { failedRefunds: failed, oldest, differences, markets: differing.length };
  }

  /** In which open market this failed refund is; null where there is none. */
  async marketOf(refundId: string): Promise<string | null> {
    const [row] = await this.db.sql<{ id: string }>`SELECT s."id" FROM "refund" r
      JOIN "sandbox" s ON r."market" = s."id" || '.' || s."generation" AND s."closedAt" IS NULL
      WHERE r."id" = ${refundId} AND r."status" = 'failed'`;
    return row?.id ?? null;
  }

  private async failed(): Promise<number> {
    const rows = await this.db.sql`SELECT r."id" FROM "refund" r
      JOIN "sandbox" s ON r."market" = s."id" || '.' || s."generation" AND s."closedAt" IS NULL
      WHERE r."status" = 'failed' LIMIT ${MOST}`;
    return rows.length;
  }

  private async oldest(): Promise<FailedRefund[]> {
    const rows = await this.db.sql<{
      id: string;
      market: string;
      amountSatang: string | number;
      number: string | null;
    }>`
      SELECT r."id", r."market", r."amountSatang",
        (SELECT MIN(o."number") FROM "market_order" o WHERE o."groupId" = p."reference" AND o."market" = p."market") AS "number"
      FROM "refund" r JOIN "payment" p ON p."id" = r."paymentId"
      JOIN "sandbox" s ON r."market" = s."id" || '.' || s."generation" AND s."closedAt" IS NULL
      WHERE r."status" = 'failed' ORDER BY p."startedAt", r."id" LIMIT ${SHOWN}`;
    return rows.map(({ id, market, amountSatang, number }) => ({
      id,
      sandboxId: sandboxOf(market),
      amountSatang: Number(amountSatang),
      number,
    }));
  }

  /** Only the last comparison of a market counts: what an earlier one found may be settled since. */
  private differing(): Promise<Array<{ found: string | number }>> {
    return this.db.sql<{ found: string | number }>`SELECT r."found" FROM "reconciliation" r
      JOIN "sandbox" s ON r."market" = s."id" || '.' || s."generation" AND s."closedAt" IS NULL
      WHERE r."found" > 0 AND NOT EXISTS (SELECT 1 FROM "reconciliation" l WHERE l."market" = r."market"
        AND l."status" = 'done' AND (l."at" > r."at" OR (l."at" = r."at" AND l."id" > r."id")))
      ORDER BY r."at" DESC LIMIT ${MOST}`;
  }
}
