import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DataSource, type DataSourceOptions } from 'typeorm';
import type { Config } from '../config/config.js';
import { Database } from './database.js';
import { APPLICATION } from './running-app.js';

// Any number will do as long as every process of the app uses the same one, and the provider another.
const MIGRATION_LOCK = 1764000000;

/** Milliseconds for which one act waits for another's rows; a phone in a weak hall waits longer for the page itself. */
const LOCK_TIMEOUT = 5_000;

const built = fileURLToPath(new URL('../..', import.meta.url));

/** Opens the database, brings it to the newest migration and answers the unit of work over it. */
export async function openDatabase(config: Config): Promise<Database> {
  const writer = await new DataSource(options(config, 'write')).initialize();
  if (config.env.DATABASE_URL) await migrateAlone(writer);
  else await writer.runMigrations({ transaction: 'each' });
  const reader = await new DataSource(options(config, 'read')).initialize();
  if (config.env.DATABASE_URL) await requireUtf8(reader);
  return new Database(writer, reader);
}

/** Processes that start together wait for each other: two would find the same migration missing. */
async function migrateAlone(source: DataSource): Promise<void> {
  const runner = source.createQueryRunner();
  try {
    // The other process's migrations may take their time.
    await runner.query('SET lock_timeout = 0');
    await runner.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await source.runMigrations({ transaction: 'each' });
  } finally {
    await runner.query('SELECT pg_advisory_unlock($1)', [MIGRATION_LOCK]);
    await runner.query('SET lock_timeout TO DEFAULT');
    await runner.release();
  }
}

function options(config: Config, use: 'read' | 'write'): DataSourceOptions {
  const common = {
    entities: [join(built, '**/*.entity.js')],
    migrations: use === 'write' ? [join(built, 'platform/database/migrations/*.js')] : [],
  };
  if (config.env.DATABASE_URL) return { ...common, ...postgresOptions(config, use) };
  return {
    ...common,
    type: 'better-sqlite3',
    database: join(config.dataDir, 'taladlab.sqlite'),
    readonly: use === 'read',
    timeout: 5000,
    enableWAL: use === 'write',
    prepareDatabase: (db: { pragma(text: string): void }) => {
      db.pragma('foreign_keys = ON');
      // Halls lose power: FULL costs about a tenth and keeps every committed sale.
      db.pragma('synchronous = FULL');
    },
  };
}

function postgresOptions(config: Config, use: 'read' | 'write') {
  const session =
    use === 'read'
      ? '-c timezone=UTC -c default_transaction_read_only=on'
      : `-c timezone=UTC -c lock_timeout=${LOCK_TIMEOUT}`;
  return {
    type: 'postgres' as const,
    url: config.env.DATABASE_URL,
    // One that stays: by it a command of the console knows that the app is running.
    extra: { min: 1, max: config.env.DATABASE_POOL, options: session, application_name: APPLICATION },
  };
}

/** A SQL_ASCII cluster answers Thai searches with nothing at all, so it is refused at the start. */
async function requireUtf8(source: DataSource): Promise<void> {
  const [row] = await source.query('SHOW server_encoding');
  if (row.server_encoding !== 'UTF8') {
    throw new Error(
      `The PostgreSQL database is ${row.server_encoding}; make it with ENCODING 'UTF8', or Thai cannot be searched.`,
    );
  }
}
