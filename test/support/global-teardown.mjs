import { rmSync } from 'node:fs';
import { dropDatabase } from './databases.mjs';
import { stopApp } from './server.mjs';

export default async function tearDown() {
  const { folder, apps, template } = globalThis.taladlab;
  await Promise.all(apps.map(stopApp));
  for (const settings of [template, ...apps.map((app) => app.settings)]) await dropDatabase(settings);
  rmSync(folder, { recursive: true, force: true });
}
