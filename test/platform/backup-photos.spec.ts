import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { dropDatabase, emptyDatabase, ownDatabase } from '../support/databases.mjs';
import { backup, restore } from '../support/operator.js';

type Settings = Awaited<ReturnType<typeof ownDatabase>>;

describe('the photos of backups in one folder', () => {
  let source: Settings;
  let first: string;
  let photos: string[];
  const worker = process.env.JEST_WORKER_ID;
  const shelf = () => `${source.DATA_DIR}-shelf`;
  const place = (folder: string, path: string) => statSync(join(folder, path)).ino;
  const bytes = (folder: string, path: string) => readFileSync(join(folder, path));
  const shared = (one: string, other: string) =>
    photos.filter((path) => place(one, path) === place(other, path)).length;

  beforeAll(async () => {
    source = await ownDatabase(`photos${worker}`);
    first = await backup(source, '--to', shelf());
    const { files } = JSON.parse(readFileSync(join(first, 'manifest.json'), 'utf8'));
    photos = files.map(({ path }: { path: string }) => path).filter((path: string) => path.startsWith('files/'));
  }, 120_000);
  afterAll(() => dropDatabase(source));

  it('are one file by several names, apart from the living ones', async () => {
    const second = await backup(source, '--to', shelf());
    expect(photos.length).toBeGreaterThan(20);
    expect([shared(first, second), shared(first, source.DATA_DIR)]).toEqual([photos.length, 0]);
    expect(place(first, 'server.key')).not.toBe(place(second, 'server.key'));
  });

  it('are copied anew where the older one is damaged, lost or another', async () => {
    const [bad = '', lost = '', other = ''] = photos;
    const was = bytes(source.DATA_DIR, other);
    writeFileSync(join(source.DATA_DIR, other), 'another');
    const old = await backup(source, '--to', `${shelf()}-fresh`);
    writeFileSync(join(old, bad), 'x'.repeat(statSync(join(old, bad)).size));
    rmSync(join(old, lost));
    writeFileSync(join(source.DATA_DIR, other), was);
    const next = await backup(source, '--to', `${shelf()}-fresh`);
    for (const path of [bad, lost, other]) expect(bytes(next, path)).toEqual(bytes(source.DATA_DIR, path));
    expect(place(next, bad)).not.toBe(place(old, bad));
    expect(bytes(old, other).toString()).toBe('another');
    expect(place(next, photos[3] ?? '')).toBe(place(old, photos[3] ?? ''));
  });

  it('are whole in the newest one when the older ones are gone', async () => {
    const newest = await backup(source, '--to', shelf(), '--keep', '1');
    const to = await emptyDatabase(`photos_back${worker}`);
    expect(await restore(to, newest)).toMatchObject({ code: 0 });
    for (const path of photos) expect(bytes(to.DATA_DIR, path)).toEqual(bytes(source.DATA_DIR, path));
    // Whoever edits a restored file edits no backup.
    expect(shared(newest, to.DATA_DIR)).toBe(0);
    await dropDatabase(to);
  });
});
