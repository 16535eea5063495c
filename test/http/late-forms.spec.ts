import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import supertest from 'supertest';
import { PASSWORD, through } from '../support/assessing.js';
import { photoFile } from '../support/photo.js';
import { closePlace, openPlace, type Place } from '../support/place.js';
import { Visitor } from '../support/visitor.js';

const KEPT = 'ข้อความที่พิมพ์ไว้ยังอยู่';
const BACK = 'ข้อความที่พิมพ์ไว้กลับมาแล้ว';
const NAME = 'รุ่นที่ 9 "ทอผ้า" <บ้านนา>';

describe('a form that is sent after its session has ended', () => {
  let place: Place;
  let me: Visitor;
  let market: string;

  beforeAll(async () => {
    place = await openPlace('late_forms');
    me = await through(place.app.url, 'ลองเป็นผู้สอน');
    await me.visit('/exercises');
    await me.pressIn('/exercises/first-sale/preview', { seed: 'late' });
    market = /\/m\/([a-z0-9]+)/.exec(me.page.html)?.[1] ?? '';
  });
  beforeEach(async () => {
    me = await through(place.app.url, 'ลองเป็นผู้สอน');
  });
  afterAll(() => closePlace(place));

  const timeIsUp = () =>
    place.raw.ask(`UPDATE "session" SET "expiresAt" = '${new Date(Date.now() - 1000).toISOString()}'`);
  const count = async (table: string) =>
    Number((await place.raw.ask<{ n: number | string }>(`SELECT COUNT(*) AS n FROM "${table}"`))[0]?.n);
  const pathOf = ({ page, base }: Visitor) => new URL(page.path, base).pathname;
  const says = ({ page }: Visitor) => page.$('main').text();

  async function comesIn(visitor: Visitor, email: string): Promise<Visitor> {
    await visitor.visit('/staff');
    await visitor.press('เข้าระบบ', { email, password: PASSWORD });
    return visitor;
  }

  /** She fills in a class's name, her session ends, she presses the button. */
  async function sentTooLate(fields: Record<string, string> = { name: NAME }): Promise<void> {
    await me.visit('/classes');
    await timeIsUp();
    await me.press('เปิดชั้นเรียน', fields);
    expect(me.page.status).toBe(401);
  }

  it('is filled in again after she signed in, and sent when she presses the button', async () => {
    const before = await count('class_group');
    await sentTooLate();
    expect(says(me)).toContain(KEPT);
    await comesIn(me, 'trainer@taladlab.example');
    expect(pathOf(me)).toBe('/classes');
    expect(says(me)).toContain(BACK);
    expect(me.page.$('#f-name').val()).toBe(NAME);
    expect(await count('class_group')).toBe(before);
    await me.press('เปิดชั้นเรียน');
    expect(me.page.$('h1').text()).toBe(NAME);
    expect(await count('class_group')).toBe(before + 1);
  });

  it('keeps the page it stood on, texts of several lines and choices, but not the picture', async () => {
    const words = { name: 'ร้านของนวล', description: 'บรรทัดแรก\nบรรทัดสอง', licence: 'own' };
    await me.visit(`/m/${market}/shop/profile`);
    await timeIsUp();
    const form = me.page.$('textarea[name=description]').closest('form');
    expect(form.attr('enctype')).toBe('multipart/form-data');
    const sent = supertest(place.app.url)
      .post(`/m/${market}/shop/profile`)
      .set('cookie', me.cookie('taladlab'))
      .set('referer', `${place.app.url}/m/${market}/shop/profile?from=strip`);
    for (const [name, value] of Object.entries({ ...words, _csrf: String(form.find('[name=_csrf]').val()) }))
      sent.field(name, value);
    expect((await sent.attach('image', await photoFile(), 'photo.jpg')).text).toContain(KEPT);
    await comesIn(me, 'trainer@taladlab.example');
    expect(me.page.path).toContain(`/m/${market}/shop/profile?from=strip`);
    expect(me.page.$('[name=name]').val()).toBe(words.name);
    expect(me.page.$('textarea[name=description]').text()).toBe(words.description);
    const [row] = await place.raw.ask<{ fields: string }>('SELECT "fields" FROM "kept_form" ORDER BY "expiresAt" DESC');
    expect(row?.fields).not.toContain('photo');
  });

  it('is nobody else’s who takes the phone, nor does it greet her there', async () => {
    await sentTooLate();
    const [row] = await place.raw.ask<{ id: string }>('SELECT "id" FROM "kept_form" ORDER BY "expiresAt" DESC LIMIT 1');
    await comesIn(me, 'assessor@taladlab.example');
    expect(pathOf(me)).toBe('/assess');
    expect(me.page.html).not.toContain('ทอผ้า');
    const other = await me.visit(`/account?kept=${row?.id}`);
    expect([other.status, other.html.includes('ทอผ้า')]).toEqual([200, false]);
    const her = await through(place.app.url, 'ลองเป็นผู้สอน');
    expect((await her.visit(`/classes?kept=${row?.id}`)).$('#f-name').val()).toBe(NAME);
    await her.press('เปลี่ยนคน');
    expect(await count('kept_form')).toBe(0);
  });

  it.each([
    ['without its token', { _csrf: '' }],
    ['with the token of another session', { _csrf: 'a'.repeat(43) }],
    ['longer than anybody types', { name: 'ก'.repeat(40_000) }],
  ])('is not kept %s', async (_how, fields) => {
    const before = await count('kept_form');
    await sentTooLate({ name: NAME, ...fields });
    expect(says(me)).toContain('เข้าแล้วจะพาไป');
    expect(await count('kept_form')).toBe(before);
  });

  it('is not kept when it comes from somebody without a session, from another site, or with passwords in it', async () => {
    const before = await count('kept_form');
    expect((await supertest(place.app.url).post('/classes').type('form').send({ name: NAME })).status).toBe(401);
    await me.visit('/account/password');
    await timeIsUp();
    await me.press('บันทึกรหัสผ่าน', { current: PASSWORD, wanted: 'ปลาทูสองเข่ง', again: 'ปลาทูสองเข่ง' });
    expect(me.page.status).toBe(401);
    expect(await count('kept_form')).toBe(before + 1);
    const [row] = await place.raw.ask<{ fields: string }>('SELECT "fields" FROM "kept_form" ORDER BY "expiresAt" DESC');
    expect(row?.fields).toBe('{}');
  });

  it('is filled in for her who signed in again in another tab meanwhile', async () => {
    await me.visit('/classes');
    const old = me.page;
    await timeIsUp();
    await comesIn(me, 'trainer@taladlab.example');
    me.page = old;
    await me.press('เปิดชั้นเรียน', { name: NAME });
    expect([me.page.status, me.page.$('#f-name').val()]).toEqual([200, NAME]);
    me.page = old;
    await comesIn(me, 'admin@taladlab.example');
    me.page = old;
    expect((await me.press('เปิดชั้นเรียน', { name: NAME })).status).toBe(403);
  });

  it('is shown as text where its page has changed', async () => {
    await sentTooLate();
    await place.raw.ask(`UPDATE "kept_form" SET "page" = '/nowhere'`);
    await comesIn(me, 'trainer@taladlab.example');
    expect(me.page.status).toBe(404);
    expect(me.page.$('.kept-text').text()).toBe(NAME);
  });

  it('is gone after two hours', async () => {
    await sentTooLate();
    await place.raw.ask(`UPDATE "kept_form" SET "expiresAt" = '${new Date(Date.now() - 1000).toISOString()}'`);
    await comesIn(me, 'trainer@taladlab.example');
    expect(pathOf(me)).toBe('/home');
    await sentTooLate();
    expect(await count('kept_form')).toBe(1);
  });

  it('does not fill the database, however often it is sent', async () => {
    await me.visit('/classes');
    const form = me.page;
    await timeIsUp();
    for (let n = 0; n < 12; n += 1) {
      me.page = form;
      await me.press('เปิดชั้นเรียน', { name: `${NAME} ${n}` });
    }
    expect(await count('kept_form')).toBeLessThanOrEqual(5);
  });
});

