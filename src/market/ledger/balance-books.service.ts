import { Injectable } from '@nestjs/common';
import type Stripe from 'stripe';
import { Database } from '../../platform/database/database.js';
import { list } from '../../platform/database/sql.js';
import { AT_PROVIDER } from '../payments/payment.js';
import { ProviderClient } from '../payments/provider-client.service.js';
import type { Sandbox } from '../sandboxes/sandbox.entity.js';
import type { Booked } from './differences.js';

/** The provider's payouts are between it and the market's own bank. */
const ITS_PAYOUTS = ['payout', 'payout_cancel', 'payout_failure', 'payout_minimum_balance_hold'];
const MOST = 10_000;

interface OurRow {
  key: string;
  amount: string | number;
  fee: string | number;
  isBack: string | number;
  isOlder: string | number;
}

interface Entry extends Booked {
  intentId: string | null;
}

/** The two books of one market's money at the provider: its balance transactions, and what our ledger has of them. */
@Injectable()
export class BalanceBooks {
  constructor(
    private readonly db: Database,
    private readonly provider: ProviderClient,
  ) {}

  /** Payments, refunds and disputes at the provider as the ledger has them, and what moved before there was one. */
  async ours(market: string): Promise<Booked[]> {
    const rows = await this.db.sql<OurRow>`
      SELECT p."providerIntentId" AS "key", t."cameSatang" AS "amount", COALESCE(f."cameSatang", 0) AS "fee", 0 AS "isBack",
        0 AS "isOlder"
      FROM "payment" p
      JOIN "ledger_transaction" t ON t."market" = p."market" AND t."objectId" = p."id" AND t."kind" = 'received'
      LEFT JOIN "ledger_transaction" f ON f."market" = p."market" AND f."objectId" = p."id" AND f."kind" = 'provider_fee'
      WHERE p."market" = ${market} AND p."method" IN ${list(AT_PROVIDER)}
      UNION ALL
      SELECT r."providerRefundId", CASE WHEN r."status" = 'done' THEN r."amountSatang" ELSE 0 END,
        COALESCE((SELECT SUM(f."cameSatang") FROM "ledger_transaction" f
          WHERE f."market" = r."market" AND f."objectId" = r."id" AND f."kind" = 'refund_fee'), 0), 1, r."beforeLedger"
      FROM "refund" r JOIN "payment" p ON p."id" = r."paymentId" AND p."method" IN ${list(AT_PROVIDER)}
      WHERE r."market" = ${market} AND r."providerRefundId" IS NOT NULL AND r."status" IN ('done', 'failed', 'by_hand')
      UNION ALL
      SELECT p."providerIntentId", p."amountSatang", 0, 0, 1 FROM "payment" p
      WHERE p."market" = ${market} AND p."beforeLedger" = 1 AND p."providerIntentId" IS NOT NULL
      UNION ALL
      SELECT d."providerDisputeId", CASE WHEN d."status" = 'won' THEN 0 ELSE d."amountSatang" END,
        CASE WHEN d."status" = 'won' THEN 0 ELSE d."feeSatang" + d."vatSatang" END, 1, 0
      FROM "dispute" d WHERE d."market" = ${market} AND d."status" IN ('withdrawn', 'won', 'lost')`;
    return rows.map(bookedOf);
  }

  /** The provider's own entries of this generation; those of a market that began anew, or of another market, are not its. */
  async theirs(sandbox: Sandbox, market: string): Promise<Booked[]> {
    const entries: Entry[] = [];
    const all = this.provider.for(sandbox).balanceTransactions.list({ limit: 100, expand: ['data.source'] });
    for await (const booked of all) {
      if (!ITS_PAYOUTS.includes(booked.type)) entries.push(entryOf(booked));
      if (entries.length >= MOST) break;
    }
    const others = await this.ofOthers(
      market,
      entries.flatMap(({ intentId }) => intentId ?? []),
    );
    const underWay = await this.underWay(market);
    return entries.filter(({ key, intentId }) => !underWay.has(key) && (!intentId || !others.has(intentId)));
  }

  /** Refunds that the provider has begun and not ended: our ledger counts them when they have arrived. */
  private async underWay(market: string): Promise<Set<string>> {
    const rows = await this.db.sql<{ id: string }>`SELECT "providerRefundId" AS "id" FROM "refund"
      WHERE "market" = ${market} AND "status" = 'sent' AND "providerRefundId" IS NOT NULL`;
    return new Set(rows.map(({ id }) => id));
  }

  private async ofOthers(market: string, intentIds: readonly string[]): Promise<Set<string>> {
    const others = new Set<string>();
    for (let at = 0; at < intentIds.length; at += 500) {
      const some = intentIds.slice(at, at + 500);
      const rows = await this.db.sql<{ id: string }>`SELECT "providerIntentId" AS "id" FROM "payment"
        WHERE "providerIntentId" IN ${list(some)} AND "market" <> ${market}`;
      for (const { id } of rows) others.add(id);
    }
    return others;
  }
}

const bookedOf = ({ key, amount, fee, isBack, isOlder }: OurRow): Booked => ({
  key,
  amountSatang: Number(isBack) ? -Number(amount) : Number(amount),
  feeSatang: Number(fee),
  ...(Number(isOlder) && { sort: 'older' as const }),
});

const idOf = (thing: string | { id: string } | null | undefined): string | null =>
  typeof thing === 'string' ? thing : (thing?.id ?? null);

/** A payment goes by its intent, whatever charge it ended in; everything else by its own source. */
function entryOf({ id, amount, fee, source }: Stripe.BalanceTransaction): Entry {
  const of = typeof source === 'string' || !source ? null : (source as { object?: string; payment_intent?: unknown });
  const intentId = idOf(of?.payment_intent as string | { id: string } | null | undefined);
  const key = of?.object === 'charge' && intentId ? intentId : (idOf(source) ?? id);
  return { key, intentId, amountSatang: amount, feeSatang: fee, ...(of?.object === 'dispute' && { sort: 'dispute' }) };
}
