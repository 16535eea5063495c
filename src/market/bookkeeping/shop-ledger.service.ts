import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { notFound } from '../../shared/refusal.js';
import { nextPayday } from '../ledger/payday.js';
import { type Payout, tidyPayout } from '../ledger/payout.js';
import type { LineKind } from '../ledger/posting.js';
import { methodFee } from '../rule-sets/fees.js';
import { type MoneyRules, moneyRulesOf } from '../rule-sets/money-rules.js';
import type { MarketSetup } from '../sandboxes/market-setup.js';
import type { CodParcel } from './cod.js';
import type { OpenSale, PayingOut } from './forecast.js';
import { netOf } from './statement.js';

const MOST_PAYOUTS = 60;
const MOST_LINES = 600;
const MOST_ORDERS = 300;

export interface PayoutLine {
  what: LineKind;
  amountSatang: number;
  orderId: string | null;
  number: string | null;
}

/** Reads of the ledger what one shop gets: its payouts, their statements, what is still on its way. */
@Injectable()
export class ShopLedger {
  constructor(private readonly db: Database) {}

  /** Newest first, the one that is still being gathered among them. */
  async payouts(market: string, shopId: string): Promise<Payout[]> {
    const rows = await this.db.sql<Payout>`SELECT * FROM "shop_payout"
      WHERE "market" = ${market} AND "shopId" = ${shopId} ORDER BY "payday" DESC LIMIT ${MOST_PAYOUTS}`;
    return rows.map(tidyPayout);
  }

  async payout(market: string, shopId: string, id: string): Promise<Payout> {
    const [row] = await this.db.sql<Payout>`SELECT * FROM "shop_payout"
      WHERE "id" = ${id} AND "market" = ${market} AND "shopId" = ${shopId}`;
    if (!row) throw notFound('books.payout_not_found');
    return tidyPayout(row);
  }

  /** A payout's lines by order, in the order in which they were posted. */
  async lines(payoutId: string): Promise<PayoutLine[]> {
    const rows = await this.db.sql<PayoutLine>`SELECT l."what", l."amountSatang", l."orderId", o."number"
      FROM "ledger_line" l JOIN "ledger_transaction" t ON t."id" = l."transactionId"
      LEFT JOIN "market_order" o ON o."id" = l."orderId"
      WHERE l."payoutId" = ${payoutId} ORDER BY o."number", t."at", l."transactionId", l."position" LIMIT ${MOST_LINES}`;
    return rows.map((row) => ({ ...row, amountSatang: Number(row.amountSatang) }));
  }

  /** Parcels that a carrier collects or has collected money for, oldest first. */
  async parcels(market: string, shopId: string): Promise<CodParcel[]> {
    const rows = await this.db.sql<CodParcel>`SELECT o."id" AS "orderId", o."number", o."totalSatang" AS "amountSatang",
        o."paidAt" AS "collectedAt"
      FROM "market_order" o JOIN "payment" p ON p."market" = o."market" AND p."reference" = o."groupId" AND p."method" = 'cod'
      WHERE o."market" = ${market} AND o."shopId" = ${shopId}
        AND (o."paymentStatus" = 'on_delivery' OR (o."paidAt" IS NOT NULL AND p."status" <> 'failed'))
      ORDER BY o."placedAt", o."number" LIMIT ${MOST_ORDERS}`;
    return rows.map((row) => ({ ...row, amountSatang: Number(row.amountSatang) }));
  }

  /**
   * Sales whose money somebody else still holds, with what is left for the shop of each. A sale that the market has charged for already is
   * one of which the courier left a part out: that part is whole.
   */
  async openSales(market: string, shopId: string, rules: MoneyRules): Promise<OpenSale[]> {
    const rows = await this.db.sql<
      Record<'number' | 'deliveredAt' | 'escrow' | 'courier' | 'shop' | 'fees' | 'charged', string>
    >`
      SELECT o."number", o."deliveredAt", o."commissionSatang" + o."commissionVatSatang" AS "fees",
        SUM(CASE WHEN l."account" = 'escrow' THEN l."amountSatang" ELSE 0 END) AS "escrow",
        SUM(CASE WHEN l."account" = 'courier' THEN l."amountSatang" ELSE 0 END) AS "courier",
        SUM(CASE WHEN l."account" = 'shop' AND l."payoutId" IS NULL THEN l."amountSatang" ELSE 0 END) AS "shop",
        SUM(CASE WHEN l."account" = 'shop' AND l."what" = 'commission' THEN 1 ELSE 0 END) AS "charged"
      FROM "ledger_line" l JOIN "market_order" o ON o."id" = l."orderId"
      WHERE l."market" = ${market} AND o."shopId" = ${shopId} AND l."account" IN ('escrow', 'courier', 'shop')
      GROUP BY o."id", o."number", o."deliveredAt", o."commissionSatang", o."commissionVatSatang"
      ORDER BY o."number" LIMIT ${MOST_ORDERS}`;
    return rows
      .map(({ number, deliveredAt, escrow, courier, shop, fees, charged }) => ({
        held: Number(escrow) + Number(courier),
        sale: {
          number,
          deliveredAt: deliveredAt || null,
          isCod: Number(courier) > 0,
          netSatang:
            Number(escrow) +
            Number(courier) +
            Number(shop) -
            (Number(charged) > 0 ? 0 : Number(fees) + courierFee(rules, Number(courier))),
        },
      }))
      .filter(({ held }) => held > 0)
      .map(({ sale }) => sale);
  }

  /** Satang that came back because the shop has no account, and wait for one; null where nothing does. */
  async stranded(market: string, shopId: string): Promise<number | null> {
    const [row] = await this.db.sql<{ sum: string | number | null }>`SELECT SUM(l."amountSatang") AS "sum"
      FROM "shop_payout" p JOIN "ledger_line" l ON l."payoutId" = p."id"
      WHERE p."market" = ${market} AND p."shopId" = ${shopId} AND p."status" = 'open'
        AND EXISTS (SELECT 1 FROM "shop_payout" f WHERE f."market" = p."market" AND f."shopId" = p."shopId"
          AND f."status" = 'failed' AND f."failure" = 'no_account')
        AND NOT EXISTS (SELECT 1 FROM "payment_account" a WHERE a."market" = p."market" AND a."shopId" = p."shopId"
          AND a."unlinkedAt" IS NULL)`;
    const satang = Number(row?.sum ?? 0);
    return satang > 0 ? satang : null;
  }

  /** What the payout that is being gathered comes to so far. */
  async gathered(payout: Payout): Promise<number> {
    return netOf(await this.lines(payout.id));
  }
}

/** What the courier will take of what it holds, VAT included. Satang. */
function courierFee(rules: MoneyRules, heldSatang: number): number {
  const { feeSatang, vatSatang } = methodFee(rules, 'cod', heldSatang);
  return feeSatang + vatSatang;
}

/** How a market pays its shops, by its money rules. */
export function payingOut(setup: MarketSetup | null): PayingOut {
  const { market, methods } = moneyRulesOf(setup);
  return {
    holdDays: market.holdDays.value,
    codHoldDays: methods.cod.settlementDays.value,
    arrivesDays: market.payoutArrivesDays.value,
    payday: (after) => nextPayday(after, market.payoutWeekday.value),
  };
}
