import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { list } from '../../platform/database/sql.js';
import { nextMorning } from '../../shared/clock.js';
import type { Act } from '../sandboxes/act.js';
import { Acts } from '../sandboxes/acts.service.js';
import { generationId } from '../sandboxes/generation.js';
import type { Sandbox } from '../sandboxes/sandbox.entity.js';
import { BalanceBooks } from './balance-books.service.js';
import { type Difference, differences, wanting } from './differences.js';

/** What a comparison found. `null` differences: the provider did not answer. */
export interface Compared {
  checked: number;
  differences: Difference[] | null;
}

export interface FoundDifference extends Difference {
  orderNumber: string | null;
}

/** The last comparison of a market. */
export interface Reconciled {
  status: 'done' | 'unreachable';
  checked: number;
  at: string;
  found: FoundDifference[];
}

const NIGHT = 2;
const MOST = 200;

/** Compares our ledger with the provider's balance transactions, each night after money moved, and when somebody asks. */
@Injectable()
export class Reconciliation {
  constructor(
    private readonly db: Database,
    private readonly acts: Acts,
    private readonly books: BalanceBooks,
  ) {}

  /** Keeps what a comparison found, as rows for whoever looks after the market's money. `night`: the one it was due in. */
  note = this.acts.verb('money.reconciled', async (act, input: Compared & { night: string | null }): Promise<void> => {
    const { checked, differences: found, night } = input;
    const status = found ? 'done' : 'unreachable';
    const count = wanting(found ?? []).length;
    const runId = await this.runOf(act, night);
    await this.db.sql`UPDATE "reconciliation" SET "status" = ${status}, "checked" = ${checked}, "found" = ${count},
      "at" = ${act.now} WHERE "id" = ${runId}`;
    const numbers = await this.numbersOf(act.market, found ?? []);
    for (const [position, one] of (found ?? []).slice(0, MOST).entries())
      await this.db
        .sql`INSERT INTO "reconciliation_difference" ("runId", "position", "market", "kind", "key", "oursSatang",
          "theirsSatang", "orderNumber")
        VALUES (${runId}, ${position}, ${act.market}, ${one.kind}, ${one.key}, ${one.oursSatang}, ${one.theirsSatang},
          ${numbers.get(one.key) ?? null})`;
    act.record('money.reconciled', null, { status, checked, found: count });
  });

  /** Asks the provider: never inside a transaction. Throws where it does not answer. */
  async compare(sandbox: Sandbox): Promise<Compared & { differences: Difference[] }> {
    const market = generationId(sandbox.id, sandbox.generation);
    const theirs = await this.books.theirs(sandbox, market);
    const ours = await this.books.ours(market);
    return {
      checked: new Set([...ours, ...theirs].map(({ key }) => key)).size,
      differences: differences(ours, theirs),
    };
  }

  /** Money moved at the provider: the coming night the books are compared. Asked for again and again it is done once. */
  async dueTonight(act: Act): Promise<void> {
    const night = nextMorning(act.now, NIGHT);
    const isNew = await this.db.sql`INSERT INTO "reconciliation" ("id", "market", "night", "status", "at")
      VALUES (${act.nextId('rec')}, ${act.market}, ${night}, 'due', ${act.now}) ON CONFLICT DO NOTHING RETURNING "id"`;
    if (isNew.length === 1) await act.later(night, 'money.reconcile', { night: night.toISOString() });
  }

  /** Ids of the open markets whose money passed through the provider. */
  async withMoney(): Promise<string[]> {
    const rows = await this.db.sql<{ id: string }>`SELECT s."id" FROM "sandbox" s WHERE s."closedAt" IS NULL
      AND EXISTS (SELECT 1 FROM "ledger_transaction" t WHERE t."market" = s."id" || '.' || s."generation" AND t."kind" = 'provider_fee')
      ORDER BY s."id"`;
    return rows.map(({ id }) => id);
  }

