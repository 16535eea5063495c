import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DataSource, type DataSourceOptions } from 'typeorm';
import { Provider1764100000001 } from './migrations/1764100000001-provider.js';
import { Dues1764100000101 } from './migrations/1764100000101-dues.js';
import { Connect1764100000201 } from './migrations/1764100000201-connect.js';
import { Deliveries1764100000301 } from './migrations/1764100000301-deliveries.js';
import { Store } from './store.js';

const SCHEMA = 'provider';
const MIGRATIONS = [Provider1764100000001, Dues1764100000101, Connect1764100000201, Deliveries1764100000301];
// Any number will do as long as every process of the provider uses the same one.
const MIGRATION_LOCK = 1764100000;

/** Opens `provider.sqlite` in the folder, or the schema `provider` of the PostgreSQL database, and migrates it. */
export async function openStore(dataDir: string, databaseUrl?: string): Promise<Store> {
  if (databaseUrl) return openPostgres(databaseUrl);
  mkdirSync(dataDir, { recursive: true });
  const file = join(dataDir, 'provider.sqlite');
  const writer = await new DataSource(sqlite(file, false)).initialize();
  await writer.runMigrations({ transaction: 'each' });
  return new Store(writer, await new DataSource(sqlite(file, true)).initialize());
}

function sqlite(file: string, readonly: boolean): DataSourceOptions {
  return {
    type: 'better-sqlite3',
    database: file,
    migrations: readonly ? [] : MIGRATIONS,
    readonly,
    timeout: 5000,
    enableWAL: !readonly,
    prepareDatabase: (db: { pragma(text: string): void }) => {
      db.pragma('foreign_keys = ON');
      // A hall may lose power at any moment; a payment that was answered must still be there afterwards.
      db.pragma('synchronous = FULL');
    },
  };
}

async function openPostgres(url: string): Promise<Store> {
  const writer = await new DataSource({
    type: 'postgres',
    url,
    schema: SCHEMA,
    migrations: MIGRATIONS,
    extra: { max: 5, options: `-c timezone=UTC -c search_path=${SCHEMA}` },
  }).initialize();
  const runner = writer.createQueryRunner();
  try {
    // Two processes that start together would both find the schema missing.
    await runner.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await runner.query(`CREATE SCHEMA IF NOT EXISTS "${SCHEMA}"`);
    await writer.runMigrations({ transaction: 'each' });
  } finally {
    await runner.query('SELECT pg_advisory_unlock($1)', [MIGRATION_LOCK]);
    await runner.release();
  }
  return new Store(writer, writer);
}
