import { nextSeq } from '../wire/ids.js';
import type { Stored, TypeName } from '../wire/object-types.js';
import { lockTimeout } from '../wire/problem.js';
import { nothing, part } from './sql.js';
import type { Db, Tx } from './store.js';

/** Columns beside the body: for lists (`parent`, `customer`, `status`), conditions (`remaining`) and what the wire never shows. */
export interface Columns {
  parent?: string | null;
  customer?: string | null;
  status?: string | null;
  remaining?: number | null;
  hidden?: Record<string, unknown> | null;
}

export interface Found<T> {
  body: T;
  remaining: number;
  hidden: Record<string, string>;
}

interface ObjectRow {
  body: string;
  remaining: string | number | null;
  hidden: string | null;
}

export async function insertObject<N extends TypeName>(
  tx: Tx,
  account: string,
  type: N,
  body: Stored<N>,
  columns: Columns = {},
): Promise<void> {
  const { parent, customer, status, remaining, hidden } = columns;
  await tx.sql`
    INSERT INTO "object" ("account", "id", "type", "seq", "created", "parent", "customer", "status", "remaining", "hidden", "body")
    VALUES (${account}, ${body.id}, ${type}, ${nextSeq()}, ${'created' in body ? body.created : 0}, ${parent}, ${customer},
      ${status}, ${remaining}, ${hidden ? JSON.stringify(hidden) : null}, ${JSON.stringify(body)})`;
}

/** The object with its hidden part, or null. `lock` (only inside a transaction) makes others wait until the commit. */
export async function findObject<N extends TypeName>(
  db: Db,
  account: string,
  type: N,
  id: string,
  lock = false,
): Promise<Found<Stored<N>> | null> {
  // SQLite has one writer at a time and knows no row locks.
  const locking = lock && db.postgres ? part` FOR UPDATE` : nothing;
  const [row] = await db.sql<ObjectRow>`
    SELECT "body", "remaining", "hidden" FROM "object"
    WHERE "account" = ${account} AND "id" = ${id} AND "type" = ${type}${locking}`;
  return row ? found<Stored<N>>(row) : null;
}

const found = <T>(row: ObjectRow): Found<T> => ({
  body: JSON.parse(row.body) as T,
  remaining: Number(row.remaining ?? 0),
  hidden: row.hidden ? (JSON.parse(row.hidden) as Record<string, string>) : {},
});

/** Writes the new body. `from` is the status that the row must still have: of two racing changes only one finds it. */
export async function replaceObject<T extends { id: string }>(
  tx: Tx,
  account: string,
  body: T,
  change: {
    from?: string;
    status?: string;
    parent?: string;
    customer?: string | null;
    hidden?: Record<string, unknown>;
  } = {},
): Promise<void> {
  const status = change.status === undefined ? nothing : part`, "status" = ${change.status}`;
  const hidden = change.hidden === undefined ? nothing : part`, "hidden" = ${JSON.stringify(change.hidden)}`;
  const customer = change.customer === undefined ? nothing : part`, "customer" = ${change.customer}`;
  const parent = change.parent === undefined ? nothing : part`, "parent" = ${change.parent}`;
  const from = change.from === undefined ? nothing : part` AND "status" = ${change.from}`;
  const moved = await tx.sql`
    UPDATE "object" SET "body" = ${JSON.stringify(body)}${status}${parent}${customer}${hidden}
    WHERE "account" = ${account} AND "id" = ${body.id}${from} RETURNING "id"`;
  if (moved.length !== 1) throw lockTimeout();
}

/** Takes `amount` off what remains, or answers false when less is left: the database decides, so that no race can take more. */
export async function takeFromRemaining(tx: Tx, account: string, id: string, amount: number): Promise<boolean> {
  const taken = await tx.sql`
    UPDATE "object" SET "remaining" = "remaining" - ${amount}
    WHERE "account" = ${account} AND "id" = ${id} AND "remaining" >= ${amount} RETURNING "id"`;
  return taken.length === 1;
}

/** What was taken off and came to nothing. */
export const putBack = (tx: Tx, account: string, id: string, amount: number) => tx.sql`
  UPDATE "object" SET "remaining" = "remaining" + ${amount} WHERE "account" = ${account} AND "id" = ${id}`;

export const setRemaining = (tx: Tx, account: string, id: string, amount: number) => tx.sql`
  UPDATE "object" SET "remaining" = ${amount} WHERE "account" = ${account} AND "id" = ${id}`;

export const deleteObject = (tx: Tx, account: string, id: string) => tx.sql`
  DELETE FROM "object" WHERE "account" = ${account} AND "id" = ${id}`;
