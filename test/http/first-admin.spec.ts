import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { dropDatabase, emptyDatabase } from '../support/databases.mjs';
import { openRaw, type Raw } from '../support/raw-database.js';
import { startApp, stopApp } from '../support/server.mjs';
import { tally, tap, tapIn } from '../support/taps.js';
import { verifyLog } from '../support/verify-log.js';
import { appUrl, Visitor } from '../support/visitor.js';

const PASSWORD = 'ปลาทูสองเข่งกับข้าว';
const FORM = {
  centre: 'ศูนย์ฝึกอาชีพบ้านนา',
  name: 'สมหมาย ใจดี',
  email: 'Sommai@Centre.example',
  password: PASSWORD,
  again: PASSWORD,
};

describe('a machine without the demo and without people', () => {
  let settings: Awaited<ReturnType<typeof emptyDatabase>>;
  let app: Awaited<ReturnType<typeof startApp>>;
  let raw: Raw;

  const start = async () => {
    app = await startApp({ ...settings, SEED_DEMO: 'no' });
  };
  const shownCode = () => /\b[2-9a-z]{4}-[2-9a-z]{4}-[2-9a-z]{4}\b/.exec(app.printed())?.[0] ?? '';
  const says = ({ page }: Visitor) => page.$('main').text();

  beforeAll(async () => {
    settings = await emptyDatabase('first_admin');
    await start();
    raw = await openRaw(settings);
  });
  afterAll(async () => {
    await stopApp(app);
    await raw.close();
    await dropDatabase(settings);
  });

  async function founding(fields: Record<string, string>): Promise<Visitor> {
    const visitor = new Visitor(app.url);
    await visitor.visit('/first-admin');
    await visitor.press('เริ่มใช้งาน', { ...FORM, ...fields });
    return visitor;
  }

  it('shows a code where it was started, and keeps only its hash', async () => {
    expect(app.printed()).toContain('/first-admin');
    expect(shownCode()).not.toBe('');
    expect(JSON.stringify(await raw.ask('SELECT * FROM "first_admin_code"'))).not.toContain(shownCode());
  });

  it('says beside each field what is wrong before it looks at the code', async () => {
    const visitor = await founding({ code: 'no', centre: ' ', email: 'x', password: 'short', again: 'other' });
    expect(visitor.page.status).toBe(422);
    for (const words of ['ใส่ชื่อศูนย์ก่อน', 'อีเมลนี้อ่านไม่ออก', 'สั้นเกินไป']) expect(says(visitor)).toContain(words);
    expect(visitor.page.$('#f-name').val()).toBe(FORM.name);
    expect(visitor.page.html).not.toContain('short');
  });

  it('looks at ten codes and at no more, also when they come at once', async () => {
    const visitor = await founding({ code: 'aaaa-bbbb-cccc' });
    expect(says(visitor)).toContain('รหัสเริ่มต้นไม่ถูกต้อง');
    const guess = tapIn(visitor, '/first-admin', { ...FORM, code: 'aaaa-bbbb-cccc' });
    expect(tally(await Promise.all(Array.from({ length: 20 }, () => tap(guess))))).toEqual({ 422: 20 });
    expect(says(await founding({ code: shownCode() }))).toContain('รหัสนี้ใช้ไม่ได้แล้ว');
  });

  it('shows another code after a restart, and takes it for a day', async () => {
    const old = shownCode();
    await stopApp(app);
    await start();
    expect([shownCode() === old, shownCode() === '']).toEqual([false, false]);
    expect(says(await founding({ code: old }))).toContain('รหัสเริ่มต้นไม่ถูกต้อง');
    const [{ expiresAt } = { expiresAt: '' }] = await raw.ask<{ expiresAt: string }>(
      'SELECT * FROM "first_admin_code"',
    );
    const gone = new Date(Date.now() - 1000).toISOString();
    await raw.ask(`UPDATE "first_admin_code" SET "expiresAt" = '${gone}'`);
    expect(says(await founding({ code: shownCode() }))).toContain('รหัสนี้ใช้ไม่ได้แล้ว');
    await raw.ask(`UPDATE "first_admin_code" SET "expiresAt" = '${expiresAt}'`);
  });

  it('gets one administrator by the code, however often the button is pressed', async () => {
    const visitor = new Visitor(app.url);
    await visitor.visit('/first-admin');
    const code = ` ${shownCode().toUpperCase().replaceAll('-', ' ')}`;
    const emails = ['Sommai@Centre.example', 'two@centre.example', 'three@centre.example'];
    const founders = emails.map((email) => tapIn(visitor, '/first-admin', { ...FORM, email, code }));
    const answers = await Promise.all(founders.map((one) => tap(one)));
    expect(tally(answers)[303]).toBe(1);
    const people = await raw.ask<{ email: string; roles: string }>('SELECT "email", "roles" FROM "person"');
    expect(people.map(({ roles }) => roles)).toEqual(['admin']);
    await visitor.visit('/staff');
    await visitor.press('เข้าระบบ', { email: people[0]?.email ?? '', password: PASSWORD });
    expect(visitor.page.$('h1').text()).toBe('ผู้ใช้งานของศูนย์');
    expect(verifyLog(settings)).toMatchObject({ code: 0 });
  });

  it('has no such page any more, nor a code at the next start', async () => {
    expect((await new Visitor(app.url).visit('/first-admin')).status).toBe(404);
    const answer = await tap({ base: app.url, path: '/first-admin', body: 'code=x', cookie: '' });
    expect(answer.status).toBe(404);
    await stopApp(app);
    await start();
    expect(shownCode()).toBe('');
  });

  it('has none where there is a demo', async () => {
    expect((await new Visitor(appUrl()).visit('/first-admin')).status).toBe(404);
  });
});
