import { findAccount } from '../store/accounts.js';
import { among, nothing, part } from '../store/sql.js';
import type { Db, Tx } from '../store/store.js';
import type { Stored } from '../wire/object-types.js';
import { retryDelay, type WebhookMode } from './modes.js';

export interface Delivery {
  id: string;
  account: string;
  event: string;
  /** In whose books the event is; null in those of `account`. */
  eventAccount: string | null;
  endpoint: string;
  mode: WebhookMode;
  attempts: number;
}

/** Longer than a delivery may take: a lease that ran out belongs to a process that died. */
export const LEASE_MS = 15_000;

const PENDING = part`"state" = 'pending'`;
const free = () => part`"leaseMs" < ${Date.now()}`;

/** The endpoints for which something is due now. */
export async function dueEndpoints(db: Db): Promise<string[]> {
  const rows = await db.sql<{ endpoint: string }>`
    SELECT DISTINCT "endpoint" FROM "delivery" WHERE ${PENDING} AND "dueMs" <= ${Date.now()} AND ${free()} LIMIT 100`;
  return rows.map((row) => row.endpoint);
}

/** When (wall, ms) the next delivery that is not due yet will be, or null. */
export async function nextDue(db: Db): Promise<number | null> {
  const [row] = await db.sql<{ due: string | number | null }>`
    SELECT MIN("dueMs") AS "due" FROM "delivery" WHERE ${PENDING} AND "dueMs" > ${Date.now()}`;
  return row?.due == null ? null : Number(row.due);
}

/**
 * Leases the first delivery of the endpoint that is due, so that no other process sends it too. With `except`, also those
 * that are not due yet, but none of the ones named.
 */
export async function claim(tx: Tx, endpoint: string, except?: readonly string[]): Promise<Delivery | null> {
  const due = except ? notAmong(except) : part` AND "dueMs" <= ${Date.now()}`;
  const skip = tx.postgres ? part` FOR UPDATE SKIP LOCKED` : nothing;
  const [row] = await tx.sql<Delivery>`
    UPDATE "delivery" SET "leaseMs" = ${Date.now() + LEASE_MS}, "attempts" = "attempts" + 1
    WHERE "id" = (SELECT "id" FROM "delivery" WHERE "endpoint" = ${endpoint} AND ${PENDING} AND ${free()}${due}
      ORDER BY "dueMs", "seq" LIMIT 1${skip})
    RETURNING "id", "account", "event", "eventAccount", "endpoint", "mode", "attempts"`;
  return row ?? null;
}

const notAmong = (ids: readonly string[]) => (ids.length === 0 ? nothing : part` AND "id" NOT IN ${among(ids)}`);

export interface Outcome {
  status: number | null;
  problem: string | null;
  /** When it was sent (wall) and how long the answer took. */
  atMs: number;
  tookMs: number;
}

/** No wall clock gets there: a try that waits for its account's clock. */
const NOT_BY_THE_WALL = 8_640_000_000_000_000;

/** Writes down how a try ended: delivered, to be tried again later, or given up. */
export async function settle(
  tx: Tx,
  delivery: Delivery,
  outcome: Outcome,
  schedule: readonly number[],
): Promise<'delivered' | 'pending' | 'failed'> {
  const arrived = outcome.status !== null && outcome.status >= 200 && outcome.status < 300;
  const wait = arrived ? null : retryDelay(delivery.attempts, schedule);
  const state = arrived ? 'delivered' : wait === null ? 'failed' : 'pending';
  const { due, clockDue } = await dueAfter(tx, delivery, wait ?? 0);
  await tx.sql`
    UPDATE "delivery" SET "state" = ${state}, "leaseMs" = 0, "dueMs" = ${due}, "clockDue" = ${clockDue},
      "mode" = 'normal', "lastStatus" = ${outcome.status}, "lastProblem" = ${outcome.problem?.slice(0, 200) ?? null}
    WHERE "id" = ${delivery.id}`;
  await tx.sql`
    INSERT INTO "delivery_attempt" ("delivery", "number", "account", "atMs", "tookMs", "status", "problem")
    VALUES (${delivery.id}, ${delivery.attempts}, ${delivery.account}, ${outcome.atMs}, ${outcome.tookMs},
      ${outcome.status}, ${outcome.problem?.slice(0, 200) ?? null})`;
  return state;
}

/** The wait is the account's time: where its clock is held, only moving that clock ends it. */
async function dueAfter(
  tx: Tx,
  { account }: Delivery,
  wait: number,
): Promise<{ due: number; clockDue: number | null }> {
  const clock = wait === 0 ? null : ((await findAccount(tx, account))?.clock ?? null);
  if (clock === null) return { due: Date.now() + wait * 1000, clockDue: null };
  return { due: NOT_BY_THE_WALL, clockDue: clock + wait };
}

/** The account's clock was moved to `clock`, or let go (null): what waited for that is due now. */
export function clockMoved(tx: Tx, account: string, clock: number | null): Promise<unknown> {
  const reached = clock === null ? nothing : part` AND "clockDue" <= ${clock}`;
  return tx.sql`
    UPDATE "delivery" SET "dueMs" = ${Date.now()}, "clockDue" = NULL
    WHERE ${PENDING} AND "clockDue" IS NOT NULL${reached} AND "account" IN
      (SELECT "id" FROM "account" WHERE "id" = ${account} OR "platform" = ${account})`;
}

export const abandon = (tx: Tx, delivery: Delivery) => tx.sql`
  UPDATE "delivery" SET "state" = 'failed', "leaseMs" = 0, "lastProblem" = 'endpoint_deleted' WHERE "id" = ${delivery.id}`;

/** On SQLite there is one process: whatever is leased when it starts was left behind by a crash. */
export const releaseLeases = (tx: Tx) => tx.sql`UPDATE "delivery" SET "leaseMs" = 0 WHERE ${PENDING}`;

/** How many deliveries of the account still wait, whether due or not, and at which endpoints. */
export async function pendingOf(db: Db, account: string): Promise<Array<{ id: string; endpoint: string }>> {
  return db.sql`SELECT "id", "endpoint" FROM "delivery" WHERE "account" = ${account} AND ${PENDING}`;
}

export interface Parcel {
  url: string;
  secrets: string[];
  body: string;
}

/** What is to be sent where, or null when the endpoint is gone or switched off. The body is the same at every try. */
export async function parcelOf(db: Db, { account, endpoint, event, eventAccount }: Delivery): Promise<Parcel | null> {
  const rows = await db.sql<{ id: string; body: string }>`
    SELECT "id", "body" FROM "object" WHERE ("account" = ${account} AND "id" = ${endpoint})
      OR ("account" = ${eventAccount ?? account} AND "id" = ${event})`;
  const target = rows.find((row) => row.id === endpoint);
  const content = rows.find((row) => row.id === event);
  if (!target || !content) return null;
  const { url, status } = JSON.parse(target.body) as Stored<'webhook_endpoint'>;
  if (status !== 'enabled') return null;
  const secrets = await db.sql<{ secret: string }>`
    SELECT "secret" FROM "webhook_secret" WHERE "account" = ${account} AND "endpoint" = ${endpoint}
      AND ("expiresMs" IS NULL OR "expiresMs" > ${Date.now()}) ORDER BY "expiresMs" IS NULL DESC`;
  return { url, secrets: secrets.map((row) => row.secret), body: JSON.stringify(JSON.parse(content.body), null, 2) };
}
