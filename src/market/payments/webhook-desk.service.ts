import { Injectable } from '@nestjs/common';
import Stripe from 'stripe';
import { Config } from '../../platform/config/config.js';
import { Database } from '../../platform/database/database.js';
import { crashAt } from '../../platform/jobs/crash-point.js';
import { notAllowed, notFound } from '../../shared/refusal.js';
import { generationId, sandboxOf } from '../sandboxes/generation.js';
import type { Sandbox } from '../sandboxes/sandbox.entity.js';
import { Sandboxes } from '../sandboxes/sandboxes.service.js';
import { byPayments } from './by-payments.js';
import { DisputesDesk } from './disputes-desk.service.js';
import { type IntentNews, newsOf, WITH_FEE } from './intent-news.js';
import { PaymentOutcomes } from './payment-outcomes.service.js';
import { ProviderClient } from './provider-client.service.js';
import { RefundsDesk } from './refunds-desk.service.js';

/** Takes a webhook: the signature, then the object anew from the provider, then one act. */
@Injectable()
export class WebhookDesk {
  constructor(
    private readonly db: Database,
    private readonly config: Config,
    private readonly sandboxes: Sandboxes,
    private readonly outcomes: PaymentOutcomes,
    private readonly refunds: RefundsDesk,
    private readonly disputes: DisputesDesk,
    private readonly provider: ProviderClient,
  ) {}

  /** Refuses a wrong signature, and a payment that is not known (yet): the provider then tells it again later. */
  async hear(sandboxId: string, body: Buffer, signature: string): Promise<void> {
    const sandbox = await this.sandboxes.get(sandboxId);
    await this.heard(sandbox, await this.opened(sandbox, body, signature));
  }

  /** News from one address for all markets, as `stripe listen` passes it on: whose it is stands in the payment itself. */
  async hearAll(body: Buffer, signature: string): Promise<void> {
    const event = this.openedBy(this.config.env.STRIPE_WEBHOOK_SECRET, body, signature);
    const told = event.data.object as Pick<Stripe.PaymentIntent, 'id' | 'metadata'> & {
      payment_intent?: string | null;
    };
    const [payment] = await this.db.sql<{ market: string }>`SELECT "market" FROM "payment"
      WHERE "providerIntentId" IN (${told.id}, ${told.payment_intent ?? null}) OR "id" = ${told.metadata?.payment ?? null}`;
    // A test account may be used for other things too.
    if (!payment) return;
    await this.heard(await this.sandboxes.get(sandboxOf(payment.market)), event);
  }

  private async heard(sandbox: Sandbox, event: Stripe.Event): Promise<void> {
    const market = generationId(sandbox.id, sandbox.generation);
    if (await this.isHeard(market, event.id)) return;
    if (event.type.startsWith('refund.'))
      return this.refunds.hear(sandbox, event, (event.data.object as Stripe.Refund).id);
    if (event.type.startsWith('charge.dispute.'))
      return this.disputes.hear(sandbox, event, (event.data.object as Stripe.Dispute).id);
    if (!event.type.startsWith('payment_intent.')) return;
    // Events overtake each other; the object as it is now does not.
    const told = event.data.object as Stripe.PaymentIntent;
    const intent = await this.provider.for(sandbox).paymentIntents.retrieve(told.id, { expand: WITH_FEE });
    const news = newsOf(intent as Parameters<typeof newsOf>[0]);
    const paymentId = await this.paymentOf(market, news);
    crashAt(this.config, 'webhook-before-act');
    await this.outcomes.settled(byPayments(sandbox.id), {
      ...news,
      paymentId,
      eventId: event.id,
      eventType: event.type,
    });
    crashAt(this.config, 'webhook-after-act');
    await this.refunds.sendRefunds(sandbox.id);
  }

  private async opened(sandbox: Sandbox, body: Buffer, signature: string): Promise<Stripe.Event> {
    const { STRIPE_WEBHOOK_SECRET: known } = this.config.env;
    return this.openedBy(known ?? (await this.provider.endpoint(sandbox.id))?.secret, body, signature);
  }

  private openedBy(secret: string | undefined, body: Buffer, signature: string): Stripe.Event {
    if (secret === undefined) throw notFound('payments.unknown');
    try {
      return Stripe.webhooks.constructEvent(body, signature, secret);
    } catch {
      throw notAllowed('payments.wrong_signature');
    }
  }

  private async isHeard(market: string, eventId: string): Promise<boolean> {
    const rows = await this.db
      .sql`SELECT "eventId" FROM "provider_event" WHERE "market" = ${market} AND "eventId" = ${eventId}`;
    return rows.length > 0;
  }

  /** By the intent, or by the metadata when the webhook was faster than the answer to our own call. */
  private async paymentOf(market: string, news: IntentNews): Promise<string> {
    const [row] = await this.db.sql<{ id: string }>`SELECT "id" FROM "payment"
      WHERE "market" = ${market} AND ("providerIntentId" = ${news.intentId} OR "id" = ${news.paymentId})`;
    if (!row) throw notFound('payments.unknown');
    return row.id;
  }
}
