import { cpSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';

/** The PostgreSQL cluster that the specs run on, or null for SQLite. */
const cluster = () => (process.env.TEST_DATABASE === 'postgres' ? process.env.TEST_DATABASE_URL : null);

async function ask(sql) {
  const client = new pg.Client({ connectionString: cluster() });
  await client.connect();
  await client.query(sql).finally(() => client.end());
}

const databaseOf = (folder, name) => `${folder.split('/').at(-1).replace(/\W/g, '_').toLowerCase()}_${name}`;

/**
 * The settings of an app with a database of its own below `folder`, empty or a copy of another's that nobody has open.
 * @param {string} folder
 * @param {string} name
 * @param {string | null} copyOf
 * @returns {Promise<{ DATA_DIR: string, DATABASE_URL: string }>}
 */
export async function databaseIn(folder, name, copyOf) {
  const dataDir = join(folder, name);
  if (copyOf) cpSync(join(folder, copyOf), dataDir, { recursive: true });
  const url = cluster();
  if (!url) return { DATA_DIR: dataDir, DATABASE_URL: '' };
  const database = databaseOf(folder, name);
  const from = copyOf ? databaseOf(folder, copyOf) : "template0 ENCODING 'UTF8'";
  await ask(`CREATE DATABASE ${database} TEMPLATE ${from}`);
  return { DATA_DIR: dataDir, DATABASE_URL: url.replace(/\/[^/]*$/, `/${database}`) };
}

/** @param {{ DATABASE_URL: string }} settings */
export async function dropDatabase({ DATABASE_URL }) {
  if (DATABASE_URL) await ask(`DROP DATABASE IF EXISTS ${DATABASE_URL.split('/').at(-1)} WITH (FORCE)`);
}

/**
 * The settings of an app that starts from nothing; whoever takes it drops it.
 * @param {string} name
 */
export const emptyDatabase = (name) => databaseIn(process.env.TALADLAB_FOLDER, name, null);

/**
 * A copy of the seeded template for one spec alone; whoever takes it drops it.
 * @param {string} name
 */
export const ownDatabase = (name) => databaseIn(process.env.TALADLAB_FOLDER, name, 'template');
