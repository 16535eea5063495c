import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { bangkokDay } from '../../shared/clock.js';
import { Bank } from '../bank/bank.service.js';
import { ReceivingAccounts } from '../bank/receiving-accounts.service.js';
import type { StatementLine } from '../bank/transfer.js';
import { type Order, tidyOrder } from '../orders/order.js';
import type { Matched } from './matching-truth.js';
import { dayAfter, isWithin, type Period } from './period.js';

/** Money may come some days after the order for it. */
const ORDERED_BEFORE_DAYS = 14;
const MOST_ORDERS = 100;

export interface Reconciliation {
  id: string;
  submittedAt: string | null;
}

/** Reads what a seller goes through at the end of a period. */
@Injectable()
export class ReconciliationReader {
  constructor(
    private readonly db: Database,
    private readonly bank: Bank,
    private readonly accounts: ReceivingAccounts,
  ) {}

  async find(shopId: string, from: string): Promise<Reconciliation | null> {
    const [row] = await this.db.sql<Reconciliation>`SELECT "id", "submittedAt" FROM "credit_matching"
      WHERE "shopId" = ${shopId} AND "fromDay" = ${from}`;
    return row ?? null;
  }

  entries(matchingId: string): Promise<Matched[]> {
    return this.db.sql<Matched>`SELECT "creditId", "orderId", "reason" FROM "credit_match"
      WHERE "matchingId" = ${matchingId} ORDER BY "creditId"`;
  }

  /** The credits of the period's statement that she has looked at, oldest first; `whole` for all that there are. */
  async credits(market: string, party: string, period: Period, whole = false): Promise<StatementLine[]> {
    const account = await this.accounts.ofSeller(market, party);
    const lines = account ? await this.bank.statement(market, account.number, whole) : [];
    return lines
      .filter(({ isCredit, arrivedAt }) => isCredit && arrivedAt && isWithin(period, bangkokDay(new Date(arrivedAt))))
      .reverse();
  }

  /** Orders that a credit of the period may be for: those that could be paid straight to the shop. Oldest first. */
  async orders(market: string, party: string, { from, to }: Period): Promise<Order[]> {
    const [first, end] = [`${dayAfter(from, -ORDERED_BEFORE_DAYS)}T00:00:00`, `${dayAfter(to, 1)}T00:00:00`];
    const rows = await this.db.sql<Order>`SELECT o.* FROM "market_order" o
      JOIN "payment_request" r ON r."market" = o."market" AND r."reference" = o."groupId"
      WHERE o."market" = ${market} AND o."sellerParty" = ${party} AND r."methods" LIKE '%bank_transfer%'
        AND o."placedAt" BETWEEN ${first} AND ${end}
      ORDER BY o."placedAt", o."number" LIMIT ${MOST_ORDERS}`;
    return rows.map(tidyOrder);
  }
}
