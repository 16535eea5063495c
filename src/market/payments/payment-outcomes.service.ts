import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { Act } from '../sandboxes/act.js';
import { Acts } from '../sandboxes/acts.service.js';
import { HeardEvents } from './heard-events.service.js';
import { type IntentNews, moveFor } from './intent-news.js';
import { MoneyTaking } from './money-taking.service.js';
import type { Payment } from './payment.js';
import { paymentAfter } from './payment-status.js';
import { Payments } from './payments.service.js';

export interface Settled extends IntentNews {
  paymentId: string;
  /** Null when the market asked by itself, after a restart. */
  eventId: string | null;
  eventType: string;
}

/** What the provider said, taken into the market: each piece of news has its effect once, in whatever order it comes. */
@Injectable()
export class PaymentOutcomes {
  constructor(
    private readonly db: Database,
    private readonly acts: Acts,
    private readonly heard: HeardEvents,
    private readonly payments: Payments,
    private readonly taking: MoneyTaking,
  ) {}

  /** The provider's answer to the call: which intent it is and where to scan. It never makes anything paid. */
  noted = this.acts.verb('payment.noted', async (act, input: IntentNews & { paymentId: string }) => {
    await this.db.sql`UPDATE "payment" SET "providerIntentId" = ${input.intentId}, "hostedUrl" = ${input.hostedUrl}
      WHERE "id" = ${input.paymentId} AND "market" = ${act.market}`;
    if (moveFor(input) === 'fail') await this.move(act, await this.payments.get(input.paymentId), input);
  });

  /** What a webhook told, re-fetched: money came, an attempt failed, or an intent ran out. */
  settled = this.acts.verb('payment.settled', async (act, input: Settled) => {
    if (!(await this.heard.isNew(act, input.eventId, input.eventType))) return;
    const payment = await this.payments.get(input.paymentId);
    if (payment.market !== act.market) return;
    await this.db.sql`UPDATE "payment" SET "providerIntentId" = ${input.intentId}
      WHERE "id" = ${payment.id} AND "providerIntentId" IS NULL`;
    await this.move(act, payment, input);
  });

  private async move(act: Act, payment: Payment, news: IntentNews): Promise<void> {
    const move = moveFor(news);
    const to = move && paymentAfter(payment.status, move);
    if (!to) return;
    const moved = await this.db.sql`UPDATE "payment" SET "status" = ${to}, "failureCode" = ${news.failureCode}
      WHERE "id" = ${payment.id} AND "status" = ${payment.status} RETURNING "id"`;
    if (moved.length !== 1) return;
    act.record(`payment.${to}`, payment.id, { reference: payment.reference, failureCode: news.failureCode });
    const came = news.receivedSatang ?? payment.amountSatang;
    if (to === 'captured') await this.taking.take(act, payment, { inAll: came, now: came, fee: news.fee });
    else await this.taking.tell(act, payment, 'failed', { failureCode: news.failureCode });
  }
}
