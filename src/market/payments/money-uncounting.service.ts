import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { conflict } from '../../shared/refusal.js';
import type { Act } from '../sandboxes/act.js';
import { MoneyTaking } from './money-taking.service.js';
import type { Payment, Refund } from './payment.js';
import type { PaymentStatus } from './payment-status.js';
import { Payments } from './payments.service.js';

/** Money that was counted for a reference by mistake. `paymentId`: the payment that it was counted in, where that is known. */
export interface Miscounted {
  reference: string;
  amountSatang: number;
  paymentId: string | null;
}

/** Takes money out of a payment that somebody counted it in by mistake. The payment never came: no move of its table leads back. */
@Injectable()
export class MoneyUncounting {
  constructor(
    private readonly db: Database,
    private readonly payments: Payments,
    private readonly taking: MoneyTaking,
  ) {}

  /**
   * As part of the caller's act. What was asked is waited for again unless what is left is enough; what was to go back of it goes back
   * no more. Answers whether it is waited for again. Refuses once something of the payment went back.
   */
  async uncount(act: Act, { reference, amountSatang, paymentId }: Miscounted): Promise<boolean> {
    const payment = await this.payment(act, { reference, amountSatang, paymentId });
    const request = await this.payments.request(act.market, reference);
    if (!payment || !request) throw conflict('payments.nothing_paid');
    if (payment.refundedSatang > 0) throw conflict('payments.went_back');
    const inAll = payment.receivedSatang - amountSatang;
    const wishes = await this.forget(payment);
    // What came for nobody was to go back as a whole, and has not paid for anything.
    const forNobody = wishes.find(({ reason }) => reason !== 'paid_too_much');
    const hadPaid = payment.status === 'captured' && !forNobody;
    const stillPays = hadPaid && inAll >= request.amountSatang;
    await this.write(payment, inAll, statusOf(payment, inAll, hadPaid && !stillPays));
    act.record('payment.unseen', payment.id, { reference, amountSatang });
    await this.taking.tell(act, payment, 'uncounted', { amountSatang });
    const back = forNobody ? inAll : stillPays ? inAll - request.amountSatang : 0;
    const reason = forNobody?.reason ?? 'paid_too_much';
    if (back > 0) await this.payments.wantRefund(act, payment.id, { objectId: payment.id, amountSatang: back, reason });
    if (!hadPaid || stillPays) return false;
    await this.db.sql`UPDATE "payment_request" SET "status" = 'due'
      WHERE "market" = ${act.market} AND "reference" = ${reference} AND "status" = 'captured'`;
    await this.taking.tell(act, payment, 'unpaid');
    return true;
  }

  private async payment(act: Act, { reference, amountSatang, paymentId }: Miscounted): Promise<Payment | null> {
    const attempts = await this.payments.attempts(act.market, reference);
    const byHand = attempts.filter((one) => one.method === 'bank_transfer' && one.receivedSatang >= amountSatang);
    return byHand.find(({ id }) => id === paymentId) ?? (paymentId ? null : (byHand[0] ?? null));
  }

  /** Nobody has begun to give it back: it was wanted only because of what is now undone. */
  private async forget({ id }: Payment): Promise<Refund[]> {
    return this.db
      .sql<Refund>`DELETE FROM "refund" WHERE "paymentId" = ${id} AND "objectId" = ${id} AND "status" = 'wanted'
      RETURNING *`;
  }

  private async write({ id }: Payment, inAll: number, status: PaymentStatus): Promise<void> {
    await this.db.sql`UPDATE "payment" SET "receivedSatang" = ${inAll}, "status" = ${status} WHERE "id" = ${id}`;
  }
}

/** An attempt that holds nothing any more, and that nobody waits for, is over. */
function statusOf({ status }: Payment, inAll: number, isWaitedFor: boolean): PaymentStatus {
  if (isWaitedFor) return 'pending';
  return status === 'captured' && inAll === 0 ? 'expired' : status;
}
