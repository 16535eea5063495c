import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { notFound } from '../../shared/refusal.js';
import { Bank } from '../bank/bank.service.js';
import { ReceivingAccounts } from '../bank/receiving-accounts.service.js';
import type { StatementLine, Transfer } from '../bank/transfer.js';
import { type Order, tidyOrder } from '../orders/order.js';
import { OrderReader } from '../orders/order-reader.service.js';
import { MoneyByHand, type SeenOutcome } from '../payments/money-by-hand.service.js';
import type { Act } from '../sandboxes/act.js';
import { Acts } from '../sandboxes/acts.service.js';
import { waitsForSeller } from './uneven-order.js';

const MOST_ORDERS = 50;

/** Takes a credit of the shop's account for an order. What came in parts adds up; what is too much has to go back. */
@Injectable()
export class Matching {
  constructor(
    private readonly db: Database,
    private readonly acts: Acts,
    private readonly bank: Bank,
    private readonly accounts: ReceivingAccounts,
    private readonly orders: OrderReader,
    private readonly money: MoneyByHand,
  ) {}

  match = this.acts.verb('bank.match', async (act, input: { transferId: string; orderId: string }) => {
    const order = await this.orders.ofSeller(act.market, act.party, input.orderId);
    return this.matchIn(act, input.transferId, order);
  });

  /** As part of the caller's act. Refuses a line that is not in this shop's account, that she has not looked at, or that is taken. */
  async matchIn(act: Act, transferId: string, order: Order): Promise<SeenOutcome> {
    const transfer = await this.bank.get(act.market, transferId);
    await this.assertHers(act, transfer);
    await this.bank.match(act, transfer, order.id);
    const seen = await this.take(act, order, transfer.amountSatang, 'seller');
    await this.bank.counted(act, transfer, seen.paymentId);
    return seen;
  }

  /** Counts money for an order. `by` says who vouches for it: `slip` when nobody has seen it in the bank. */
  take(act: Act, { groupId: reference }: Order, amountSatang: number, by: 'seller' | 'slip'): Promise<SeenOutcome> {
    return this.money.captureByHand(act, { reference, method: 'bank_transfer', amountSatang, by });
  }

  /** Credits that she has looked at and not taken for anything yet, newest first. */
  async open(market: string, party: string): Promise<StatementLine[]> {
    const account = await this.accounts.ofSeller(market, party);
    const lines = account ? await this.bank.statement(market, account.number) : [];
    return lines.filter(({ isCredit, matchedTo }) => isCredit && matchedTo === null);
  }

  /** The seller's orders that a transfer may be for, newest first: those that can be paid so, paid or not, since money may come twice. */
  async candidates(market: string, party: string): Promise<Order[]> {
    const rows = await this.db.sql<Order>`SELECT o.* FROM "market_order" o
      JOIN "payment_request" r ON r."market" = o."market" AND r."reference" = o."groupId"
      WHERE o."market" = ${market} AND o."sellerParty" = ${party} AND r."methods" LIKE '%bank_transfer%'
        AND o."handedOverAt" IS NULL
      ORDER BY o."placedAt" DESC, o."number" DESC LIMIT ${MOST_ORDERS}`;
    return rows.map(tidyOrder);
  }

  /** The seller's orders for which too much came, or too little, and nothing was done about it yet; oldest first. */
  async uneven(market: string, party: string): Promise<Array<{ id: string; number: string }>> {
    const rows = await this.db
      .sql<UnevenRow>`SELECT o."id", o."number", o."totalSatang", o."orderStatus", o."paymentStatus",
        SUM(c."amountSatang") AS "came",
        (SELECT SUM(b."amountSatang") FROM "bank_transfer" b
          WHERE b."market" = o."market" AND b."objectId" = o."id" AND b."purpose" = 'refund') AS "back",
        (SELECT COUNT(*) FROM "money_request" q WHERE q."orderId" = o."id" AND q."kind" = 'top_up' AND q."status" = 'sent') AS "asked"
      FROM "market_order" o JOIN "bank_transfer" c ON c."market" = o."market" AND c."matchedTo" = o."id"
      WHERE o."market" = ${market} AND o."sellerParty" = ${party} GROUP BY o."id" ORDER BY o."number"`;
    return rows.filter((row) => waitsForSeller(sumsOf(row))).map(({ id, number }) => ({ id, number }));
  }

  private async assertHers(act: Act, { toAccount, arrivedAt }: Transfer): Promise<void> {
    const account = await this.accounts.ofSeller(act.market, act.party);
    if (account?.number !== toAccount || !arrivedAt) throw notFound('bank.no_transfer');
  }
}

interface UnevenRow {
  id: string;
  number: string;
  totalSatang: string | number;
  orderStatus: string;
  paymentStatus: string;
  came: string | number;
  back: string | number | null;
  asked: string | number;
}

const sumsOf = (row: UnevenRow) => ({
  totalSatang: Number(row.totalSatang),
  cameSatang: Number(row.came),
  backSatang: Number(row.back ?? 0),
  isCancelled: row.orderStatus === 'cancelled',
  isPaid: row.paymentStatus !== 'pending',
  hasAsked: Number(row.asked) > 0,
});
