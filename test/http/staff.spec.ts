import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PASSWORD } from '../support/assessing.js';
import { closePlace, openPlace, type Place } from '../support/place.js';
import { tally, tapIn, tap as tapOnce } from '../support/taps.js';
import { verifyLog } from '../support/verify-log.js';
import { Visitor } from '../support/visitor.js';

const OWN = 'ปลาทูสองเข่งกับข้าว';

describe("a centre's staff", () => {
  let place: Place;
  let admin: Visitor;

  beforeAll(async () => {
    place = await openPlace('staff');
    admin = await signIn('admin@taladlab.example', PASSWORD);
  });
  afterAll(() => closePlace(place));

  async function signIn(email: string, password: string): Promise<Visitor> {
    const visitor = new Visitor(place.app.url);
    await visitor.visit('/staff');
    await visitor.press('เข้าระบบ', { email, password });
    return visitor;
  }
  const pathOf = ({ page, base }: Visitor) => new URL(page.path, base).pathname;
  const says = ({ page }: Visitor) => page.$('main').text().replace(/\s+/g, ' ');
  const events = async () =>
    (
      await place.raw.ask<{ type: string }>(
        `SELECT "type" FROM "activity_event" WHERE "chain" LIKE 'centre:%' ORDER BY "seq"`,
      )
    ).map(({ type }) => type);

  /** Added by the administrator; answers the one-time password. */
  async function add(email: string, roles = 'trainer', by = admin): Promise<string> {
    await by.visit('/people');
    await by.press('เพิ่มคนนี้', { name: `คุณ ${email.split('@')[0]}`, email, roles });
    return by.page.$('.one-time').text();
  }
  async function ownPassword(email: string, oneTime: string): Promise<Visitor> {
    const visitor = await signIn(email, oneTime);
    await visitor.press('บันทึกรหัสผ่าน', { current: oneTime, wanted: OWN, again: OWN });
    return visitor;
  }
  const personPath = (email: string, by = admin) =>
    by.visit('/people').then(({ $ }) => String($(`li:contains("${email}") a`).attr('href')));

  it('is where an administrator begins', () => {
    expect(pathOf(admin)).toBe('/people');
    expect(says(admin)).toContain('trainer@taladlab.example');
  });

  it('is added once by one form, which tells who sends it again where a new password is made', async () => {
    const before = (await events()).length;
    const form = await admin.visit('/people');
    const fields = { name: 'คุณ สองครั้ง', email: 'twice@school.example', roles: 'trainer' };
    await admin.press('เพิ่มคนนี้', fields);
    const oneTime = admin.page.$('.one-time').text();
    admin.page = form;
    await admin.press('เพิ่มคนนี้', fields);
    expect([admin.page.status, pathOf(admin)]).toEqual([200, '/people']);
    expect(admin.page.$('[role=status]').text()).toContain('รหัสชั่วคราวแสดงได้ครั้งเดียว');
    expect((await events()).slice(before)).toEqual(['staff.added']);
    expect(await place.raw.ask(`SELECT * FROM "once_key" WHERE "answer" LIKE '%${oneTime}%'`)).toEqual([]);
  });

  it('is added with a password that is shown once and must be changed before anything else', async () => {
    const oneTime = await add('suda@school.example');
    expect(oneTime).toMatch(/^\w{4}-\w{4}-\w{4}$/);
    expect((await admin.visit('/people')).html).not.toContain(oneTime);

    const suda = await signIn('SUDA@school.example', oneTime.toUpperCase().replaceAll('-', ' '));
    expect(pathOf(suda)).toBe('/account/password');
    await suda.visit('/classes');
    expect(pathOf(suda)).toBe('/account/password');
    await suda.press('บันทึกรหัสผ่าน', { current: oneTime, wanted: oneTime, again: oneTime });
    expect(suda.page.status).toBe(422);
    await suda.press('บันทึกรหัสผ่าน', { current: oneTime, wanted: 'suda@school.example', again: 'x' });
    expect(says(suda)).toContain('มีอีเมลของคุณอยู่');
    await suda.press('บันทึกรหัสผ่าน', { current: oneTime, wanted: OWN, again: `${OWN}!` });
    expect(says(suda)).toContain('พิมพ์สองครั้งไม่เหมือนกัน');
    expect(suda.page.html).not.toContain(OWN);
    await suda.press('บันทึกรหัสผ่าน', { current: oneTime, wanted: OWN, again: OWN });
    expect(suda.page.status).toBe(200);
    expect((await suda.visit('/classes')).status).toBe(200);
    expect((await signIn('suda@school.example', oneTime)).page.status).toBe(422);
    expect(pathOf(await signIn('suda@school.example', OWN))).toBe('/home');
  });

  it('shows again what was typed wrong, in the words of the form', async () => {
    await admin.visit('/people');
    await admin.press('เพิ่มคนนี้', { name: '<b>ชื่อ</b>', email: 'not an address' });
    expect(admin.page.status).toBe(422);
    expect(says(admin)).toContain('อีเมลนี้อ่านไม่ออก');
    expect(says(admin)).toContain('เลือกหน้าที่อย่างน้อยหนึ่งอย่าง');
    expect(admin.page.$('#f-name').val()).toBe('<b>ชื่อ</b>');
    await admin.press('เพิ่มคนนี้', { name: 'ซ้ำ', email: 'Trainer@TaladLab.example', roles: 'trainer' });
    expect(admin.page.status).toBe(422);
    expect(says(admin)).toContain('อีเมลนี้มีคนใช้แล้ว');
  });

  it('gets a new password from an administrator and is out with the old one', async () => {
    const somsri = await ownPassword('somsri@school.example', await add('somsri@school.example'));
    await admin.visit(await personPath('somsri@school.example'));
    await admin.press('ออกรหัสชั่วคราวใหม่');
    const fresh = admin.page.$('.one-time').text();
    expect((await somsri.visit('/classes')).status).toBe(401);
    expect((await signIn('somsri@school.example', OWN)).page.status).toBe(422);
    expect(pathOf(await signIn('somsri@school.example', fresh))).toBe('/account/password');
    await place.raw.ask(`UPDATE "person" SET "passwordEndsAt" = '2026-01-01T00:00:00.000Z'
      WHERE "email" = 'somsri@school.example'`);
    const late = await signIn('somsri@school.example', fresh);
    expect(late.page.status).toBe(422);
    expect(says(late)).toContain('รหัสชั่วคราวนี้หมดอายุแล้ว');
  });

  it('comes in no more when the account is closed, and again when it is opened', async () => {
    const malee = await ownPassword('malee@school.example', await add('malee@school.example'));
    await admin.visit(await personPath('malee@school.example'));
    await admin.press('ปิดบัญชี');
    expect((await malee.visit('/classes')).status).toBe(401);
    expect((await signIn('malee@school.example', OWN)).page.status).toBe(422);
    await admin.press('เปิดบัญชีคืน');
    expect((await malee.visit('/classes')).status).toBe(401);
    expect((await signIn('malee@school.example', OWN)).page.status).toBe(200);
  });

  it('gains and loses what its roles allow at once', async () => {
    const napa = await ownPassword('napa@school.example', await add('napa@school.example'));
    expect((await napa.visit('/assess')).status).toBe(403);
    await admin.visit(await personPath('napa@school.example'));
    await admin.press('บันทึกหน้าที่', { roles: 'assessor' });
    expect((await napa.visit('/assess')).status).toBe(200);
    expect((await napa.visit('/classes')).status).toBe(403);
    await admin.visit(await personPath('napa@school.example'));
    await admin.press('ให้ออกจากทุกเครื่อง');
    expect((await napa.visit('/assess')).status).toBe(401);
  });

  it('keeps one administrator, whatever its administrators do to each other', async () => {
    const own = await personPath('admin@taladlab.example');
    await admin.visit(own);
    await admin.press('บันทึกหน้าที่', { roles: 'trainer' });
    expect([admin.page.status, says(admin)]).toEqual([409, expect.stringContaining('อย่างน้อยหนึ่งคน')]);

    const second = await ownPassword('second@school.example', await add('second@school.example', 'admin'));
    const [a, b] = [await personPath('second@school.example'), await personPath('admin@taladlab.example', second)];
    await admin.visit(a);
    await second.visit(b);
    const closing = [tapIn(admin, `${a}/closure`), tapIn(second, `${b}/closure`)];
    const answers = await Promise.all(closing.map((one) => tapOnce(one)));
    const { 303: done } = tally(answers);
    expect(done).toBe(1);
    const left = await place.raw.ask(
      `SELECT "email" FROM "person" WHERE "roles" LIKE '%admin%' AND "disabledAt" IS NULL`,
    );
    expect(left).toHaveLength(1);
    await place.raw.ask(`UPDATE "person" SET "disabledAt" = NULL WHERE "email" = 'admin@taladlab.example'`);
    admin = await signIn('admin@taladlab.example', PASSWORD);
  });

  it('cannot be touched by an administrator of another centre, nor can learners', async () => {
    await place.raw.insert('centre', { id: 'cen_other', name: 'ศูนย์อื่น' });
    const [like] = await place.raw.ask(`SELECT * FROM "person" WHERE "email" = 'admin@taladlab.example'`);
    await place.raw.insert('person', { ...like, id: 'per_other', email: 'boss@other.example', centreId: 'cen_other' });
    const boss = await signIn('boss@other.example', PASSWORD);
    expect(says(boss)).not.toContain('trainer@taladlab.example');
    const [trainer] = await place.raw.ask<{ id: string }>(
      `SELECT "id" FROM "person" WHERE "email" = 'trainer@taladlab.example'`,
    );
    const [learner] = await place.raw.ask<{ id: string }>(
      `SELECT "id" FROM "person" WHERE "roles" = 'learner' LIMIT 1`,
    );
    const token = String(boss.page.$('input[name=_csrf]').first().val());
    for (const [id, who] of [[trainer?.id, boss] as const, [learner?.id, admin] as const]) {
      expect((await who.visit(`/people/${id}`)).status).toBe(404);
      const csrf = who === boss ? token : String((await who.visit('/people')).$('input[name=_csrf]').first().val());
      for (const part of ['password', 'roles', 'closure', 'reopening', 'sign-out']) {
        const body = new URLSearchParams({ _csrf: csrf, roles: 'admin' }).toString();
        const path = `/people/${id}/${part}`;
        expect(await tapOnce({ base: who.base, path, body, cookie: who.cookie('taladlab') })).toMatchObject({
          status: 404,
        });
      }
    }
  });

  it('is listed twenty a page', async () => {
    const [like] = await place.raw.ask(`SELECT * FROM "person" WHERE "email" = 'trainer@taladlab.example'`);
    for (let n = 0; n < 45; n += 1)
      await place.raw.insert('person', { ...like, id: `per_many_${n}`, email: `many${n}@school.example` });
    const seen = new Set<string>();
    for (let path: string | undefined = '/people'; path; ) {
      const { $ } = await admin.visit(path);
      const emails = $('main ul .break-all')
        .toArray()
        .map((one) => $(one).text());
      expect(emails.length).toBeLessThanOrEqual(20);
      for (const email of emails) seen.add(email);
      path = $('a:contains("หน้าถัดไป")').attr('href');
    }
    expect([...seen].filter((email) => email.startsWith('many'))).toHaveLength(45);
    for (const odd of ['-1', '0', 'x', '1e99', '9999999999'])
      expect((await admin.visit(`/people?page=${odd}`)).status).toBe(200);
  });

  it('leaves its changes in the log of its centre, and no secret', async () => {
    const types = await events();
    for (const type of [
      'staff.added',
      'password.reset',
      'password.changed',
      'staff.disabled',
      'staff.enabled',
      'staff.roles_changed',
      'staff.signed_out',
    ])
      expect(types).toContain(type);
    const [found] = await place.raw.ask(`SELECT 1 FROM "activity_event" WHERE "payload" LIKE '%school.example%'`);
    expect(found).toBeUndefined();
    expect(await verifyLog(place.settings)).toMatchObject({ code: 0 });
  });
});
