import Database from 'better-sqlite3';
import pg from 'pg';

/** A database opened behind the app's back, as somebody with the file or a console would. */
export interface Raw {
  ask<T = Record<string, unknown>>(sql: string): Promise<T[]>;
  insert(table: string, row: Record<string, unknown>): Promise<void>;
  close(): Promise<void>;
}

/** `file`: the name of the SQLite file; on PostgreSQL the provider's books lie in the same database. */
export async function openRaw(
  settings: { DATA_DIR: string; DATABASE_URL: string },
  file: 'taladlab' | 'provider' = 'taladlab',
): Promise<Raw> {
  return settings.DATABASE_URL ? postgres(settings.DATABASE_URL) : sqlite(`${settings.DATA_DIR}/${file}.sqlite`);
}

const columns = (row: Record<string, unknown>) =>
  Object.keys(row)
    .map((name) => `"${name}"`)
    .join(', ');

function sqlite(file: string): Raw {
  const db = new Database(file);
  return {
    async ask<T>(sql: string) {
      const statement = db.prepare(sql);
      if (statement.reader) return statement.all() as T[];
      statement.run();
      return [];
    },
    async insert(table, row) {
      const holes = Object.keys(row).map(() => '?');
      db.prepare(`INSERT INTO "${table}" (${columns(row)}) VALUES (${holes})`).run(...Object.values(row));
    },
    async close() {
      db.close();
    },
  };
}

async function postgres(url: string): Promise<Raw> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return {
    async ask<T>(sql: string) {
      return (await client.query(sql)).rows as T[];
    },
    async insert(table, row) {
      const holes = Object.keys(row).map((_name, i) => `$${i + 1}`);
      await client.query(`INSERT INTO "${table}" (${columns(row)}) VALUES (${holes})`, Object.values(row));
    },
    async close() {
      await client.end();
    },
  };
}
