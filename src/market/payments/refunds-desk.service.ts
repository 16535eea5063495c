import { Injectable, Logger } from '@nestjs/common';
import type Stripe from 'stripe';
import { Database } from '../../platform/database/database.js';
import { list } from '../../platform/database/sql.js';
import { generationId } from '../sandboxes/generation.js';
import type { Sandbox } from '../sandboxes/sandbox.entity.js';
import { Sandboxes } from '../sandboxes/sandboxes.service.js';
import { byPayments } from './by-payments.js';
import { feeOf } from './intent-news.js';
import { AT_PROVIDER, type Refund } from './payment.js';
import { ProviderClient } from './provider-client.service.js';
import { RefundOutcomes } from './refund-outcomes.service.js';

const WITH_BOOKING = { expand: ['balance_transaction'] };

/** Sends back what the market wants sent back, and looks what became of it. Always outside a transaction. */
@Injectable()
export class RefundsDesk {
  private readonly logger = new Logger(RefundsDesk.name);

  constructor(
    private readonly db: Database,
    private readonly sandboxes: Sandboxes,
    private readonly outcomes: RefundOutcomes,
    private readonly provider: ProviderClient,
  ) {}

  /** A wish that cannot be sent now stays and is tried again by the recovery. */
  async sendRefunds(sandboxId: string): Promise<void> {
    const sandbox = await this.sandboxes.get(sandboxId);
    const wanted = await this.db.sql<Refund & { providerIntentId: string }>`
      SELECT r.*, p."providerIntentId" FROM "refund" r JOIN "payment" p ON p."id" = r."paymentId"
      WHERE r."status" = 'wanted' AND p."method" IN ${list(AT_PROVIDER)}
        AND r."market" = ${generationId(sandbox.id, sandbox.generation)} ORDER BY r."id"`;
    for (const wish of wanted)
      await this.send(sandbox, wish).catch((problem) => this.logger.warn(`${wish.id} was not sent: ${problem}`));
  }

  /** Asks the provider how a refund stands that is under way. */
  async look(sandbox: Sandbox, refundId: string): Promise<void> {
    const [row] = await this.db.sql<{ providerRefundId: string | null }>`SELECT "providerRefundId" FROM "refund"
      WHERE "id" = ${refundId} AND "market" = ${generationId(sandbox.id, sandbox.generation)}`;
    if (!row?.providerRefundId) return;
    const refund = await this.provider.for(sandbox).refunds.retrieve(row.providerRefundId, WITH_BOOKING);
    await this.note(sandbox, refundId, refund, null);
  }

  /** A webhook about a refund, from the re-fetched object. One that the market did not ask for is found by the reconciliation. */
  async hear(sandbox: Sandbox, { id: eventId }: Stripe.Event, providerRefundId: string): Promise<void> {
    const refund = await this.provider.for(sandbox).refunds.retrieve(providerRefundId, WITH_BOOKING);
    const [row] = await this.db.sql<{ id: string }>`SELECT "id" FROM "refund"
      WHERE "market" = ${generationId(sandbox.id, sandbox.generation)}
        AND ("providerRefundId" = ${providerRefundId} OR "id" = ${refund.metadata?.refund ?? null})`;
    if (row) await this.note(sandbox, row.id, refund, eventId);
  }

  private async send(sandbox: Sandbox, wish: Refund & { providerIntentId: string }): Promise<void> {
    const { id, amountSatang, idempotencyKey, providerIntentId: payment_intent } = wish;
    const refund = await this.provider
      .for(sandbox)
      .refunds.create(
        { payment_intent, amount: Number(amountSatang), metadata: { refund: id }, ...WITH_BOOKING },
        { idempotencyKey },
      );
    await this.note(sandbox, id, refund, null);
  }

  private note(sandbox: Sandbox, refundId: string, refund: Stripe.Refund, eventId: string | null): Promise<void> {
    const { id: providerRefundId, status, balance_transaction } = refund;
    const news = { refundId, providerRefundId, status, fee: feeOf(balance_transaction), eventId };
    return this.outcomes.refunded(byPayments(sandbox.id), news);
  }
}
