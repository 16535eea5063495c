import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { databaseIn } from './databases.mjs';
import { startApp, stopApp } from './server.mjs';

/** Migrates and seeds one template, then starts one app for each worker on a copy of it. */
export default async function setUp({ maxWorkers }) {
  const folder = mkdtempSync(join(tmpdir(), 'taladlab-test-'));
  const template = await databaseIn(folder, 'template', null);
  await stopApp(await startApp(template));
  const apps = [];
  for (let worker = 1; worker <= maxWorkers; worker++) {
    const settings = await databaseIn(folder, `worker${worker}`, 'template');
    apps.push({ ...(await startApp(settings)), settings });
  }
  globalThis.taladlab = { folder, apps, template };
  process.env.TALADLAB_FOLDER = folder;
  process.env.TALADLAB_URLS = apps.map((app) => app.url).join(' ');
}
