import { createHash } from 'node:crypto';
import { cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import Sqlite from 'better-sqlite3';
import { dropDatabase, emptyDatabase, ownDatabase } from '../support/databases.mjs';
import { backup, command, restore } from '../support/operator.js';

type Settings = Awaited<ReturnType<typeof ownDatabase>>;
interface Manifest {
  market: { rows: Record<string, number> };
  provider: { rows: Record<string, number> };
  heads: Array<{ hash: string }>;
  files: Array<{ path: string; bytes: number; sha256: string }>;
}

const onSqlite = process.env.TEST_DATABASE !== 'postgres';

/** A backup whose list fits its files, and that is wrong all the same: made by a program with a fault, or by somebody with a purpose. */
describe('a backup whose list was written to fit', () => {
  let source: Settings;
  let folder: string;
  let to: Settings;
  let copies = 0;

  beforeAll(async () => {
    const worker = process.env.JEST_WORKER_ID;
    source = await ownDatabase(`refused${worker}`);
    folder = await backup(source);
    to = await emptyDatabase(`refused_back${worker}`);
  }, 120_000);
  afterAll(async () => {
    for (const one of [source, to]) await dropDatabase(one);
  });

  function altered(change: (copy: string, manifest: Manifest) => void): string {
    copies += 1;
    const copy = `${source.DATA_DIR}-altered-${copies}`;
    cpSync(folder, copy, { recursive: true });
    const list = join(copy, 'manifest.json');
    const manifest = JSON.parse(readFileSync(list, 'utf8')) as Manifest;
    change(copy, manifest);
    for (const file of manifest.files)
      file.sha256 = createHash('sha256')
        .update(readFileSync(join(copy, file.path)))
        .digest('hex');
    writeFileSync(list, JSON.stringify(manifest));
    return copy;
  }

  function inDatabase(text: string) {
    return (copy: string) => {
      const db = new Sqlite(join(copy, 'taladlab.sqlite'));
      db.pragma('foreign_keys = OFF');
      db.exec(text);
      db.close();
    };
  }

  function inPages(file: string) {
    return (copy: string) => {
      const bytes = readFileSync(join(copy, file));
      writeFileSync(join(copy, file), bytes.fill(0xff, 3 * 4096, 4 * 4096));
    };
  }

  /** Neither in the folder nor in the database is anything: the backup as it was made still goes in. */
  async function expectRefused(copy: string, reason: RegExp, settings: Settings = to): Promise<void> {
    const { code, said } = await restore(settings, copy);
    expect([code, said.includes('Nothing was touched')]).toEqual([1, true]);
    expect(said).toMatch(reason);
    expect(existsSync(to.DATA_DIR) ? readdirSync(to.DATA_DIR) : []).toEqual([]);
  }

  const anywhere: Array<[string, (copy: string, manifest: Manifest) => void, RegExp]> = [
    [
      'has a row less than it says',
      (_copy, { market }) => {
        market.rows.person = (market.rows.person ?? 0) + 1;
      },
      /person has \d+ of \d+ rows/,
    ],
    [
      'has a row less in the books of the provider',
      (_copy, { provider }) => {
        provider.rows.account = (provider.rows.account ?? 0) + 1;
      },
      /account has \d+ of \d+ rows/,
    ],
    [
      'has a log that ends elsewhere',
      (_copy, { heads }) => {
        if (heads[0]) heads[0].hash = 'f'.repeat(64);
      },
      /the log ends elsewhere/,
    ],
  ];
  const inTheFile: typeof anywhere = [
    ['lost a row', inDatabase('DELETE FROM "class_member" WHERE rowid = 1'), /class_member has \d+ of \d+ rows/],
    [
      'names what is not there',
      inDatabase(`UPDATE "class_member" SET "personId" = 'nobody' WHERE rowid = 1`),
      /class_member names a row of person that is not there/,
    ],
    [
      'has an event that was altered',
      inDatabase(`UPDATE "activity_event" SET "actor" = 'nobody' WHERE "seq" = 1`),
      /row 1: was altered/,
    ],
    ['is damaged inside the books of the provider', inPages('provider.sqlite'), /malformed|Tree|page/],
  ];

  it.each([...anywhere, ...(onSqlite ? inTheFile : [])])(
    'is not taken where it %s, and leaves nothing behind',
    async (_what, change, reason) => {
      await expectRefused(altered(change), reason);
    },
  );

  it('is not taken where one of its files is lost', async () => {
    const copy = altered(() => undefined);
    rmSync(join(copy, 'server.key'));
    await expectRefused(copy, /server\.key/);
  });

  it('is not taken by a database that cannot be filled', async () => {
    if (onSqlite) return;
    const cut = altered((copy) => {
      const dump = join(copy, 'postgres.dump');
      writeFileSync(dump, readFileSync(dump).subarray(0, -2000));
    });
    expect(await restore(to, cut)).toMatchObject({ code: 1, said: expect.stringContaining('pg_restore') });
    const bare = { ...to, PATH: '/nowhere' };
    expect(await restore(bare, folder)).toMatchObject({ code: 1, said: expect.stringContaining('is not there') });
  });

  it('is taken as it was made, by the place that refused the others', async () => {
    expect(await restore(to, folder)).toMatchObject({ code: 0 });
  });
});

describe('a backup', () => {
  it('is not made of nothing, nor with a number to keep that is none', async () => {
    const nowhere = { DATA_DIR: `${process.env.TALADLAB_FOLDER}/nowhere`, DATABASE_URL: '' };
    const made = (...args: string[]) => command('platform/backup/backup-cli', nowhere, ...args);
    expect(await made()).toMatchObject({ code: 1, said: expect.stringContaining('There are no data') });
    for (const keep of ['0', 'all'])
      expect(await made('--keep', keep)).toMatchObject({ code: 1, said: expect.stringContaining('whole number') });
  });
});
