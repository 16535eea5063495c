import { describe, expect, it } from '@jest/globals';
import { ownDatabase } from '../support/databases.mjs';
import { openRaw } from '../support/raw-database.js';
import { startApp, stopApp } from '../support/server.mjs';

describe('what is published', () => {
  it('holds the framework as its file has it, however often the app starts', async () => {
    const settings = await ownDatabase('framework_kept');
    await stopApp(await startApp(settings));
    const raw = await openRaw(settings);
    const rows = await raw.ask<{ id: string; body: string }>('SELECT "id", "body" FROM "framework"');
    await raw.close();
    expect(rows.map(({ id }) => id)).toEqual(['ecu-sbx-1.0.0']);
    expect(JSON.parse(rows[0]?.body ?? '').units).toHaveLength(9);
  });

  it('stops the start with a sentence when a framework has other words than it was published with', async () => {
    const settings = await ownDatabase('framework_changed');
    const raw = await openRaw(settings);
    await raw.ask(`UPDATE "framework" SET "sha" = 'of other words'`);
    await raw.close();
    const why = await startApp(settings).then(() => 'it started', String);
    expect(why).toContain('ECU-SBX 1.0.0 is published: change it as a new version.');
  });
});