  async last(market: string): Promise<Reconciled | null> {
    const [run] = await this.db.sql<{ id: string; status: Reconciled['status']; checked: number; at: string }>`
      SELECT "id", "status", "checked", "at" FROM "reconciliation" WHERE "market" = ${market} AND "status" <> 'due'
      ORDER BY "at" DESC, "id" DESC LIMIT 1`;
    if (!run) return null;
    const rows = await this.db.sql<FoundDifference>`SELECT "kind", "key", "oursSatang", "theirsSatang", "orderNumber"
      FROM "reconciliation_difference" WHERE "runId" = ${run.id} ORDER BY "position"`;
    return { ...run, checked: Number(run.checked), found: rows.map(tidy) };
  }

  /** Refunds that the provider could not bring to the buyer, oldest first: the market owes them. */
  async failedRefunds(market: string): Promise<Array<{ id: string; amountSatang: number; number: string | null }>> {
    const rows = await this.db.sql<{ id: string; amountSatang: string | number; number: string | null }>`
      SELECT r."id", r."amountSatang", MIN(o."number") AS "number" FROM "refund" r JOIN "payment" p ON p."id" = r."paymentId"
      LEFT JOIN "market_order" o ON o."groupId" = p."reference" AND o."market" = p."market"
      WHERE r."market" = ${market} AND r."status" = 'failed' GROUP BY r."id", r."amountSatang" ORDER BY r."id" LIMIT ${MOST}`;
    return rows.map((row) => ({ ...row, amountSatang: Number(row.amountSatang) }));
  }

  /** The run of a night, or a new one for somebody who asks by day. */
  private async runOf(act: Act, night: string | null): Promise<string> {
    const [due] = await this.db.sql<{ id: string }>`SELECT "id" FROM "reconciliation"
      WHERE "market" = ${act.market} AND "night" = ${night} AND "status" = 'due'`;
    if (due) return due.id;
    const id = act.nextId('rec');
    await this.db.sql`INSERT INTO "reconciliation" ("id", "market", "night", "status", "at")
      VALUES (${id}, ${act.market}, ${null}, 'due', ${act.now})`;
    return id;
  }

  /** Which order each key is about, where we know. */
  private async numbersOf(market: string, found: readonly Difference[]): Promise<Map<string, string>> {
    const keys = list(found.slice(0, MOST).map(({ key }) => key));
    const rows = await this.db.sql<{ key: string; number: string }>`
      SELECT p."providerIntentId" AS "key", MIN(o."number") AS "number" FROM "payment" p
      JOIN "market_order" o ON o."groupId" = p."reference" AND o."market" = p."market"
      WHERE p."market" = ${market} AND p."providerIntentId" IN ${keys} GROUP BY p."providerIntentId"
      UNION ALL
      SELECT d."providerDisputeId", MIN(o."number") FROM "dispute" d JOIN "payment" p ON p."id" = d."paymentId"
      JOIN "market_order" o ON o."groupId" = p."reference" AND o."market" = p."market"
      WHERE d."market" = ${market} AND d."providerDisputeId" IN ${keys} GROUP BY d."providerDisputeId"
      UNION ALL
      SELECT r."providerRefundId", MIN(o."number") FROM "refund" r JOIN "payment" p ON p."id" = r."paymentId"
      JOIN "market_order" o ON o."groupId" = p."reference" AND o."market" = p."market"
      WHERE r."market" = ${market} AND r."providerRefundId" IN ${keys} GROUP BY r."providerRefundId"`;
    return new Map(rows.map(({ key, number }) => [key, number]));
  }
}

const amount = (satang: number | string | null): number | null => (satang === null ? null : Number(satang));
const tidy = (row: FoundDifference): FoundDifference => ({
  ...row,
  oursSatang: amount(row.oursSatang),
  theirsSatang: amount(row.theirsSatang),
});
