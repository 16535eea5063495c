import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { dropDatabase, ownDatabase } from '../support/databases.mjs';
import { openRaw, type Raw } from '../support/raw-database.js';
import { changed, rowCounts } from '../support/row-counts.js';
import { startApp, stopApp } from '../support/server.mjs';
import { Visitor } from '../support/visitor.js';

describe('what the database has to write', () => {
  let settings: Awaited<ReturnType<typeof ownDatabase>>;
  let app: Awaited<ReturnType<typeof startApp>>;
  let raw: Raw;
  let me: Visitor;
  let market: string;

  beforeAll(async () => {
    settings = await ownDatabase('writing_little');
    app = await startApp(settings);
    raw = await openRaw(settings);
    me = new Visitor(app.url);
    await me.visit('/');
    await me.press('ลองเป็นผู้สอน');
  });
  afterAll(async () => {
    await stopApp(app);
    await raw.close();
    await dropDatabase(settings);
  });

  const counts = () => rowCounts(raw, settings.DATABASE_URL !== '');
  const sessions = () => raw.ask('SELECT * FROM "session" ORDER BY "id"');

  it('is under 50 rows for an attempt and its whole market', async () => {
    await me.visit('/exercises');
    const before = await counts();
    await me.pressIn('/exercises/first-sale/preview', { seed: 'little' });
    const written = changed(before, await counts());
    market = /\/m\/([a-z0-9]+)/.exec(me.page.html)?.[1] ?? '';
    expect(written).toMatchObject({ sandbox: 1, attempt: 1 });
    expect(Object.values(written).reduce((sum, rows) => sum + rows, 0)).toBeLessThan(50);
  });

  it('is nothing for twenty pages that a signed-in person looks at', async () => {
    const [before, held] = [await counts(), await sessions()];
    const paths = ['/home', '/exercises', `/m/${market}`, `/m/${market}/shop`, `/m/${market}/cart`];
    for (let turn = 0; turn < 4; turn += 1) for (const path of paths) expect((await me.visit(path)).status).toBe(200);
    expect(changed(before, await counts())).toEqual({});
    expect(await sessions()).toEqual(held);
  });

  it('is nothing for a stranger, who gets no session', async () => {
    const before = await counts();
    const stranger = new Visitor(app.url);
    for (const path of ['/', '/staff', '/join', '/nowhere']) await stranger.visit(path);
    expect(changed(before, await counts())).toEqual({});
    expect(stranger.cookie('taladlab')).toBe('');
  });

  it('is nothing for the page that tells once what was done', async () => {
    const held = await sessions();
    await me.visit(`/m/${market}/shop/profile`);
    await me.press('บันทึก', { name: 'ร้านส่งไว', description: 'ของทำเองส่งทุกวัน' });
    expect(me.page.$('[role=status]').text().trim()).not.toBe('');
    expect(await sessions()).toEqual(held);
    await me.visit(new URL(me.page.path, me.base).pathname);
    expect(me.page.$('[role=status]').text().trim()).toBe('');
  });
});
