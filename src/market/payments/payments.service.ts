import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { conflict } from '../../shared/refusal.js';
import type { Act } from '../sandboxes/act.js';
import { Acts } from '../sandboxes/acts.service.js';
import { type Method, type Payment, type PaymentRequest, tidyPayment } from './payment.js';

export interface StartPayment {
  reference: string;
  method: Method;
  /** A test payment method of the provider, for cards. */
  testCard: string | null;
  returnUrl: string | null;
}

/** What is owed for a reference and the attempts to pay it. Everything here is a row; the provider is called by others. */
@Injectable()
export class Payments {
  constructor(
    private readonly db: Database,
    private readonly acts: Acts,
  ) {}

  /** Writes the attempt before anybody calls the provider. An attempt that is still open is gone on with, so that two taps pay once. */
  start = this.acts.verb('payment.start', async (act, input: StartPayment): Promise<Payment> => {
    const request = await this.request(act.market, input.reference);
    if (request?.status !== 'due') throw conflict(request ? 'payments.not_due' : 'payments.unknown');
    if (!request.methods.includes(input.method)) throw conflict('payments.not_accepted');
    const [last] = await this.attempts(act.market, input.reference);
    if (last?.status === 'pending' && (!last.providerIntentId || last.method === input.method)) return last;
    const attempt = (last?.attempt ?? 0) + 1;
    const id = act.nextId('pay');
    const key = `order:${input.reference}:pay:${attempt}`;
    const asked = JSON.stringify({ testCard: input.testCard, returnUrl: input.returnUrl });
    await this.db.sql`INSERT INTO "payment" ("id", "market", "reference", "method", "amountSatang", "status", "attempt",
        "idempotencyKey", "request", "startedAt")
      VALUES (${id}, ${act.market}, ${input.reference}, ${input.method}, ${request.amountSatang}, 'pending', ${attempt}, ${key},
        ${asked}, ${new Date()})`;
    act.record('payment.started', id, { reference: input.reference, method: input.method, attempt });
    return this.get(id);
  });

  /** Asks for money that may be paid by these methods, as part of the caller's act. */
  async ask(act: Act, reference: string, amountSatang: number, methods: readonly Method[]): Promise<void> {
    await this.db.sql`INSERT INTO "payment_request" ("market", "reference", "amountSatang", "methods", "status")
      VALUES (${act.market}, ${reference}, ${amountSatang}, ${methods.join(',')}, 'due')`;
  }

  /** The money is no longer waited for. Answers whether it was still due: of a timeout and a payment only one wins. */
  async close(act: Act, reference: string): Promise<boolean> {
    const closed = await this.db.sql`UPDATE "payment_request" SET "status" = 'closed'
      WHERE "market" = ${act.market} AND "reference" = ${reference} AND "status" = 'due' RETURNING "reference"`;
    return closed.length === 1;
  }

  /** Wants a part of what was paid sent back, from a payment that still holds it: one that came a second time is on its way back as a whole. */
  async refund(
    act: Act,
    wish: { reference: string; objectId: string; amountSatang: number; reason: string },
  ): Promise<void> {
    const [paid] = await this.db.sql<{ id: string }>`SELECT p."id" FROM "payment" p
      WHERE p."market" = ${act.market} AND p."reference" = ${wish.reference} AND p."status" IN ('captured', 'partially_refunded')
        AND p."amountSatang" - (SELECT COALESCE(SUM(r."amountSatang"), 0) FROM "refund" r WHERE r."paymentId" = p."id") >= ${wish.amountSatang}
      ORDER BY p."attempt"`;
    if (!paid) throw conflict('payments.nothing_paid');
    await this.wantRefund(act, paid.id, wish);
  }

  async wantRefund(
    act: Act,
    paymentId: string,
    wish: { objectId: string; amountSatang: number; reason: string },
  ): Promise<void> {
    const id = act.nextId('ref');
    await this.db
      .sql`INSERT INTO "refund" ("id", "market", "paymentId", "objectId", "amountSatang", "reason", "status", "idempotencyKey")
      VALUES (${id}, ${act.market}, ${paymentId}, ${wish.objectId}, ${wish.amountSatang}, ${wish.reason}, 'wanted',
        ${`payment:${paymentId}:refund:${wish.objectId}`}) ON CONFLICT DO NOTHING`;
    act.record('refund.requested', id, { ...wish, paymentId });
  }

  async request(market: string, reference: string): Promise<PaymentRequest | null> {
    const [row] = await this.db.sql<PaymentRequest & { methods: string }>`SELECT * FROM "payment_request"
      WHERE "market" = ${market} AND "reference" = ${reference}`;
    if (!row) return null;
    return { ...row, amountSatang: Number(row.amountSatang), methods: row.methods.split(',') as Method[] };
  }

  /** The attempts to pay for a reference, newest first. */
  async attempts(market: string, reference: string): Promise<Payment[]> {
    const rows = await this.db.sql<Payment>`SELECT * FROM "payment"
      WHERE "market" = ${market} AND "reference" = ${reference} ORDER BY "attempt" DESC`;
    return rows.map(tidyPayment);
  }

  async get(id: string): Promise<Payment> {
    const [row] = await this.db.sql<Payment>`SELECT * FROM "payment" WHERE "id" = ${id}`;
    if (!row) throw conflict('payments.unknown');
    return tidyPayment(row);
  }
}
