import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { dropDatabase, emptyDatabase } from '../support/databases.mjs';
import { command } from '../support/operator.js';
import { openRaw, type Raw } from '../support/raw-database.js';
import { changed, rowCounts } from '../support/row-counts.js';
import { startApp, stopApp } from '../support/server.mjs';
import { smallShop } from '../support/small-shop.js';
import { verifyLog } from '../support/verify-log.js';
import { Visitor } from '../support/visitor.js';

/** Whose ids must be nowhere afterwards. */
const OWNERS = [
  'person',
  'class_group',
  'assignment',
  'attempt',
  'submission',
  'grading_run',
  'sandbox',
  'assessment_round',
  'centre',
];

describe('the removal of the demo', () => {
  let settings: Awaited<ReturnType<typeof emptyDatabase>>;
  let raw: Raw;
  let before: Record<string, number>;
  let whileRunning: Awaited<ReturnType<typeof command>>;
  let ids: string[];
  const isPostgres = () => settings.DATABASE_URL !== '';
  const demoRemove = (...args: string[]) => command('demo-remove-cli', settings, ...args);
  /** With the file shut meanwhile: whoever has it open is taken for an app that runs. */
  const remove = async (...args: string[]) => {
    await raw.close();
    const answer = await demoRemove(...args);
    raw = await openRaw(settings);
    return answer;
  };
  const counts = () => rowCounts(raw, isPostgres());
  /** A learner whom the trainer adds. */
  const NEWCOMER = 'พะยอม มาเรียนจริง';

  beforeAll(async () => {
    settings = await emptyDatabase(`demo_removal${process.env.JEST_WORKER_ID}`);
    const app = await startApp({ ...settings, SEED_DEMO: 'auto' });
    raw = await openRaw(settings);
    try {
      await smallShop(app.url);
      await workAsTrainer(app.url);
      await openRound(app.url);
      whileRunning = await demoRemove('--everyone', '--yes');
    } finally {
      await stopApp(app);
    }
    // Somebody real, beside the demo.
    await raw.insert('centre', { id: 'cen_real', name: 'ศูนย์จริง', isDemo: isPostgres() ? false : 0 });
    const [staff] = await raw.ask(`SELECT * FROM "person" WHERE "email" = 'admin@taladlab.example'`);
    await raw.insert('person', { ...staff, id: 'per_real', centreId: 'cen_real', email: 'real@centre.example' });
    ids = [];
    for (const table of OWNERS)
      for (const { id } of await raw.ask<{ id: string }>(`SELECT "id" FROM "${table}"`))
        if (!['cen_real', 'per_real'].includes(id)) ids.push(id);
    const editions = await raw.ask<{ id: string }>(`SELECT "id" FROM "sandbox" WHERE "kind" = 'edition'`);
    ids = ids.filter((id) => !editions.some((edition) => edition.id === id));
    before = await counts();
  }, 180_000);
  afterAll(async () => {
    await raw?.close();
    await dropDatabase(settings);
  });

  async function workAsTrainer(base: string): Promise<void> {
    const trainer = new Visitor(base);
    await trainer.visit('/');
    await trainer.press('ลองเป็นผู้สอน');
    await trainer.visit('/classes');
    await trainer.visit(trainer.page.$('a[href^="/classes/cls_"]').attr('href') ?? '');
    await trainer.press('เปิดตลาดของชั้นเรียน');
    await trainer.press('ให้คนนอกดูร้านได้');
    await trainer.press('เพิ่มและพิมพ์บัตร', { names: NEWCOMER });
  }

  /** A public round, with the group that it owns. */
  async function openRound(base: string): Promise<void> {
    const admin = new Visitor(base);
    await admin.visit('/staff');
    await admin.press('เข้าระบบ', { email: 'admin@taladlab.example', password: 'talad-demo-2569' });
    await admin.visit('/rounds/new');
    const times = { opens: '2569-11-01T08:00', closes: '2579-12-31T18:00' };
    await admin.pressIn('/rounds', { name: 'รอบลอง', unit: 'ECU03', kind: 'public', place: 'ศูนย์', ...times });
    expect(new URL(admin.page.path, base).pathname).toMatch(/^\/rounds\/rnd_/);
  }

  /** Every place in the database where one of the ids still stands. */
  async function traces(): Promise<string[]> {
    const found: string[] = [];
    for (const table of Object.keys(before)) {
      for (const row of await raw.ask(`SELECT * FROM "${table}"`)) {
        // The centre's log is what stays, and tells of ids alone.
        if (String(row.chain).startsWith('centre:')) continue;
        const text = JSON.stringify(row);
        const id = ids.find((one) => text.includes(one));
        if (id) found.push(`${table} still tells of ${id}`);
      }
    }
    return [...new Set(found)];
  }

  it('is refused while the app runs, and takes nothing away', async () => {
    expect(whileRunning).toMatchObject({ code: 1, said: expect.stringContaining('Stop it first') });
    expect([before.person, before.attempt]).toEqual([17, 13]);
  });

  it('is refused while somebody is there whom the demo did not make, and names her', async () => {
    const { code, said } = await remove('--yes');
    expect(code).toBe(1);
    expect(said).toContain(`1 people in the demo's centre are not the demo's (${NEWCOMER})`);
    expect(await counts()).toEqual(before);
  });

  it('says what it would remove and removes nothing until it is told to', async () => {
    const { code, said } = await remove('--everyone');
    expect(code).toBe(0);
    expect(said).toMatch(/16 people, 2 classes, 13 attempts \(8 handed in\), 14 markets/);
    expect(said).toContain('demo:remove -- --yes');
    expect(changed(before, await counts())).toEqual({});
  });

  it('leaves nothing of the demo, and everything of everybody else', async () => {
    expect(ids.length).toBeGreaterThan(50);
    expect(await remove('--everyone', '--yes')).toMatchObject({
      code: 0,
      said: expect.stringContaining('ลบข้อมูลตัวอย่างแล้ว'),
    });
    expect(await traces()).toEqual([]);
    const after = await counts();
    expect([after.person, after.centre, after.attempt, after.mark, after.market_order]).toEqual([1, 1, 0, 0, 0]);
    expect(Number(after.product)).toBeGreaterThan(20);
    expect([after.exercise, after.framework]).toEqual([before.exercise, before.framework]);
  });

  it('closes its books at the payment provider', async () => {
    const books = isPostgres()
      ? await raw.ask<{ n: number }>('SELECT COUNT(*) AS n FROM "provider"."object"')
      : await providerRows(settings.DATA_DIR);
    expect(Number(books[0]?.n)).toBe(0);
  });

  it('leaves a log that holds, and that says what was taken away', async () => {
    expect(verifyLog(settings)).toMatchObject({ code: 0, said: expect.stringContaining('0 broken') });
    const [last] = await raw.ask<{ chain: string; payload: string }>(
      `SELECT "chain", "payload" FROM "activity_event" WHERE "type" = 'demo.removed'`,
    );
    expect(JSON.parse(last?.payload ?? '')).toMatchObject({
      people: 16,
      markets: 14,
      strangers: 1,
      logs: expect.any(String),
    });
    expect(last?.payload).not.toContain(NEWCOMER);
  });

  it('is for good: the next start fills nothing, and there is nothing to remove', async () => {
    const app = await startApp({ ...settings, SEED_DEMO: 'auto' });
    const { $ } = await new Visitor(app.url).visit('/');
    await stopApp(app);
    expect($('main').text()).not.toContain('ลองเป็นผู้สอน');
    expect((await counts()).person).toBe(1);
    expect(await remove('--yes')).toMatchObject({ code: 0, said: expect.stringContaining('There is no demo') });
  });
});

async function providerRows(folder: string): Promise<Array<{ n: number }>> {
  const { default: Sqlite } = await import('better-sqlite3');
  const db = new Sqlite(`${folder}/provider.sqlite`, { readonly: true });
  const rows = db.prepare('SELECT COUNT(*) AS n FROM "object"').all() as Array<{ n: number }>;
  db.close();
  return rows;
}
