import { Injectable } from '@nestjs/common';
import Stripe from 'stripe';
import { Config } from '../../platform/config/config.js';
import { Database } from '../../platform/database/database.js';
import { crashAt } from '../../platform/jobs/crash-point.js';
import type { Sandbox } from '../sandboxes/sandbox.entity.js';
import { Sandboxes } from '../sandboxes/sandboxes.service.js';
import { byPayments } from './by-payments.js';
import { type IntentNews, newsOf } from './intent-news.js';
import { isAtProvider, type Method, type Payment } from './payment.js';
import { PaymentOutcomes } from './payment-outcomes.service.js';
import { Payments } from './payments.service.js';
import { ProviderClient } from './provider-client.service.js';

export interface Pay {
  method: Method;
  testCard?: string | null;
  /** Where the provider's own page sends the buyer back to. */
  returnUrl?: string | null;
}

/** The provider's own name for a wallet that sends the buyer to a page of its own. */
const WALLET = 'grabpay';

/** Calls the provider, always outside a transaction: first the row, then the call, then what it answered. */
@Injectable()
export class PaymentsDesk {
  constructor(
    private readonly db: Database,
    private readonly config: Config,
    private readonly sandboxes: Sandboxes,
    private readonly payments: Payments,
    private readonly outcomes: PaymentOutcomes,
    private readonly provider: ProviderClient,
  ) {}

  /** Tries to pay for a reference. Answers the attempt; whether it is paid is told by the webhook. Refuses what is no longer due. */
  async pay(
    sandboxId: string,
    reference: string,
    { method, testCard = null, returnUrl = null }: Pay,
  ): Promise<Payment> {
    this.db.assertOutside('A payment');
    const by = byPayments(sandboxId);
    if (!isAtProvider(method)) return this.payments.start(by, { reference, method, testCard: null, returnUrl: null });
    const sandbox = await this.sandboxes.get(sandboxId);
    // Only now comes what a tap is about: a key that was kept with the address of the news would tell of a payment that is not there.
    await this.db.aside(() => this.provider.listen(sandbox));
    const payment = await this.payments.start(by, { reference, method, testCard, returnUrl });
    if (!payment.providerIntentId) await this.ask(sandbox, payment);
    return this.payments.get(payment.id);
  }

  /** Asks the provider for an attempt's intent; asked again with the same key it answers the same one. */
  async ask(sandbox: Sandbox, payment: Payment): Promise<IntentNews> {
    crashAt(this.config, 'payment-before-call');
    const news = await this.create(sandbox, payment);
    crashAt(this.config, 'payment-after-call');
    await this.outcomes.noted(byPayments(sandbox.id), { ...news, paymentId: payment.id });
    return news;
  }

  private async create(sandbox: Sandbox, payment: Payment): Promise<IntentNews> {
    try {
      const intent = await this.provider
        .for(sandbox)
        .paymentIntents.create(intentFor(payment), { idempotencyKey: payment.idempotencyKey });
      return newsOf(intent as Parameters<typeof newsOf>[0]);
    } catch (problem) {
      // A declined card is an answer, not a breakdown: the intent comes with it.
      if (problem instanceof Stripe.errors.StripeCardError && problem.payment_intent)
        return newsOf(problem.payment_intent as Parameters<typeof newsOf>[0]);
      throw problem;
    }
  }
}

function intentFor(payment: Payment): Stripe.PaymentIntentCreateParams {
  const asked = JSON.parse(payment.request) as { testCard: string | null; returnUrl: string | null };
  return {
    amount: payment.amountSatang,
    currency: 'thb',
    confirm: true,
    metadata: { payment: payment.id, reference: payment.reference },
    // Without a page to come back to, no method may send the buyer away.
    ...(asked.returnUrl
      ? { automatic_payment_methods: { enabled: true }, return_url: asked.returnUrl }
      : { automatic_payment_methods: { enabled: true, allow_redirects: 'never' as const } }),
    ...paidWith(payment.method, asked.testCard),
  };
}

function paidWith(method: Method, testCard: string | null): Partial<Stripe.PaymentIntentCreateParams> {
  if (method === 'card') return { payment_method: testCard ?? 'pm_card_visa' };
  if (method === 'wallet') return { payment_method_data: { type: WALLET } };
  return { payment_method_data: { type: 'promptpay', billing_details: { email: 'buyer@taladlab.test' } } };
}
