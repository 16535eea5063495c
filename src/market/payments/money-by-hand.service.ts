import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { list } from '../../platform/database/sql.js';
import { conflict } from '../../shared/refusal.js';
import type { Act } from '../sandboxes/act.js';
import { MoneyTaking } from './money-taking.service.js';
import { BY_HAND, isAtProvider, type Payment, type Refund } from './payment.js';
import type { PaymentStatus } from './payment-status.js';
import { Payments } from './payments.service.js';

/** Money that somebody saw with her own eyes: the seller in her bank account, or the courier at the door. */
export interface SeenMoney {
  reference: string;
  method: 'bank_transfer' | 'cod';
  /** What came this time. */
  amountSatang: number;
  /** Who saw it, for the log: `seller`, `carrier`. */
  by: string;
}

export interface SeenOutcome {
  paymentId: string;
  /** `part`: not enough yet. `back`: nobody waits for it any more, it has to be transferred back. */
  status: 'captured' | 'part' | 'back';
  missingSatang: number;
  excessSatang: number;
}

/** Payments without the provider: captured, and given back, as part of the act of whoever saw the money. */
@Injectable()
export class MoneyByHand {
  constructor(
    private readonly db: Database,
    private readonly payments: Payments,
    private readonly taking: MoneyTaking,
  ) {}

  /** Counts money that came. Parts add up; too much is wanted back; the announcements are those of a webhook. */
  async captureByHand(act: Act, { reference, method, amountSatang, by }: SeenMoney): Promise<SeenOutcome> {
    if (!Number.isSafeInteger(amountSatang) || amountSatang < 1) throw conflict('payments.nothing_paid');
    const request = await this.payments.request(act.market, reference);
    if (!request) throw conflict('payments.unknown');
    const payment = await this.payments.openByHand(act, request, method);
    const inAll = payment.receivedSatang + amountSatang;
    const missingSatang = Math.max(0, request.amountSatang - inAll);
    act.record('payment.seen', payment.id, { reference, method, amountSatang, missingSatang, by });
    const isWaitedFor = request.status === 'due' || request.status === 'promised';
    if (isWaitedFor && missingSatang > 0) {
      await this.count(payment, inAll, payment.status);
      await this.taking.tell(act, payment, 'received', { amountSatang });
      return { paymentId: payment.id, status: 'part', missingSatang, excessSatang: 0 };
    }
    await this.count(payment, inAll, 'captured');
    act.record('payment.captured', payment.id, { reference, failureCode: null });
    const excessSatang = await this.taking.take(act, payment, { inAll, now: amountSatang });
    return {
      paymentId: payment.id,
      status: excessSatang < inAll ? 'captured' : 'back',
      missingSatang: 0,
      excessSatang,
    };
  }

  /**
   * The shop has transferred money back for a reference by itself: so much now, so much in all. Whatever was wanted back and is covered by
   * it is done, oldest first. `objectId`: what it was for.
   */
  async settleByHand(
    act: Act,
    back: { reference: string; objectId: string; nowSatang: number; inAllSatang: number },
  ): Promise<void> {
    const { reference, objectId, nowSatang: amountSatang, inAllSatang } = back;
    const attempts = await this.payments.attempts(act.market, reference);
    const paid = attempts.find(({ method, receivedSatang }) => !isAtProvider(method) && receivedSatang > 0);
    if (!paid) throw conflict('payments.nothing_paid');
    await this.taking.tell(act, paid, 'handed_back', { amountSatang, objectId, backSatang: inAllSatang });
    const refunds = await this.refundsByHand(act, reference);
    const done = refunds.filter(({ status }) => status === 'done');
    let left = inAllSatang - done.reduce((sum, one) => sum + one.amountSatang, 0);
    for (const refund of refunds) {
      if (refund.status !== 'wanted' || refund.amountSatang > left) continue;
      left -= refund.amountSatang;
      await this.db.sql`UPDATE "refund" SET "status" = 'done' WHERE "id" = ${refund.id} AND "status" = 'wanted'`;
      await this.taking.gaveBack(act, refund);
    }
  }

  private async refundsByHand(act: Act, reference: string): Promise<Refund[]> {
    const rows = await this.db.sql<Refund>`SELECT r.* FROM "refund" r JOIN "payment" p ON p."id" = r."paymentId"
      WHERE p."market" = ${act.market} AND p."reference" = ${reference} AND p."method" IN ${list(BY_HAND)} ORDER BY r."id"`;
    return rows.map((row) => ({ ...row, amountSatang: Number(row.amountSatang) }));
  }

  private async count({ id }: Payment, inAll: number, status: PaymentStatus): Promise<void> {
    await this.db.sql`UPDATE "payment" SET "receivedSatang" = ${inAll}, "status" = ${status} WHERE "id" = ${id}`;
  }
}
