import { brokenChains } from '../activity/verify-log.js';
import type { Database } from '../database/database.js';
import type { Contents, Manifest } from './manifest.js';

/** Something that can be asked and that answers as of one moment: a snapshot. */
export type Snapshot = Pick<Database, 'sql'>;

export interface Table {
  name: string;
  /** As a statement names it. */
  from: string;
}

/** Counts the rows of the tables; `ask` runs a statement made of names out of the database's own catalogue. */
export async function contentsOf(
  tables: readonly Table[],
  migrations: string,
  ask: (text: string) => Promise<Array<Record<string, unknown>>>,
): Promise<Contents> {
  const rows: Record<string, number> = {};
  for (const { name, from } of tables) {
    const [row] = await ask(`SELECT COUNT(*) AS "n" FROM ${from}`);
    rows[name] = Number(row?.n);
  }
  const done = await ask(`SELECT "timestamp" FROM ${migrations} ORDER BY "timestamp"`);
  return { migrations: done.map(({ timestamp }) => Number(timestamp)), rows };
}

export const headsOf = (snapshot: Snapshot): Promise<Manifest['heads']> =>
  snapshot.sql`SELECT "chain", "seq", "hash" FROM "activity_head" ORDER BY "chain"`;

/** The chains of the log that do not hold, in words, for whoever must know what is wrong. */
export async function brokenLog(snapshot: Snapshot, key: string | null): Promise<string[]> {
  const { broken } = await brokenChains(snapshot, key);
  return broken.map(({ chain, seq, reason }) => `${chain} row ${seq}: ${reason}`);
}
