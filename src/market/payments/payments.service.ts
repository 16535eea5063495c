import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { list } from '../../platform/database/sql.js';
import { conflict } from '../../shared/refusal.js';
import type { Act } from '../sandboxes/act.js';
import { Acts } from '../sandboxes/acts.service.js';
import {
  BY_HAND,
  isAtProvider,
  type Method,
  type Payment,
  type PaymentRequest,
  type Refund,
  tidyPayment,
} from './payment.js';
import { newsOf, PaymentAnnouncements } from './payment-announcements.js';

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
    private readonly announcements: PaymentAnnouncements,
  ) {}

  /** Writes the attempt before anybody calls the provider. An attempt that is still open is gone on with, so that two taps pay once. */
  start = this.acts.verb('payment.start', async (act, input: StartPayment): Promise<Payment> => {
    const request = await this.request(act.market, input.reference);
    if (request?.status !== 'due') throw conflict(request ? 'payments.not_due' : 'payments.unknown');
    if (!request.methods.includes(input.method)) throw conflict('payments.not_accepted');
    const [last] = await this.attempts(act.market, input.reference);
    if (last && isGoneOnWith(last, input.method)) return last;
    const payment = await this.write(act, request, input, last);
    if (input.method === 'cod') await this.promise(act, payment);
    return payment;
  });

  /** Asks for money that may be paid by these methods, as part of the caller's act. */
  async ask(act: Act, reference: string, amountSatang: number, methods: readonly Method[]): Promise<void> {
    await this.db.sql`INSERT INTO "payment_request" ("market", "reference", "amountSatang", "methods", "status")
      VALUES (${act.market}, ${reference}, ${amountSatang}, ${methods.join(',')}, 'due')`;
  }

  /** The money is no longer waited for. Answers whether it was still due: of a timeout and a payment only one wins. */
  async close(act: Act, reference: string, from: 'due' | 'promised' = 'due'): Promise<boolean> {
    const closed = await this.db.sql`UPDATE "payment_request" SET "status" = 'closed'
      WHERE "market" = ${act.market} AND "reference" = ${reference} AND "status" = ${from} RETURNING "reference"`;
    if (closed.length !== 1) return false;
    // What the provider has begun it ends by itself and tells; the rest nobody else would.
    await this.db.sql`UPDATE "payment" SET "status" = 'expired'
      WHERE "market" = ${act.market} AND "reference" = ${reference} AND "status" = 'pending' AND "method" IN ${list(BY_HAND)}
        AND "receivedSatang" = 0`;
    return true;
  }

  /** The attempt that money seen by hand belongs to: the open one of this method, or a new one. */
  async openByHand(act: Act, request: PaymentRequest, method: Method): Promise<Payment> {
    const attempts = await this.attempts(act.market, request.reference);
    const open = attempts.find(
      (one) => one.method === method && (one.status === 'pending' || one.status === 'expired'),
    );
    if (open) return open;
    return this.write(act, request, { ...request, method, testCard: null, returnUrl: null }, attempts[0]);
  }

  /** Wants a part of what was paid sent back, from a payment that still holds it: one that came a second time is on its way back as a whole. */
  async refund(
    act: Act,
    wish: { reference: string; objectId: string; amountSatang: number; reason: string; part?: number },
  ): Promise<void> {
    const [paid] = await this.db.sql<{ id: string }>`SELECT p."id" FROM "payment" p
      WHERE p."market" = ${act.market} AND p."reference" = ${wish.reference} AND p."status" IN ('captured', 'partially_refunded')
        AND p."amountSatang" - (SELECT COALESCE(SUM(r."amountSatang"), 0) FROM "refund" r WHERE r."paymentId" = p."id") >= ${wish.amountSatang}
        AND NOT EXISTS (SELECT 1 FROM "dispute" d WHERE d."paymentId" = p."id" AND d."status" IN ('withdrawn', 'lost'))
      ORDER BY p."attempt"`;
    if (!paid)
      throw conflict((await this.isDisputed(act, wish.reference)) ? 'payments.disputed' : 'payments.nothing_paid');
    await this.wantRefund(act, paid.id, wish);
  }

  async wantRefund(
    act: Act,
    paymentId: string,
    wish: { objectId: string; amountSatang: number; reason: string; part?: number },
  ): Promise<void> {
    const id = act.nextId('ref');
    await this.db
      .sql`INSERT INTO "refund" ("id", "market", "paymentId", "objectId", "amountSatang", "reason", "status", "idempotencyKey")
      VALUES (${id}, ${act.market}, ${paymentId}, ${wish.objectId}, ${wish.amountSatang}, ${wish.reason}, 'wanted',
        ${keyOf(paymentId, wish)}) ON CONFLICT DO NOTHING`;
    act.record('refund.requested', id, { ...wish, paymentId });
  }

  /** Satang of an object that went back, or are to go. */
  async backOrWanted(market: string, objectId: string): Promise<{ satang: number; times: number }> {
    const [row] = await this.db.sql<{ satang: string | number | null; times: string | number }>`
      SELECT SUM("amountSatang") AS "satang", COUNT(*) AS "times" FROM "refund"
      WHERE "market" = ${market} AND "objectId" = ${objectId}`;
    return { satang: Number(row?.satang ?? 0), times: Number(row?.times ?? 0) };
  }

  /** The refunds of an object, oldest first. */
  async refundsOf(market: string, objectId: string): Promise<Refund[]> {
    const rows = await this.db.sql<Refund>`SELECT * FROM "refund"
      WHERE "market" = ${market} AND "objectId" = ${objectId} ORDER BY "id"`;
    return rows.map((row) => ({ ...row, amountSatang: Number(row.amountSatang) }));
  }

  async request(market: string, reference: string): Promise<PaymentRequest | null> {
    const [row] = await this.db.sql<PaymentRequest & { methods: string }>`SELECT * FROM "payment_request"
      WHERE "market" = ${market} AND "reference" = ${reference}`;
    if (!row) return null;
    return { ...row, amountSatang: Number(row.amountSatang), methods: row.methods.split(',') as Method[] };
  }

  /** The buyer's bank has the money already: sent back as well it would come to him twice. */
  private async isDisputed(act: Act, reference: string): Promise<boolean> {
    const rows = await this.db.sql`SELECT d."id" FROM "dispute" d JOIN "payment" p ON p."id" = d."paymentId"
      WHERE p."market" = ${act.market} AND p."reference" = ${reference} AND d."status" IN ('withdrawn', 'lost')`;
    return rows.length > 0;
  }

  private async write(act: Act, request: PaymentRequest, input: StartPayment, last?: Payment): Promise<Payment> {
    const { reference, method, testCard, returnUrl } = input;
    const attempt = (last?.attempt ?? 0) + 1;
    const id = act.nextId('pay');
    const key = `order:${reference}:pay:${attempt}`;
    const asked = JSON.stringify({ testCard, returnUrl });
    await this.db.sql`INSERT INTO "payment" ("id", "market", "reference", "method", "amountSatang", "status", "attempt",
        "idempotencyKey", "request", "startedAt")
      VALUES (${id}, ${act.market}, ${reference}, ${method}, ${request.amountSatang}, 'pending', ${attempt}, ${key},
        ${asked}, ${new Date()})`;
    act.record('payment.started', id, { reference, method, attempt });
    return this.get(id);
  }

  /** From now on the courier is waited for, and no other way to pay is open. */
  private async promise(act: Act, payment: Payment): Promise<void> {
    await this.db.sql`UPDATE "payment_request" SET "status" = 'promised'
      WHERE "market" = ${act.market} AND "reference" = ${payment.reference} AND "status" = 'due'`;
    act.record('payment.promised', payment.id, { reference: payment.reference, amountSatang: payment.amountSatang });
    await this.announcements.announce(act, newsOf(payment, 'promised'));
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

/** Two taps pay once: an attempt that the provider has not answered yet, or an open one of the same method. */
function isGoneOnWith({ status, method, providerIntentId }: Payment, wanted: Method): boolean {
  return status === 'pending' && (method === wanted || (isAtProvider(method) && !providerIntentId));
}

/** An object that goes back in several parts has a key for each after the first. */
const keyOf = (paymentId: string, { objectId, part = 1 }: { objectId: string; part?: number }): string =>
  `payment:${paymentId}:refund:${objectId}${part > 1 ? `:${part}` : ''}`;
