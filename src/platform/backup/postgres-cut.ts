import pg from 'pg';
import { type Row, statement } from '../database/sql.js';
import { contentsOf, type Snapshot, type Table } from './contents.js';
import type { Contents } from './manifest.js';
import { runTool } from './postgres-tools.js';

/** The app's tables and the embedded provider's, which lie in one database. */
const SCHEMAS = { market: 'public', provider: 'provider' } as const;
export type Part = keyof typeof SCHEMAS;

export interface PostgresSnapshot extends Snapshot {
  /** Null where the part is not there. */
  contents(part: Part): Promise<Contents | null>;
  /** Writes what the snapshot sees into a file for `pg_restore`. */
  dump(to: string): Promise<void>;
}

/** Reads the database as it stood at one moment, whatever is written to it meanwhile. */
export async function withSnapshot<T>(url: string, work: (snapshot: PostgresSnapshot) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    const { rows } = await client.query('SELECT pg_export_snapshot() AS "id"');
    const ask = async (text: string): Promise<Row[]> => (await client.query(text)).rows;
    return await work({
      sql: async <R>(text: TemplateStringsArray, ...values: unknown[]) =>
        (await client.query(...statement(true, text, values))).rows as R[],
      contents: (part) => partOf(part, ask),
      dump: (to) => runTool('pg_dump', url, ['--format=custom', `--snapshot=${rows[0].id}`, `--file=${to}`, ...PLAIN]),
    });
  } finally {
    await client.end();
  }
}

/** Whoever restores may have other users. */
const PLAIN = ['--no-owner', '--no-privileges'];

/** All of it or nothing. */
export const restoreDump = (url: string, dump: string): Promise<void> =>
  runTool('pg_restore', url, ['--single-transaction', '--exit-on-error', ...PLAIN, dump]);

/** Takes away what a restore has just put into a database that held neither part; what else lies in it stays. */
export async function emptyAgain(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const ask = async (text: string): Promise<Row[]> => (await client.query(text)).rows;
    const tables = (await tablesOf(SCHEMAS.market, ask)).map(({ from }) => from).join(', ');
    if (tables) await client.query(`DROP TABLE ${tables} CASCADE`);
    await client.query(`DROP SCHEMA IF EXISTS "${SCHEMAS.provider}" CASCADE`);
  } finally {
    await client.end();
  }
}

async function partOf(part: Part, ask: (text: string) => Promise<Row[]>): Promise<Contents | null> {
  const tables = await tablesOf(SCHEMAS[part], ask);
  return tables.length > 0 ? contentsOf(tables, `"${SCHEMAS[part]}"."migrations"`, ask) : null;
}

async function tablesOf(schema: string, ask: (text: string) => Promise<Row[]>): Promise<Table[]> {
  const names = await ask(`SELECT table_name AS "name" FROM information_schema.tables
    WHERE table_schema = '${schema}' AND table_type = 'BASE TABLE' ORDER BY 1`);
  return names.map(({ name }) => ({ name: String(name), from: `"${schema}"."${name}"` }));
}
