import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { databaseIn } from '../support/databases.mjs';
import { startApp, stopApp } from '../support/server.mjs';

/** Migrates and seeds one template; each spec starts an app on its own copy of it. */
export default async function setUp() {
  const folder = mkdtempSync(join(tmpdir(), 'taladlab-browser-'));
  const template = await databaseIn(folder, 'template', null);
  await stopApp(await startApp(template));
  globalThis.taladlab = { folder, apps: [], template };
  process.env.TALADLAB_FOLDER = folder;
}
