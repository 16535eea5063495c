import type { Db, Tx } from './store.js';

export interface SavedAnswer {
  fingerprint: string;
  requestId: string;
  status: number;
  body: string;
}

const DAY_MS = 24 * 3_600_000;

export async function savedAnswer(db: Db, account: string, key: string): Promise<SavedAnswer | null> {
  const [row] = await db.sql<SavedAnswer>`
    SELECT "fingerprint", "requestId", "status", "body" FROM "idempotency"
    WHERE "account" = ${account} AND "key" = ${key} AND "createdMs" > ${Date.now() - DAY_MS}`;
  return row ?? null;
}

/** Saved with the effect in one transaction: neither a crash nor a race can leave one without the other. */
export const saveAnswer = (tx: Tx, account: string, key: string, answer: SavedAnswer) => tx.sql`
  INSERT INTO "idempotency" ("account", "key", "fingerprint", "requestId", "status", "body", "createdMs")
  VALUES (${account}, ${key}, ${answer.fingerprint}, ${answer.requestId}, ${answer.status}, ${answer.body}, ${Date.now()})
  ON CONFLICT ("account", "key") DO UPDATE SET "fingerprint" = excluded."fingerprint", "requestId" = excluded."requestId",
    "status" = excluded."status", "body" = excluded."body", "createdMs" = excluded."createdMs"`;

/** Another process may be at work on the same key; PostgreSQL tells at once, and forgets by itself when that process dies. */
export async function lockKey(tx: Tx, account: string, key: string): Promise<boolean> {
  if (!tx.postgres) return true;
  const [row] = await tx.sql<{ free: boolean }>`
    SELECT pg_try_advisory_xact_lock(hashtextextended(${`${account} ${key}`}, 0)) AS "free"`;
  return row?.free === true;
}

/** Keys are good for a day at Stripe; an older one is as good as new. */
export const forgetOldAnswers = (tx: Tx) => tx.sql`
  DELETE FROM "idempotency" WHERE "createdMs" <= ${Date.now() - DAY_MS}`;
