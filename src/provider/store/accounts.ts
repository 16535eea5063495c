import type { ConnectModel } from '../rules/connect.js';
import { accountIdOf } from '../wire/ids.js';
import type { Db, Store, Tx } from './store.js';

/** The first three are answered; `hang` never answers, `cut` breaks the line, `none` only comes late. */
export const FAULT_ANSWERS = [429, 500, 'lock_timeout', 'hang', 'cut', 'none'] as const;

/** What the wire does to a request on purpose: `before` it has effect, `during` (undone, the answer saved) or `after` it. */
export interface Fault {
  status: (typeof FAULT_ANSWERS)[number];
  when: 'before' | 'during' | 'after';
  /** How long it waits at that moment. */
  latencyMs?: number;
}

export interface Account {
  id: string;
  /** Seconds at which a trainer or a market holds this account's clock; null is the clock on the wall. */
  clock: number | null;
  faults: Fault[];
  /** The account that opened this one, for a connected account; the clock is its platform's. */
  platform: string | null;
  /** Null is what the provider was started with. */
  connectModel: ConnectModel | null;
}

interface AccountRow {
  clock: string | number | null;
  faults: string;
  platform: string | null;
  connectModel: ConnectModel | null;
}

export const wallSeconds = (): number => Math.floor(Date.now() / 1000);

/** Seconds now, by the account's own clock: what `created` and every waiting time go by. */
export const accountSeconds = (account: Account): number => account.clock ?? wallSeconds();

/** The account of a key, made empty at its first use. */
export async function accountOf(store: Store, key: string): Promise<Account> {
  const id = accountIdOf(key);
  const known = await findAccount(store.db, id);
  if (known) return known;
  await store.write((tx) => openAccount(tx, id));
  return { id, clock: null, faults: [], platform: null, connectModel: null };
}

export async function findAccount(db: Db, id: string): Promise<Account | null> {
  const [row] = await db.sql<AccountRow>`
    SELECT "clock", "faults", "platform", "connectModel" FROM "account" WHERE "id" = ${id}`;
  if (!row) return null;
  const { platform, connectModel } = row;
  const clock = row.clock === null ? null : Number(row.clock);
  return { id, clock, faults: JSON.parse(row.faults) as Fault[], platform, connectModel };
}

/** Opens empty books; those of a connected account belong to `platform` and go by its clock. */
export const openAccount = (tx: Tx, id: string, platform: Account | null = null) => tx.sql`
  INSERT INTO "account" ("id", "clock", "faults", "webhookMode", "webhookModeLeft", "webhookDelayMs", "createdMs",
    "platform", "connectModel")
  VALUES (${id}, ${platform?.clock}, '[]', 'normal', 0, 0, ${Date.now()}, ${platform?.id}, ${platform?.connectModel})
  ON CONFLICT ("id") DO NOTHING`;

export async function connectedAccounts(db: Db, platform: string): Promise<string[]> {
  const rows = await db.sql<{ id: string }>`SELECT "id" FROM "account" WHERE "platform" = ${platform}`;
  return rows.map((row) => row.id);
}

export const setConnectModel = (tx: Tx, id: string, model: ConnectModel | null) => tx.sql`
  UPDATE "account" SET "connectModel" = ${model} WHERE "id" = ${id} OR "platform" = ${id}`;

export const setClock = (tx: Tx, id: string, seconds: number | null) => tx.sql`
  UPDATE "account" SET "clock" = ${seconds} WHERE "id" = ${id} OR "platform" = ${id}`;

export const setFaults = (tx: Tx, id: string, faults: Fault[]) => tx.sql`
  UPDATE "account" SET "faults" = ${JSON.stringify(faults)} WHERE "id" = ${id}`;

/** Takes the next fault off the list. Of two requests that saw the same one, only the first has it. */
export async function takeFault(store: Store, account: Account): Promise<Fault | null> {
  const [fault, ...rest] = account.faults;
  if (!fault) return null;
  const taken = await store.write(
    (tx) => tx.sql`
    UPDATE "account" SET "faults" = ${JSON.stringify(rest)}
    WHERE "id" = ${account.id} AND "faults" = ${JSON.stringify(account.faults)} RETURNING "id"`,
  );
  return taken.length === 1 ? fault : null;
}

/** Closes an account's books, and those of the accounts it opened, as if they had never been opened. */
export async function removeAccount(tx: Tx, id: string): Promise<void> {
  for (const connected of await connectedAccounts(tx, id)) await removeAccount(tx, connected);
  await tx.sql`DELETE FROM "due" WHERE "account" = ${id}`;
  await tx.sql`DELETE FROM "delivery_attempt" WHERE "account" = ${id}`;
  await tx.sql`DELETE FROM "delivery" WHERE "account" = ${id}`;
  await tx.sql`DELETE FROM "webhook_secret" WHERE "account" = ${id}`;
  await tx.sql`DELETE FROM "pay_page" WHERE "account" = ${id}`;
  await tx.sql`DELETE FROM "balance_entry" WHERE "account" = ${id}`;
  await tx.sql`DELETE FROM "idempotency" WHERE "account" = ${id}`;
  await tx.sql`DELETE FROM "object" WHERE "account" = ${id}`;
  await tx.sql`DELETE FROM "account" WHERE "id" = ${id}`;
}
