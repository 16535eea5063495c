import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { list } from '../../platform/database/sql.js';
import { LINE_KINDS } from '../ledger/posting.js';
import type { Act } from '../sandboxes/act.js';
import type { Standing } from '../sandboxes/market-access.service.js';
import type { BooksSetup } from './books-setup.js';
import { pricedRefunds } from './given-back.js';
import { type EventSources, type MoneyEvent, moneyEvents, papersBy } from './money-event.js';
import { partOf } from './statement.js';
import { exemptSatangOf, type VatStanding, vatStandingOf } from './vat-standing.js';

const FEES = LINE_KINDS.filter((kind) => partOf(kind) === 'fee');
const FEE_VAT = FEES.filter((kind) => kind.endsWith('_vat'));
const MOST = 300;

/** Where a shop's events are read: the market, its first moment and its present one. */
export interface Place {
  market: string;
  setup: BooksSetup | undefined;
  vat: VatStanding;
  opened: Date;
  now: Date;
}

export const placeOf = ({ sandbox, market }: Pick<Standing, 'sandbox' | 'market'>): Place => ({
  market,
  setup: sandbox.setup?.books,
  vat: vatStandingOf(sandbox.setup),
  opened: new Date(sandbox.openedClock),
  now: new Date(sandbox.clock),
});

/** What truly happened to a shop's money, from orders, the ledger and the papers that came. */
@Injectable()
export class MoneySources {
  constructor(private readonly db: Database) {}

  async place(act: Act): Promise<Place> {
    const [row] = await this.db.sql<{ openedClock: string }>`SELECT "openedClock" FROM "sandbox"
      WHERE "id" = ${act.sandboxId}`;
    return {
      market: act.market,
      setup: act.setup.books,
      vat: vatStandingOf(act.setup),
      opened: new Date(row?.openedClock ?? act.now),
      now: act.now,
    };
  }

  /** Oldest first. */
  async events({ market, setup, vat, opened, now }: Place, shopId: string): Promise<MoneyEvent[]> {
    const [sales, payouts, refunds] = await Promise.all([
      this.sales(market, shopId, vat),
      this.payouts(market, shopId),
      this.refunds(market, shopId, vat),
    ]);
    return moneyEvents({ sales, payouts, refunds }, papersBy(setup, opened, now), vat);
  }

  /** Satang of goods without VAT in each of some orders; an order without any is not there. */
  async exemptOf(market: string, orderIds: readonly string[], vat: VatStanding): Promise<Map<string, number>> {
    if (!vat.isRegistered) return new Map();
    const rows = await this.db
      .sql<SoldRow>`SELECT l."orderId", p."goodsKey", p."categoryId", l."unitSatang", l."quantity"
      FROM "order_line" l JOIN "product" p ON p."id" = l."productId" JOIN "market_order" o ON o."id" = l."orderId"
      WHERE o."market" = ${market} AND o."id" IN ${list(orderIds)}`;
    const exempt = new Map<string, number>();
    for (const row of rows) {
      const satang = exemptSatangOf([{ ...row, unitSatang: Number(row.unitSatang) }], vat);
      exempt.set(row.orderId, (exempt.get(row.orderId) ?? 0) + satang);
    }
    return exempt;
  }

  private async sales(market: string, shopId: string, vat: VatStanding): Promise<EventSources['sales']> {
    const rows = await this.db.sql<{ id: string; number: string; totalSatang: string | number; paidAt: string }>`
      SELECT "id", "number", "totalSatang", "paidAt"
      FROM "market_order" WHERE "market" = ${market} AND "shopId" = ${shopId} AND "paidAt" IS NOT NULL
      ORDER BY "paidAt" DESC LIMIT ${MOST}`;
    const exempt = await this.exemptOf(
      market,
      rows.map(({ id }) => id),
      vat,
    );
    return rows.map((row) => ({
      ...row,
      totalSatang: Number(row.totalSatang),
      exemptSatang: exempt.get(row.id) ?? 0,
    }));
  }

  private async payouts(market: string, shopId: string): Promise<EventSources['payouts']> {
    const rows = await this.db.sql<{ id: string; at: string; taken: string | number; vat: string | number }>`
      SELECT p."id", COALESCE(p."sentAt", p."payday") AS "at", SUM(l."amountSatang") AS "taken",
        SUM(CASE WHEN l."what" IN ${list(FEE_VAT)} THEN l."amountSatang" ELSE 0 END) AS "vat"
      FROM "shop_payout" p JOIN "ledger_line" l ON l."payoutId" = p."id"
      WHERE p."market" = ${market} AND p."shopId" = ${shopId} AND p."status" <> 'open'
        AND l."what" IN ${list(FEES)}
      GROUP BY p."id", p."sentAt", p."payday" ORDER BY p."payday" DESC LIMIT ${MOST}`;
    return rows.map(({ id, at, taken, vat }) => ({ id, at, feeSatang: -Number(taken), feeVatSatang: -Number(vat) }));
  }

  /** Oldest first, each with what of it had been the price of the order. */
  async refunds(market: string, shopId: string, vat: VatStanding): Promise<EventSources['refunds']> {
    const rows = await this.db
      .sql<RefundRow>`SELECT t."id", o."id" AS "orderId", o."number", o."totalSatang", o."paidAt",
        l."amountSatang", t."at", (SELECT SUM(c."amountSatang") FROM "ledger_line" c WHERE c."market" = o."market"
          AND c."orderId" = o."id" AND c."account" = 'bank' AND c."what" = 'payment') AS "transferred"
      FROM "ledger_transaction" t JOIN "ledger_line" l ON l."transactionId" = t."id" AND l."account" = 'buyer'
      JOIN "market_order" o ON o."id" = l."orderId"
      WHERE t."market" = ${market} AND t."kind" = 'refunded' AND o."shopId" = ${shopId}
      ORDER BY t."at", t."id" LIMIT ${MOST}`;
    const exempt = await this.exemptOf(
      market,
      rows.map(({ orderId }) => orderId),
      vat,
    );
    return pricedRefunds(
      rows.map(({ totalSatang, amountSatang, transferred, paidAt, ...row }) => ({
        ...row,
        amountSatang: Number(amountSatang),
        isPaid: paidAt !== null,
        transferredSatang: Number(transferred ?? 0),
        of: { totalSatang: Number(totalSatang), exemptSatang: exempt.get(row.orderId) ?? 0 },
      })),
    );
  }
}

interface SoldRow {
  orderId: string;
  goodsKey: string | null;
  categoryId: string | null;
  unitSatang: string | number;
  quantity: number;
}

interface RefundRow {
  id: string;
  orderId: string;
  number: string;
  at: string;
  paidAt: string | null;
  transferred: string | number | null;
  totalSatang: string | number;
  amountSatang: string | number;
}
