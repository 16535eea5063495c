import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { dropDatabase, emptyDatabase, ownDatabase } from '../support/databases.mjs';
import { backup, restore } from '../support/operator.js';
import { startApp, stopApp } from '../support/server.mjs';
import { verifyLog } from '../support/verify-log.js';

type Settings = Awaited<ReturnType<typeof ownDatabase>>;

describe('a backup and its way back', () => {
  const worker = process.env.JEST_WORKER_ID;
  let source: Settings;
  let folder: string;
  const made: Settings[] = [];

  beforeAll(async () => {
    source = await ownDatabase(`backed_up${worker}`);
    folder = await backup(source);
  }, 120_000);
  afterAll(async () => {
    for (const one of [source, ...made]) await dropDatabase(one);
  });

  let places = 0;
  async function emptyPlace(): Promise<Settings> {
    const one = await emptyDatabase(`way_back${worker}_${++places}`);
    made.push(one);
    return one;
  }

  /** Changes the file, restores, and puts the file back. */
  async function spoilt(file: string, change: (text: Buffer) => Buffer) {
    const whole = readFileSync(join(folder, file));
    writeFileSync(join(folder, file), change(whole));
    const to = await emptyPlace();
    const answer = await restore(to, folder);
    writeFileSync(join(folder, file), whole);
    return { ...answer, left: existsSync(to.DATA_DIR) ? readdirSync(to.DATA_DIR) : [] };
  }

  it('lies beside the data, for nobody but its owner, and names each of its files with a hash', () => {
    expect(folder.startsWith(`${source.DATA_DIR}-backups/backup-`)).toBe(true);
    expect(statSync(folder).mode & 0o077).toBe(0);
    const { files, market } = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'));
    expect(files.map(({ path }: { path: string }) => path)).toContain('server.key');
    expect(market.rows.person).toBeGreaterThan(10);
  });

  it('makes the same data again, with which the app starts', async () => {
    const to = await emptyPlace();
    expect(await restore(to, folder)).toMatchObject({ code: 0 });
    expect(readFileSync(join(to.DATA_DIR, 'server.key'))).toEqual(readFileSync(join(source.DATA_DIR, 'server.key')));
    expect(verifyLog(to)).toMatchObject({ code: 0 });
    const app = await startApp(to);
    expect((await fetch(`${app.url}/readyz`)).status).toBe(200);
    await stopApp(app);
  });

  it('is refused where there are data already, and takes their place only when it is asked to', async () => {
    const to = await emptyPlace();
    await restore(to, folder);
    expect(await restore(to, folder)).toMatchObject({ code: 1, said: expect.stringContaining('holds data already') });
    if (to.DATABASE_URL) return;
    writeFileSync(join(to.DATA_DIR, 'mine.txt'), 'mine');
    const { code, said } = await restore(to, folder, '--replace');
    expect(code).toBe(0);
    const aside = /they lie in (\S+)/.exec(said)?.[1] ?? '';
    expect(readFileSync(join(aside, 'mine.txt'), 'utf8')).toBe('mine');
    expect(existsSync(join(to.DATA_DIR, 'mine.txt'))).toBe(false);
  });

  it('is refused while an app is running on the data', async () => {
    if (source.DATABASE_URL) return;
    const to = await emptyPlace();
    await restore(to, folder);
    const app = await startApp(to);
    const answer = await restore(to, folder, '--replace');
    await stopApp(app);
    expect(answer).toMatchObject({ code: 1, said: expect.stringContaining('Stop it first') });
  });

  it('leaves nothing behind when one of its files was changed, cut or lost', async () => {
    const files = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')).files as Array<{ path: string }>;
    const database = files.find(({ path }) => /sqlite$|dump$/.test(path))?.path ?? '';
    for (const change of [(text: Buffer) => text.subarray(1), (text: Buffer) => Buffer.concat([text, Buffer.of(0)])])
      expect(await spoilt(database, change)).toMatchObject({
        code: 1,
        said: expect.stringContaining(`Nothing was touched: ${database}`),
        left: [],
      });
  });

  it('of a newer version is refused before anything is touched', async () => {
    const newer = (text: Buffer) =>
      Buffer.from(String(text).replace('"migrations": [', '"migrations": [ 1999999999999,'));
    expect(await spoilt('manifest.json', newer)).toMatchObject({
      code: 1,
      said: expect.stringContaining('Upgrade first'),
      left: [],
    });
    expect(await spoilt('manifest.json', () => Buffer.from('{"format":2}'))).toMatchObject({
      code: 1,
      said: expect.stringContaining('cannot be read'),
    });
  });

  it('is not taken for what it is not', async () => {
    const to = await emptyPlace();
    expect(await restore(to, '/tmp')).toMatchObject({ code: 1, said: expect.stringContaining('is not a backup') });
    expect(await restore(to)).toMatchObject({ code: 1, said: expect.stringContaining('Which backup?') });
    const other = source.DATABASE_URL ? '' : 'postgres://nobody@localhost/nothing';
    expect(await restore({ ...to, DATABASE_URL: other }, folder)).toMatchObject({
      code: 1,
      said: expect.stringContaining('Check DATABASE_URL'),
    });
  });

  it('stays among as many of the newest as its owner keeps', async () => {
    const shelf = `${source.DATA_DIR}-shelf`;
    for (const _again of [1, 2, 3]) await backup(source, '--to', shelf, '--keep', '2');
    expect(readdirSync(shelf)).toHaveLength(2);
    const newest = await backup(source, '--to', shelf, '--keep', '1');
    expect(readdirSync(shelf)).toEqual([newest.split('/').at(-1)]);
  });

  it('is not made of data whose log does not hold', async () => {
    if (source.DATABASE_URL) return;
    const { default: Sqlite } = await import('better-sqlite3');
    const copy = await ownDatabase(`broken_log${worker}`);
    const db = new Sqlite(join(copy.DATA_DIR, 'taladlab.sqlite'));
    db.exec(`UPDATE "activity_event" SET "actor" = 'nobody' WHERE "seq" = 1`);
    db.close();
    await expect(backup(copy)).rejects.toThrow(/no backup was made: .*row 1: was altered/);
    expect(readdirSync(`${copy.DATA_DIR}-backups`)).toEqual([]);
  });
});