describe('a page that is asked for without a session', () => {
  let place: Place;
  beforeAll(async () => {
    place = await openPlace('late_pages');
  });
  afterAll(() => closePlace(place));

  it('is where she finds herself after signing in', async () => {
    const me = new Visitor(place.app.url);
    expect((await me.visit('/exercises?from=chat')).status).toBe(401);
    await me.press('ผู้สอนและผู้ประเมิน');
    await me.press('เข้าระบบ', { email: 'trainer@taladlab.example', password: PASSWORD });
    expect(me.page.path).toContain('/exercises?from=chat');
    expect(me.cookie('next')).toBe('');
  });

  it('is not where somebody else finds herself, when a session was over', async () => {
    const me = await through(place.app.url, 'ลองเป็นผู้สอน');
    await place.raw.ask(`UPDATE "session" SET "expiresAt" = '2026-01-01T00:00:00.000Z'`);
    await me.visit('/exercises');
    await me.visit('/');
    await me.press('ลองเป็นผู้เรียน');
    expect(new URL(me.page.path, me.base).pathname).toBe('/home');
  });

  it('cannot be planted, nor lead to another host', async () => {
    const me = new Visitor(place.app.url);
    const planted = Buffer.from(JSON.stringify({ path: '//evil.example', personId: null })).toString('base64url');
    me.carry(`next=${planted}.abc; path=/`);
    await me.visit('/');
    await me.press('ลองเป็นผู้เรียน');
    expect(new URL(me.page.path, me.base).pathname).toBe('/home');
    const asked = await supertest(place.app.url).get('//evil.example/%2e%2e/home');
    expect(String(asked.headers['set-cookie'] ?? '')).not.toContain('next=');
  });
});
