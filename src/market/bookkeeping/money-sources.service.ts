import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { list } from '../../platform/database/sql.js';
import { LINE_KINDS } from '../ledger/posting.js';
import type { Act } from '../sandboxes/act.js';
import type { Standing } from '../sandboxes/market-access.service.js';
import type { BooksSetup } from './books-setup.js';
import { type EventSources, type MoneyEvent, moneyEvents, papersBy } from './money-event.js';
import { partOf } from './statement.js';

const FEES = LINE_KINDS.filter((kind) => partOf(kind) === 'fee');
const MOST = 300;

/** Where a shop's events are read: the market, its first moment and its present one. */
export interface Place {
  market: string;
  setup: BooksSetup | undefined;
  opened: Date;
  now: Date;
}

export const placeOf = ({ sandbox, market }: Pick<Standing, 'sandbox' | 'market'>): Place => ({
  market,
  setup: sandbox.setup?.books,
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
      opened: new Date(row?.openedClock ?? act.now),
      now: act.now,
    };
  }

  /** Oldest first. */
  async events({ market, setup, opened, now }: Place, shopId: string): Promise<MoneyEvent[]> {
    return moneyEvents(await this.sources(market, shopId), papersBy(setup, opened, now));
  }

  private async sources(market: string, shopId: string): Promise<EventSources> {
    const [sales, payouts, refunds] = await Promise.all([
      this.sales(market, shopId),
      this.payouts(market, shopId),
      this.refunds(market, shopId),
    ]);
    return { sales, payouts, refunds };
  }

  private async sales(market: string, shopId: string): Promise<EventSources['sales']> {
    const rows = await this.db.sql<EventSources['sales'][number]>`SELECT "id", "number", "totalSatang", "paidAt"
      FROM "market_order" WHERE "market" = ${market} AND "shopId" = ${shopId} AND "paidAt" IS NOT NULL
      ORDER BY "paidAt" DESC LIMIT ${MOST}`;
    return rows.map((row) => ({ ...row, totalSatang: Number(row.totalSatang) }));
  }

  private async payouts(market: string, shopId: string): Promise<EventSources['payouts']> {
    const rows = await this.db.sql<{ id: string; at: string; taken: string | number }>`
      SELECT p."id", COALESCE(p."sentAt", p."payday") AS "at", SUM(l."amountSatang") AS "taken"
      FROM "shop_payout" p JOIN "ledger_line" l ON l."payoutId" = p."id"
      WHERE p."market" = ${market} AND p."shopId" = ${shopId} AND p."status" <> 'open'
        AND l."what" IN ${list(FEES)}
      GROUP BY p."id", p."sentAt", p."payday" ORDER BY p."payday" DESC LIMIT ${MOST}`;
    return rows.map(({ id, at, taken }) => ({ id, at, feeSatang: -Number(taken) }));
  }

  private async refunds(market: string, shopId: string): Promise<EventSources['refunds']> {
    const rows = await this.db.sql<EventSources['refunds'][number]>`SELECT t."id", o."number", l."amountSatang", t."at"
      FROM "ledger_transaction" t JOIN "ledger_line" l ON l."transactionId" = t."id" AND l."account" = 'buyer'
      JOIN "market_order" o ON o."id" = l."orderId"
      WHERE t."market" = ${market} AND t."kind" = 'refunded' AND o."shopId" = ${shopId}
      ORDER BY t."at" DESC LIMIT ${MOST}`;
    return rows.map((row) => ({ ...row, amountSatang: Number(row.amountSatang) }));
  }
}
