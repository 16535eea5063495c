import { existsSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import pg from 'pg';
import type { Config } from '../config/config.js';

/** By this name PostgreSQL shows who has the database open. */
export const APPLICATION = 'taladlab';

/** Whether an app has these data open, in whatever process. What takes things away from under people asks it first. */
export const appIsRunning = async ({ env, dataDir }: Config): Promise<boolean> =>
  env.DATABASE_URL ? hasGuests(env.DATABASE_URL) : isOpen(join(dataDir, 'taladlab.sqlite'));

/** A file's journal can be changed only when nobody else has the file open. */
function isOpen(file: string): boolean {
  if (!existsSync(file)) return false;
  const database = new Sqlite(file, { timeout: 0 });
  try {
    database.pragma('journal_mode = DELETE');
    return false;
  } catch (problem) {
    if (String((problem as { code?: string }).code).startsWith('SQLITE_BUSY')) return true;
    throw problem;
  } finally {
    database.close();
  }
}

/** An app keeps one connection open while it has nothing to ask. */
async function hasGuests(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query(
      'SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND application_name = $1 LIMIT 1',
      [APPLICATION],
    );
    return rows.length > 0;
  } finally {
    await client.end();
  }
}
