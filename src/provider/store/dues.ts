import { among, nothing, part } from './sql.js';
import type { Db, Tx } from './store.js';

/** What can fall due; `time/due-kinds.ts` says what happens then. The object is an id, or of `balance` a currency and a day. */
export const DUE_KINDS = [
  'page',
  'capture',
  'processing',
  'balance',
  'refund',
  'payout',
  'dispute',
  'session',
] as const;
export type DueKind = (typeof DUE_KINDS)[number];

export interface Due {
  account: string;
  kind: DueKind;
  object: string;
  /** Seconds of the account's clock. */
  at: number;
}

interface Scheduling {
  tx: Tx;
  account: { id: string };
  expect(at: number): void;
}

/** Has it happen at `at`; what was scheduled before for the same kind and object is forgotten. */
export async function schedule(acting: Scheduling, kind: DueKind, object: string, at: number): Promise<void> {
  await acting.tx.sql`
    INSERT INTO "due" ("account", "kind", "object", "at") VALUES (${acting.account.id}, ${kind}, ${object}, ${at})
    ON CONFLICT ("account", "kind", "object") DO UPDATE SET "at" = ${at}`;
  acting.tx.afterCommit(() => acting.expect(at));
}

/** Has it happen at the latest of the moments for which it was scheduled. */
export async function scheduleLatest(acting: Scheduling, kind: DueKind, object: string, at: number): Promise<void> {
  await acting.tx.sql`
    INSERT INTO "due" ("account", "kind", "object", "at") VALUES (${acting.account.id}, ${kind}, ${object}, ${at})
    ON CONFLICT ("account", "kind", "object")
    DO UPDATE SET "at" = CASE WHEN "due"."at" < ${at} THEN ${at} ELSE "due"."at" END`;
  acting.tx.afterCommit(() => acting.expect(at));
}

export const unschedule = (acting: Pick<Scheduling, 'tx' | 'account'>, kind: DueKind, object: string) => acting.tx.sql`
  DELETE FROM "due" WHERE "account" = ${acting.account.id} AND "kind" = ${kind} AND "object" = ${object}`;

/** Strikes it off, or answers false when another process was first, or it has been put off meanwhile. */
export async function strike(tx: Tx, due: Due): Promise<boolean> {
  const struck = await tx.sql`
    DELETE FROM "due" WHERE "account" = ${due.account} AND "kind" = ${due.kind} AND "object" = ${due.object}
      AND "at" = ${due.at} RETURNING "at"`;
  return struck.length === 1;
}

/** The first thing of the accounts that is due by `until`, those in `except` left out. */
export async function firstDue(
  db: Db,
  accounts: readonly string[],
  until: number,
  except: readonly string[],
): Promise<Due | null> {
  const others = except.length === 0 ? nothing : part` AND "kind" || "object" NOT IN ${among(except)}`;
  const [row] = await db.sql<Due>`
    SELECT * FROM "due" WHERE "account" IN ${among(accounts)} AND "at" <= ${until}${others}
    ORDER BY "at", "kind", "object" LIMIT 1`;
  return row ? { ...row, at: Number(row.at) } : null;
}

/** The accounts for which something is due now, each by its own clock. `wall` is the time of those that keep to the wall's. */
export async function accountsWithDues(db: Db, wall: number): Promise<string[]> {
  const rows = await db.sql<{ account: string }>`
    SELECT DISTINCT d."account" FROM "due" d JOIN "account" a ON a."id" = d."account"
    WHERE d."at" <= COALESCE(a."clock", ${wall}) LIMIT 100`;
  return rows.map((row) => row.account);
}

/** When (wall, seconds) something will be due that is not yet, or null. Clocks that are held move only when they are moved. */
export async function nextOnTheWall(db: Db, wall: number): Promise<number | null> {
  const [row] = await db.sql<{ at: string | number }>`
    SELECT d."at" FROM "due" d JOIN "account" a ON a."id" = d."account"
    WHERE d."at" > ${wall} AND a."clock" IS NULL ORDER BY d."at" LIMIT 1`;
  return row ? Number(row.at) : null;
}
