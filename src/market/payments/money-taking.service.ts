import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { Act } from '../sandboxes/act.js';
import type { Payment, PaymentRequest, Refund } from './payment.js';
import { newsOf, PaymentAnnouncements, type PaymentNews, type ProviderFee } from './payment-announcements.js';
import { paymentAfter } from './payment-status.js';
import { Payments } from './payments.service.js';

/** Satang that came of one payment: in all, and this time; they differ where it came in parts. */
export interface Came {
  inAll: number;
  now: number;
  fee?: ProviderFee | null;
}

/** What to do with money that came: in time, late, too little, too much or a second time. What nobody wants goes back. */
@Injectable()
export class MoneyTaking {
  constructor(
    private readonly db: Database,
    private readonly payments: Payments,
    private readonly announcements: PaymentAnnouncements,
  ) {}

  /**
   * A payment that has just become captured. Announces `captured` or `late`, then `received`. Answers what of it has to go back:
   * nothing, what is too much, or all of it.
   */
  async take(act: Act, payment: Payment, { inAll, now, fee = null }: Came): Promise<number> {
    const request = await this.payments.request(act.market, payment.reference);
    const asked = request?.amountSatang ?? 0;
    const isTaken = inAll >= asked && (await this.isWanted(act, payment, request));
    await this.tell(act, payment, 'received', { amountSatang: now, fee, isTaken });
    const back = isTaken ? inAll - asked : inAll;
    const reason = isTaken ? 'paid_too_much' : whyBack(request, inAll);
    if (back > 0) await this.payments.wantRefund(act, payment.id, { objectId: payment.id, amountSatang: back, reason });
    return back;
  }

  /** A refund has reached the buyer: the payment counts it and its object's listeners hear it. */
  async gaveBack(act: Act, refund: Refund, fee: ProviderFee | null = null): Promise<void> {
    const payment = await this.payments.get(refund.paymentId);
    const amountSatang = Number(refund.amountSatang);
    const back = payment.refundedSatang + amountSatang;
    const kept = Math.max(payment.amountSatang, payment.receivedSatang);
    const to = paymentAfter(payment.status, back >= kept ? 'refund' : 'refund_part');
    if (to)
      await this.db.sql`UPDATE "payment" SET "refundedSatang" = ${back}, "status" = ${to} WHERE "id" = ${payment.id}`;
    const { id, objectId } = refund;
    act.record('refund.paid', id, { objectId, amountSatang });
    const backSatang = await this.backOf(act, objectId);
    await this.tell(act, payment, 'refunded', { amountSatang, objectId, refundId: id, backSatang, fee });
  }

  /** A refund came to nothing. `wasBack`: it had been counted as given back. */
  async refundFailed(act: Act, refund: Refund, wasBack: boolean, fee: ProviderFee | null): Promise<void> {
    const payment = await this.payments.get(refund.paymentId);
    const amountSatang = Number(refund.amountSatang);
    if (wasBack) {
      const back = payment.refundedSatang - amountSatang;
      const to = paymentAfter(payment.status, back > 0 ? 'came_back_part' : 'came_back');
      await this.db
        .sql`UPDATE "payment" SET "refundedSatang" = ${back}, "status" = ${to ?? payment.status} WHERE "id" = ${payment.id}`;
    }
    const { id: refundId, objectId } = refund;
    const backSatang = await this.backOf(act, objectId);
    const news = { amountSatang, objectId, refundId, backSatang, fee, isTaken: wasBack };
    await this.tell(act, payment, 'refund_failed', news);
  }

  private async backOf(act: Act, objectId: string): Promise<number> {
    const [sum] = await this.db.sql<{ back: string | number | null }>`SELECT SUM("amountSatang") AS "back" FROM "refund"
      WHERE "market" = ${act.market} AND "objectId" = ${objectId} AND "status" IN ('done', 'by_hand')`;
    return Number(sum?.back ?? 0);
  }

  tell(act: Act, payment: Payment, kind: PaymentNews['kind'], more: Partial<PaymentNews> = {}): Promise<boolean> {
    return this.announcements.announce(act, newsOf(payment, kind, more));
  }

  private async isWanted(act: Act, payment: Payment, request: PaymentRequest | null): Promise<boolean> {
    const from = payment.method === 'cod' ? 'promised' : 'due';
    if (await this.mark(act, payment.reference, from)) {
      await this.tell(act, payment, 'captured');
      return true;
    }
    const isWanted = request?.status === 'closed' && (await this.tell(act, payment, 'late'));
    if (isWanted) await this.mark(act, payment.reference, 'closed');
    return isWanted;
  }

  private async mark(act: Act, reference: string, from: 'due' | 'promised' | 'closed'): Promise<boolean> {
    const rows = await this.db.sql`UPDATE "payment_request" SET "status" = 'captured'
      WHERE "market" = ${act.market} AND "reference" = ${reference} AND "status" = ${from} RETURNING "reference"`;
    return rows.length === 1;
  }
}

function whyBack(request: PaymentRequest | null, inAll: number): string {
  if (request?.status === 'captured' || request?.status === 'promised') return 'paid_twice';
  return request && inAll < request.amountSatang ? 'paid_too_little' : 'paid_late';
}
