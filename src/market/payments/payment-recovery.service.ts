import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { Database } from '../../platform/database/database.js';
import { list } from '../../platform/database/sql.js';
import { sandboxOf } from '../sandboxes/generation.js';
import { Sandboxes } from '../sandboxes/sandboxes.service.js';
import { byPayments } from './by-payments.js';
import { newsOf, WITH_FEE } from './intent-news.js';
import { AT_PROVIDER, type Payment, tidyPayment } from './payment.js';
import { PaymentOutcomes } from './payment-outcomes.service.js';
import { PaymentsDesk } from './payments-desk.service.js';
import { ProviderClient } from './provider-client.service.js';
import { RefundsDesk } from './refunds-desk.service.js';

const FIRST_AFTER = 2_000;
const EVERY = 10_000;
// Given back after each round; shorter than these are apart, so that a process that died in one does not keep the next from looking.
const LEASE = 8_000;
// A younger attempt is most likely under way in this very moment.
const UNDER_WAY = 3_000;
// By then the provider has told its news many times: a code that nobody scanned is not asked about for ever.
const ASK_FOR = 24 * 3_600_000;
const AT_ONCE = 200;

/** After a power cut: attempts that were never answered are asked again by their own key, and what became of the others is looked up. */
@Injectable()
export class PaymentRecovery implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger(PaymentRecovery.name);
  private readonly timers: NodeJS.Timeout[] = [];

  constructor(
    private readonly db: Database,
    private readonly sandboxes: Sandboxes,
    private readonly desk: PaymentsDesk,
    private readonly refunds: RefundsDesk,
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
    if (!this.http.httpAdapter.getHttpServer().listening) return;
    // Most rounds find nothing, and then nothing is written either.
    if ((await this.open()).length + (await this.owing()).length === 0) return;
    const lease = await this.claim();
    if (!lease) return;
    try {
      for (const payment of await this.open()) await this.safely(() => this.recover(payment));
      for (const { market } of await this.owing()) await this.safely(() => this.refunds.sendRefunds(sandboxOf(market)));
    } finally {
      await this.release(lease);
    }
  }

  /** Of markets that go on: what was open in a generation that was reset, or in a replay, stays as it was. */
  private async open(): Promise<Payment[]> {
    const now = Date.now();
    const rows = await this.db.sql<Payment>`SELECT p.* FROM "payment" p
      JOIN "sandbox" s ON p."market" = s."id" || '.' || s."generation" AND s."closedAt" IS NULL
      WHERE p."status" = 'pending' AND p."method" IN ${list(AT_PROVIDER)} AND p."startedAt" < ${new Date(now - UNDER_WAY)}
        AND (p."providerIntentId" IS NULL OR p."startedAt" > ${new Date(now - ASK_FOR)})
      ORDER BY p."startedAt" LIMIT ${AT_ONCE}`;
    return rows.map(tidyPayment);
  }

  private owing(): Promise<Array<{ market: string }>> {
    return this.db.sql<{ market: string }>`SELECT DISTINCT r."market" FROM "refund" r
      JOIN "sandbox" s ON r."market" = s."id" || '.' || s."generation" AND s."closedAt" IS NULL
      JOIN "payment" p ON p."id" = r."paymentId" AND p."method" IN ${list(AT_PROVIDER)}
      WHERE r."status" = 'wanted' LIMIT ${AT_ONCE}`;
  }

  private async recover(payment: Payment): Promise<void> {
    const sandbox = await this.sandboxes.get(sandboxOf(payment.market));
    await this.provider.listen(sandbox);
    const known = payment.providerIntentId ?? (await this.desk.ask(sandbox, payment)).intentId;
    const intent = await this.provider.for(sandbox).paymentIntents.retrieve(known, { expand: WITH_FEE });
    const news = newsOf(intent as Parameters<typeof newsOf>[0]);
    if (news.status === 'requires_action') return;
    const paymentId = payment.id;
    await this.outcomes.settled(byPayments(sandbox.id), { ...news, paymentId, eventId: null, eventType: 'recovery' });
  }

  /** One payment that cannot be recovered must not keep the others from it. */
  private async safely(work: () => Promise<void>): Promise<void> {
    await work().catch((problem) => this.logger.warn(`A payment was not recovered: ${problem}`));
  }

  private async claim(): Promise<Date | null> {
    const now = new Date();
    const until = new Date(now.getTime() + LEASE);
    const mine = await this.db.transaction(
      () => this.db.sql`INSERT INTO "lease" ("name", "leaseUntil") VALUES ('payment-recovery', ${until})
        ON CONFLICT ("name") DO UPDATE SET "leaseUntil" = ${until} WHERE "lease"."leaseUntil" < ${now} RETURNING "name"`,
    );
    return mine.length === 1 ? until : null;
  }

  private async release(lease: Date): Promise<void> {
    await this.db.transaction(
      () =>
        this.db
          .sql`UPDATE "lease" SET "leaseUntil" = ${new Date()} WHERE "name" = 'payment-recovery' AND "leaseUntil" = ${lease}`,
    );
  }
}
