import { cpSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { startApp, stopApp } from './server.mjs';

/** Migrates and seeds one template, then starts one app for each worker on a copy of it. */
export default async function setUp({ maxWorkers }) {
  const folder = mkdtempSync(join(tmpdir(), 'taladlab-test-'));
  const template = await settingsOf(folder, 'template', null);
  await stopApp(await startApp(template));
  const apps = [];
  for (let worker = 1; worker <= maxWorkers; worker++) {
    apps.push(await startApp(await settingsOf(folder, `worker${worker}`, 'template')));
  }
  globalThis.taladlabApps = apps;
  process.env.TALADLAB_URLS = apps.map((app) => app.url).join(' ');
}

async function settingsOf(folder, name, copyOf) {
  const dataDir = join(folder, name);
  if (copyOf) cpSync(join(folder, copyOf), dataDir, { recursive: true });
  const cluster = process.env.TEST_DATABASE === 'postgres' ? process.env.TEST_DATABASE_URL : null;
  if (!cluster) return { DATA_DIR: dataDir, DATABASE_URL: '' };
  const database = `taladlab_${process.pid}_${name}`;
  const client = new pg.Client({ connectionString: cluster });
  await client.connect();
  await client.query(
    `CREATE DATABASE ${database} ${copyOf ? `TEMPLATE taladlab_${process.pid}_${copyOf}` : `TEMPLATE template0 ENCODING 'UTF8'`}`,
  );
  await client.end();
  return { DATA_DIR: dataDir, DATABASE_URL: cluster.replace(/\/[^/]*$/, `/${database}`) };
}
