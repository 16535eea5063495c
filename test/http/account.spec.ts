import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import supertest from 'supertest';
import { openCookie, sealCookie } from '../../src/accounts/session-cookie.js';
import { PASSWORD, through } from '../support/assessing.js';
import { closePlace, openPlace, type Place } from '../support/place.js';
import { tap } from '../support/taps.js';
import { Visitor } from '../support/visitor.js';

const HOUR = 3_600_000;
const ANDROID =
  'Mozilla/5.0 (Linux; Android 13; A15) AppleWebKit/537.36 Chrome/126.0.0.0 Mobile Safari/537.36 Line/14.9.0';

describe("a person's own account", () => {
  let place: Place;
  let secret: string;

  beforeAll(async () => {
    place = await openPlace('account');
    secret = readFileSync(`${place.settings.DATA_DIR}/server.key`, 'utf8');
  });
  afterAll(() => closePlace(place));

  const learner = () => through(place.app.url, 'ลองเป็นผู้เรียน');
  const assessor = () => through(place.app.url, 'ลองเป็นผู้ประเมิน');
  const keyOf = (visitor: Visitor) =>
    openCookie(secret, visitor.cookie('taladlab').replace('taladlab=', ''))?.key ?? '';
  /** The answer to a page with the cookie as it would be so long after its last use. */
  const later = (visitor: Visitor, time: number) =>
    supertest(place.app.url)
      .get('/account')
      .set('accept', 'text/html')
      .set('cookie', `taladlab=${sealCookie(secret, keyOf(visitor), new Date(Date.now() - time))}`);

  it('tells her name and where she is signed in, in plain words', async () => {
    const me = await learner();
    await supertest(place.app.url).post('/demo/learner').set('user-agent', ANDROID).set('origin', place.app.url);
    const { $ } = await me.visit('/account');
    expect($('main').text()).toContain('โทรศัพท์แอนดรอยด์ · LINE');
    expect($('li:contains("เครื่องนี้")')).toHaveLength(1);
    expect($('main').text()).not.toContain('รหัสผ่าน');
  });

  it('ends one session elsewhere, and not somebody else’s', async () => {
    const [me, elsewhere, other] = [await assessor(), await assessor(), await learner()];
    await me.visit('/account');
    const action = String(me.page.$('form[action$="/ending"]').first().attr('action'));
    const token = String((await other.visit('/account')).$('input[name=_csrf]').first().val());
    const foreign = { base: me.base, path: action, body: `_csrf=${token}`, cookie: other.cookie('taladlab') };
    expect((await tap(foreign)).status).toBe(404);
    expect((await elsewhere.visit('/account')).status).toBe(200);
    await me.pressIn(action);
    expect((await elsewhere.visit('/account')).status).toBe(401);
    expect((await me.visit('/account')).status).toBe(200);
  });

  it('signs out everywhere with one tap', async () => {
    const [me, elsewhere] = [await assessor(), await assessor()];
    await me.visit('/account');
    await me.press('ออกจากระบบทุกเครื่อง');
    expect(me.cookie('taladlab')).toBe('');
    expect((await elsewhere.visit('/account')).status).toBe(401);
  });

  it('is out elsewhere, but not here, when the password is changed', async () => {
    const password = { current: PASSWORD, wanted: 'แมวสามตัวในครัว', again: 'แมวสามตัวในครัว' };
    const [me, elsewhere] = [await assessor(), await assessor()];
    await me.visit('/account/password');
    await me.press('บันทึกรหัสผ่าน', { ...password, current: 'wrong' });
    expect([me.page.status, me.page.$('main').text()]).toEqual([422, expect.stringContaining('ไม่ถูกต้อง')]);
    await me.press('บันทึกรหัสผ่าน', password);
    expect((await me.visit('/account')).status).toBe(200);
    expect((await elsewhere.visit('/account')).status).toBe(401);
  });

  it('does not let whoever finds the phone try passwords without end', async () => {
    const me = await through(place.app.url, 'ลองเป็นผู้สอน');
    await me.visit('/account/password');
    for (let n = 0; n < 10; n += 1) await me.press('บันทึกรหัสผ่าน', { current: `wrong ${n}` });
    expect((await me.press('บันทึกรหัสผ่าน', { current: PASSWORD })).status).toBe(429);
  });

  it('is left open for hours on a learner’s phone, for fewer on a desk', async () => {
    const [her, his] = [await learner(), await assessor()];
    expect((await later(her, 19 * HOUR)).status).toBe(200);
    expect((await later(her, 21 * HOUR)).status).toBe(401);
    expect((await later(his, 2 * HOUR)).status).toBe(200);
    expect((await later(his, 4 * HOUR)).status).toBe(401);
  });

  it('stays open while it is used, and is over after its whole time all the same', async () => {
    const me = await assessor();
    const renewed = String((await later(me, 2 * HOUR)).headers['set-cookie']);
    const cookie = /taladlab=([^;]+)/.exec(renewed)?.[1];
    expect(Date.now() - (openCookie(secret, cookie)?.usedAt.getTime() ?? 0)).toBeLessThan(2 * 60_000);
    expect((await later(me, 60_000)).headers['set-cookie']).toBeUndefined();
    const twelve = new Date(Date.now() + 12 * HOUR + 1000).toISOString();
    const [row] = await place.raw.ask<{ n: number | string }>(
      `SELECT COUNT(*) AS n FROM "session" s JOIN "person" p ON p."id" = s."personId"
       WHERE p."roles" = 'assessor' AND s."expiresAt" > '${twelve}'`,
    );
    expect(Number(row?.n)).toBe(0);
    await place.raw.ask(`UPDATE "session" SET "expiresAt" = '2026-01-01T00:00:00.000Z'`);
    expect((await me.visit('/account')).status).toBe(401);
  });
});
