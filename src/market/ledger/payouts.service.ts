import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { DAY } from '../../shared/clock.js';
import { conflict } from '../../shared/refusal.js';
import { moneyRulesOf } from '../rule-sets/money-rules.js';
import type { Act } from '../sandboxes/act.js';
import { Acts } from '../sandboxes/acts.service.js';
import { Ledger } from './ledger.service.js';
import { nextPayday } from './payday.js';
import { type Payout, tidyPayout } from './payout.js';
import { PayoutAnnouncements } from './payout-announcements.js';

/** Shops are paid on a fixed day of the week, by the market clock, what was released until then. The provider's own payouts are another matter. */
@Injectable()
export class Payouts {
  constructor(
    private readonly db: Database,
    private readonly acts: Acts,
    private readonly ledger: Ledger,
    private readonly announcements: PayoutAnnouncements,
  ) {}

  /** On payday: the sum of the released lines goes to the shop's bank; what a shop owes goes on to the next payday. */
  send = this.acts.verb('payout.send', async (act, { payoutId }: { payoutId: string }) => {
    const payout = await this.get(act.market, payoutId);
    if (payout.status !== 'open') return;
    const sum = await this.sumOf(payoutId);
    if (sum <= 0) return this.carry(act, payout, sum);
    await this.move(payout, 'sent', { amountSatang: sum, sentAt: act.now });
    const { shopId } = payout;
    await this.ledger.post(act, {
      kind: 'payout',
      objectId: payoutId,
      lines: [
        { account: 'shop', what: 'payout', amountSatang: -sum, shopId, payoutId },
        { account: 'bank', what: 'payout', amountSatang: sum, shopId },
      ],
    });
    act.record('payout.sent', payoutId, { shopId, amountSatang: sum });
    const days = moneyRulesOf(act.setup).market.payoutArrivesDays.value;
    await act.later(new Date(act.now.getTime() + days * DAY), 'payout.arrive', { payoutId });
  });

  /** The money is in the shop's account, or its bank has sent it back. */
  arrive = this.acts.verb('payout.arrive', async (act, { payoutId }: { payoutId: string }) => {
    const payout = await this.get(act.market, payoutId);
    if (payout.status !== 'sent') return;
    const failure = await this.announcements.arriving(act, payout);
    if (failure) return this.fail(act, payout, failure);
    await this.move(payout, 'paid', { arrivedAt: act.now });
    act.record('payout.paid', payoutId, { shopId: payout.shopId, amountSatang: payout.amountSatang });
  });

  /** The payout that is still open for a shop, begun where there is none. */
  async open(act: Act, shopId: string): Promise<Payout> {
    const payday = nextPayday(act.now, moneyRulesOf(act.setup).market.payoutWeekday.value);
    const known = await this.find(act.market, shopId, payday);
    if (known) return known;
    const id = act.nextId('pyo');
    await this.db.sql`INSERT INTO "shop_payout" ("id", "market", "shopId", "payday", "status")
      VALUES (${id}, ${act.market}, ${shopId}, ${payday}, 'open')`;
    await act.later(payday, 'payout.send', { payoutId: id });
    return this.get(act.market, id);
  }

  /** Puts what was posted for an order's shop and is on no statement yet on the open one: it is released. */
  async release(act: Act, { id: orderId, shopId }: { id: string; shopId: string }): Promise<void> {
    const [waiting] = await this.db.sql`SELECT "position" FROM "ledger_line" WHERE "market" = ${act.market}
      AND "orderId" = ${orderId} AND "account" = 'shop' AND "payoutId" IS NULL LIMIT 1`;
    if (!waiting) return;
    const { id } = await this.open(act, shopId);
    await this.db.sql`UPDATE "ledger_line" SET "payoutId" = ${id}
      WHERE "market" = ${act.market} AND "orderId" = ${orderId} AND "account" = 'shop' AND "payoutId" IS NULL`;
  }

  async get(market: string, id: string): Promise<Payout> {
    const [row] = await this.db.sql<Payout>`SELECT * FROM "shop_payout" WHERE "id" = ${id} AND "market" = ${market}`;
    if (!row) throw conflict('money.payout_unknown');
    return tidyPayout(row);
  }

  /** Satang of the lines on a payout's statement; nothing once it was paid out or carried on. */
  async sumOf(payoutId: string): Promise<number> {
    const [row] = await this.db.sql<{
      sum: string | number | null;
    }>`SELECT SUM("amountSatang") AS "sum" FROM "ledger_line"
      WHERE "payoutId" = ${payoutId}`;
    return Number(row?.sum ?? 0);
  }

  private async find(market: string, shopId: string, payday: Date): Promise<Payout | null> {
    const [row] = await this.db.sql<Payout>`SELECT * FROM "shop_payout"
      WHERE "market" = ${market} AND "shopId" = ${shopId} AND "payday" = ${payday}`;
    return row ? tidyPayout(row) : null;
  }

  private async carry(act: Act, payout: Payout, sum: number): Promise<void> {
    await this.move(payout, 'carried', {});
    const { id, shopId } = payout;
    if (sum === 0) return;
    const { id: next } = await this.open(act, shopId);
    await this.ledger.post(act, {
      kind: 'carried',
      objectId: id,
      lines: [
        { account: 'shop', what: 'carried', amountSatang: -sum, shopId, payoutId: id },
        { account: 'shop', what: 'carried', amountSatang: sum, shopId, payoutId: next },
      ],
    });
  }

  private async fail(act: Act, payout: Payout, failure: string): Promise<void> {
    await this.move(payout, 'failed', { failure });
    const { id, shopId, amountSatang } = payout;
    const { id: payoutId } = await this.open(act, shopId);
    await this.ledger.post(act, {
      kind: 'payout_failed',
      objectId: id,
      lines: [
        { account: 'bank', what: 'payout_returned', amountSatang: -amountSatang, shopId },
        { account: 'shop', what: 'payout_returned', amountSatang, shopId, payoutId },
      ],
    });
    act.record('payout.failed', id, { shopId, amountSatang, failure });
  }

  private async move(
    { id, status }: Payout,
    to: Payout['status'],
    {
      amountSatang,
      sentAt,
      arrivedAt,
      failure,
    }: { amountSatang?: number; sentAt?: Date; arrivedAt?: Date; failure?: string },
  ): Promise<void> {
    const moved = await this.db.sql`UPDATE "shop_payout" SET "status" = ${to},
        "amountSatang" = COALESCE(CAST(${amountSatang ?? null} AS bigint), "amountSatang"),
        "sentAt" = COALESCE(${sentAt ?? null}, "sentAt"), "arrivedAt" = ${arrivedAt ?? null}, "failure" = ${failure ?? null}
      WHERE "id" = ${id} AND "status" = ${status} RETURNING "id"`;
    if (moved.length !== 1) throw new Error(`The payout ${id} is not ${status} any more.`);
  }
}
