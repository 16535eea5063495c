import { Injectable } from '@nestjs/common';
import type Stripe from 'stripe';
import { Database } from '../../platform/database/database.js';
import { notFound } from '../../shared/refusal.js';
import { generationId } from '../sandboxes/generation.js';
import type { Sandbox } from '../sandboxes/sandbox.entity.js';
import { byPayments } from './by-payments.js';
import { DisputeOutcomes } from './dispute-outcomes.service.js';
import { feeOf } from './intent-news.js';
import { ProviderClient } from './provider-client.service.js';

/** Hears what buyers' banks do about payments by card. Always outside a transaction. */
@Injectable()
export class DisputesDesk {
  constructor(
    private readonly db: Database,
    private readonly outcomes: DisputeOutcomes,
    private readonly provider: ProviderClient,
  ) {}

  /** A webhook about a dispute, from the re-fetched object. Refuses a payment that is not known (yet): the provider then tells it again. */
  async hear(sandbox: Sandbox, { id: eventId }: Stripe.Event, providerDisputeId: string): Promise<void> {
    const dispute = await this.provider.for(sandbox).disputes.retrieve(providerDisputeId);
    const { amount: amountSatang, reason, status, balance_transactions: booked } = dispute;
    const paymentId = await this.paymentOf(sandbox, dispute);
    const taken = booked.find(({ amount }) => amount < 0);
    const news = { providerDisputeId, paymentId, amountSatang, reason, status, fee: feeOf(taken), eventId };
    await this.outcomes.noted(byPayments(sandbox.id), news);
  }

  private async paymentOf(sandbox: Sandbox, { payment_intent: of }: Stripe.Dispute): Promise<string> {
    const intentId = typeof of === 'string' ? of : of?.id;
    const [row] = await this.db.sql<{ id: string }>`SELECT "id" FROM "payment"
      WHERE "market" = ${generationId(sandbox.id, sandbox.generation)} AND "providerIntentId" = ${intentId ?? null}`;
    if (!row) throw notFound('payments.unknown');
    return row.id;
  }
}
