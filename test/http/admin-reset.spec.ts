import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { command } from '../support/operator.js';
import { closePlace, openPlace, type Place } from '../support/place.js';
import { tally, tap, tapIn } from '../support/taps.js';
import { verifyLog } from '../support/verify-log.js';
import { Visitor } from '../support/visitor.js';

const ADMIN = 'admin@taladlab.example';
const OLD = 'talad-demo-2569';
const PASSWORD = 'ปลาทูสองเข่งกับข้าว';
const FORM = { password: PASSWORD, again: PASSWORD };
const WRONG = 'aaaa-bbbb-cccc';

describe('an administrator who forgot the password', () => {
  let place: Place;
  const draw = (...args: string[]) => command('accounts/admin-reset-cli', place.settings, ...args);
  const codeIn = (said: string) => /\b[2-9a-z]{4}-[2-9a-z]{4}-[2-9a-z]{4}\b/.exec(said)?.[0] ?? '';
  const says = ({ page }: Visitor) => page.$('main').text();

  beforeAll(async () => {
    place = await openPlace(`admin_reset${process.env.JEST_WORKER_ID}`);
  });
  afterAll(() => closePlace(place));

  async function choosing(fields: Record<string, string>): Promise<Visitor> {
    const visitor = new Visitor(place.app.url);
    await visitor.visit('/admin-reset');
    await visitor.press('ตั้งรหัสผ่านแล้วเข้าใช้งาน', { ...FORM, ...fields });
    return visitor;
  }

  async function signingIn(password: string): Promise<Visitor> {
    const visitor = new Visitor(place.app.url);
    await visitor.visit('/staff');
    await visitor.press('เข้าระบบ', { email: ADMIN, password });
    return visitor;
  }

  it('is told by the page how to get a code, and nothing of whether there is one', async () => {
    const visitor = new Visitor(place.app.url);
    const before = (await visitor.visit('/admin-reset')).html;
    expect(before).toContain('npm run admin:reset');
    expect(says(await choosing({ code: WRONG }))).toContain('รหัสนี้ใช้ไม่ได้แล้ว');
    await draw();
    expect((await visitor.visit('/admin-reset')).html).toBe(before);
  });

  it('gets a code on the machine alone, while the app runs; its hash is kept and the drawing logged', async () => {
    const { code, said } = await draw();
    expect(code).toBe(0);
    expect(said).toContain(`${ADMIN}`);
    expect(said).toContain(`http://localhost:${place.settings.PORT}/admin-reset`);
    expect(JSON.stringify(await place.raw.ask('SELECT * FROM "admin_code"'))).not.toContain(codeIn(said));
    const drawn = await place.raw.ask(`SELECT * FROM "activity_event" WHERE "type" = 'password.code_drawn'`);
    expect(drawn).toHaveLength(2);
    expect(drawn[1]).toMatchObject({ actor: 'operator', personId: null });
    expect(JSON.stringify(drawn)).not.toContain(codeIn(said));
  });

  it('loses no try to a password that cannot be taken', async () => {
    const { said } = await draw();
    expect(says(await choosing({ code: codeIn(said), password: 'short', again: 'short' }))).toContain('สั้นเกินไป');
    expect(says(await choosing({ code: codeIn(said), again: 'other' }))).toContain('พิมพ์สองครั้งไม่เหมือนกัน');
    const own = 'admin@taladlab.example!';
    expect(says(await choosing({ code: codeIn(said), password: own, again: own }))).toContain('อีเมล');
    expect(await place.raw.ask('SELECT "misses" FROM "admin_code"')).toEqual([{ misses: 1 }]);
  });

  it('has ten tries, also when they come at once, and half an hour', async () => {
    const { said } = await draw();
    const visitor = await choosing({ code: WRONG });
    expect(says(visitor)).toContain('รหัสไม่ถูกต้อง');
    const guess = tapIn(visitor, '/admin-reset', { ...FORM, code: WRONG });
    expect(tally(await Promise.all(Array.from({ length: 20 }, () => tap(guess))))).toEqual({ 422: 20 });
    expect(says(await choosing({ code: codeIn(said) }))).toContain('รหัสนี้ใช้ไม่ได้แล้ว');
    const late = await draw();
    const gone = new Date(Date.now() - 1000).toISOString();
    await place.raw.ask(`UPDATE "admin_code" SET "expiresAt" = '${gone}'`);
    expect(says(await choosing({ code: codeIn(late.said) }))).toContain('รหัสนี้ใช้ไม่ได้แล้ว');
  });

  it('comes in by the newest code, once, and is out wherever the old password was used', async () => {
    const old = await signingIn(OLD);
    expect((await old.visit('/people')).status).toBe(200);
    for (let miss = 0; miss < 10; miss += 1) await signingIn('forgotten');
    expect((await signingIn(OLD)).page.status).toBe(429);
    const before = await draw();
    const { said } = await draw();
    expect(says(await choosing({ code: codeIn(before.said) }))).toContain('รหัสไม่ถูกต้อง');
    const admin = await choosing({ code: codeIn(said).toUpperCase().replaceAll('-', ' ') });
    expect([admin.page.$('h1').text(), admin.page.status]).toEqual(['ผู้ใช้งานของศูนย์', 200]);
    expect((await old.visit('/people')).$('h1').text()).not.toBe('ผู้ใช้งานของศูนย์');
    expect(says(await choosing({ code: codeIn(said) }))).toContain('รหัสนี้ใช้ไม่ได้แล้ว');
    expect((await signingIn(OLD)).page.status).toBe(422);
    expect((await signingIn(PASSWORD)).page.$('h1').text()).toBe('ผู้ใช้งานของศูนย์');
    expect(verifyLog(place.settings)).toMatchObject({ code: 0 });
  });

  it('is named by her e-mail where there are several, and is none who was shut out', async () => {
    const [admin] = await place.raw.ask(`SELECT * FROM "person" WHERE "email" = '${ADMIN}'`);
    await place.raw.insert('person', { ...admin, id: 'per_second', email: 'second@centre.example' });
    const which = await draw();
    expect([which.code, codeIn(which.said)]).toEqual([1, '']);
    expect(which.said).toContain(`${ADMIN}, second@centre.example`);
    expect(await draw('nobody@centre.example')).toMatchObject({ code: 1 });
    const second = await draw('Second@Centre.example');
    expect(second).toMatchObject({ code: 0, said: expect.stringContaining('second@centre.example') });
    await place.raw.ask(`UPDATE "person" SET "disabledAt" = "createdAt" WHERE "id" = 'per_second'`);
    expect(says(await choosing({ code: codeIn(second.said) }))).toContain('รหัสนี้ใช้ไม่ได้แล้ว');
    expect((await draw('second@centre.example')).said).toContain('Which administrator?');
    expect((await draw()).code).toBe(0);
  });

  it('is told where there are no data instead of being given an empty database', async () => {
    if (place.postgres) return;
    const nowhere = `${place.settings.DATA_DIR}-nowhere`;
    expect(await command('accounts/admin-reset-cli', { ...place.settings, DATA_DIR: nowhere })).toMatchObject({
      code: 1,
      said: expect.stringContaining('There are no data'),
    });
  });
});
