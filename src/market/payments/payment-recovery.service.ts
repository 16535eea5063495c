import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { Database } from '../../platform/database/database.js';
import { generationId } from '../sandboxes/generation.js';
import { Sandboxes } from '../sandboxes/sandboxes.service.js';
import { newsOf } from './intent-news.js';
import { type Payment, tidyPayment } from './payment.js';
import { PaymentOutcomes } from './payment-outcomes.service.js';
import { byPayments, PaymentsDesk } from './payments-desk.service.js';
import { ProviderClient } from './provider-client.service.js';

const FIRST_AFTER = 2_000;
const EVERY = 10_000;
// Shorter than the rounds are apart: a process that died must not keep the next one from looking.
const LEASE = 8_000;
// A younger attempt is most likely under way in this very moment.
const UNDER_WAY = 3_000;

/** After a power cut: attempts that were never answered are asked again by their own key, and what became of the others is looked up. */
@Injectable()
export class PaymentRecovery implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger(PaymentRecovery.name);
  private readonly timers: NodeJS.Timeout[] = [];

  constructor(
    private readonly db: Database,
    private readonly sandboxes: Sandboxes,
    private readonly desk: PaymentsDesk,
    private readonly outcomes: PaymentOutcomes,
    private readonly provider: ProviderClient,
    private readonly http: HttpAdapterHost,
  ) {}

  onApplicationBootstrap(): void {
    const round = () => void this.round().catch((problem) => this.logger.warn(`Payments not recovered: ${problem}`));
    this.timers.push(setTimeout(round, FIRST_AFTER).unref(), setInterval(round, EVERY).unref());
  }

  onApplicationShutdown(): void {
    for (const timer of this.timers) clearTimeout(timer);
  }

  /** One round over everything open, in one process at a time. */
  async round(): Promise<void> {
    // Before the app listens the provider has no address to tell its news to.
    if (!this.http.httpAdapter.getHttpServer().listening || !(await this.claim())) return;
    const open = await this.db.sql<Payment>`SELECT * FROM "payment" WHERE "status" = 'pending'
      AND "startedAt" < ${new Date(Date.now() - UNDER_WAY)} ORDER BY "startedAt"`;
    for (const payment of open.map(tidyPayment)) await this.safely(() => this.recover(payment));
    const owing = await this.db.sql<{
      market: string;
    }>`SELECT DISTINCT "market" FROM "refund" WHERE "status" = 'wanted'`;
    for (const { market } of owing) await this.safely(() => this.desk.sendRefunds(sandboxOf(market)));
  }

  private async recover(payment: Payment): Promise<void> {
    const sandbox = await this.sandboxes.find(sandboxOf(payment.market));
    // A reset market goes on in its next generation; what was open in the old one stays as it was.
    if (!sandbox || generationId(sandbox.id, sandbox.generation) !== payment.market) return;
    await this.provider.listen(sandbox);
    const known = payment.providerIntentId;
    const news = known
      ? newsOf((await this.provider.for(sandbox).paymentIntents.retrieve(known)) as Parameters<typeof newsOf>[0])
      : await this.desk.ask(sandbox, payment);
    if (news.status === 'requires_action') return;
    const paymentId = payment.id;
    await this.outcomes.settled(byPayments(sandbox.id), { ...news, paymentId, eventId: null, eventType: 'recovery' });
  }

  /** One payment that cannot be recovered must not keep the others from it. */
  private async safely(work: () => Promise<void>): Promise<void> {
    await work().catch((problem) => this.logger.warn(`A payment was not recovered: ${problem}`));
  }

  private async claim(): Promise<boolean> {
    const now = new Date();
    const until = new Date(now.getTime() + LEASE);
    const mine = await this.db.transaction(
      () => this.db.sql`INSERT INTO "lease" ("name", "leaseUntil") VALUES ('payment-recovery', ${until})
        ON CONFLICT ("name") DO UPDATE SET "leaseUntil" = ${until} WHERE "lease"."leaseUntil" < ${now} RETURNING "name"`,
    );
    return mine.length === 1;
  }
}

const sandboxOf = (market: string): string => market.slice(0, market.lastIndexOf('.'));
