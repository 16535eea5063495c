import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import supertest from 'supertest';
import { PASSWORD } from '../support/assessing.js';
import { printedCards, tapped } from '../support/card-pictures.js';
import { closePlace, openPlace, type Place } from '../support/place.js';
import { Visitor } from '../support/visitor.js';

const NAME = 'บุษบา มาใหม่';

describe('the notice of what is kept', () => {
  let place: Place;
  let pictures: string[];
  let code: string;
  let me: Visitor;

  beforeAll(async () => {
    place = await openPlace('notice');
    const trainer = new Visitor(place.app.url);
    await trainer.visit('/');
    await trainer.press('ลองเป็นผู้สอน');
    await trainer.visit('/classes');
    await trainer.press('เปิดชั้นเรียน', { name: 'ชั้นของผู้มาใหม่' });
    const { $ } = await trainer.press('เพิ่มและพิมพ์บัตร', { names: NAME });
    pictures = printedCards($).get(NAME) ?? [];
    code = $('.join-card strong').first().text();
    me = await comesIn();
  });
  afterAll(() => closePlace(place));

  async function comesIn(): Promise<Visitor> {
    const learner = new Visitor(place.app.url);
    await learner.visit(`/join?code=${code}&name=${encodeURIComponent(NAME)}`);
    await learner.press(NAME);
    await learner.press('เข้าเรียน', tapped(learner, pictures));
    return learner;
  }
  const pathOf = ({ page, base }: Visitor) => new URL(page.path, base).pathname;
  const receipts = () =>
    place.raw.ask<Record<string, string>>(`SELECT r.* FROM "notice_receipt" r
    JOIN "person" p ON p."id" = r."personId" WHERE p."displayName" = '${NAME}'`);

  it('comes before anything else at the first joining, in three sentences', async () => {
    expect(pathOf(me)).toBe('/notice');
    expect(me.page.$('#notice p')).toHaveLength(3);
    await me.visit('/account');
    expect(pathOf(me)).toBe('/notice');
    expect((await me.visit('/privacy')).status).toBe(200);
    expect(await receipts()).toEqual([]);
  });

  it('is noted with its version and time when she understands it, and leads to where she wanted', async () => {
    await me.visit('/account');
    await me.press('เข้าใจแล้ว');
    expect(pathOf(me)).toBe('/account');
    const [receipt, ...more] = await receipts();
    expect(more).toEqual([]);
    expect(receipt).toMatchObject({ purpose: 'training', noticeVersion: expect.stringMatching(/^\d{4}-\d\d$/) });
    expect(Date.now() - Date.parse(receipt?.understoodAt ?? '')).toBeLessThan(60_000);
    await me.visit('/notice');
    await me.press('เข้าใจแล้ว');
    expect(await receipts()).toHaveLength(1);
  });

  it('is not shown again until its words change', async () => {
    expect(pathOf(await comesIn())).toBe('/home');
    await place.raw.ask(`UPDATE "person" SET "noticeVersion" = '2020-01' WHERE "displayName" = '${NAME}'`);
    await place.raw.ask(`UPDATE "notice_receipt" SET "noticeVersion" = '2020-01'`);
    await me.visit('/home');
    expect(pathOf(me)).toBe('/notice');
    await me.press('เข้าใจแล้ว');
    expect((await receipts()).map(({ noticeVersion }) => noticeVersion === '2020-01').sort()).toEqual([false, true]);
  });

  it('sends nobody to another host', async () => {
    for (const next of ['//evil.example', 'https://evil.example', '/\\evil.example']) {
      const { $ } = await me.visit(`/notice?next=${encodeURIComponent(next)}`);
      expect($('input[name=next]')).toHaveLength(0);
      await me.press('เข้าใจแล้ว', { next });
      expect(pathOf(me)).toBe('/home');
    }
  });

  it('holds up no staff, and takes no form of another site', async () => {
    const staff = new Visitor(place.app.url);
    await staff.visit('/staff');
    await staff.press('เข้าระบบ', { email: 'assessor@taladlab.example', password: PASSWORD });
    expect(pathOf(staff)).toBe('/assess');
    const answer = await supertest(place.app.url)
      .post('/notice')
      .set('cookie', me.cookie('taladlab'))
      .type('form')
      .send('');
    expect(answer.status).toBe(403);
  });

  it('is told in whole to anyone, in both languages, with her own centre to whoever is signed in', async () => {
    const stranger = new Visitor(place.app.url);
    const text = (await stranger.visit('/privacy')).$('main').text();
    expect(text).toContain('ศูนย์ที่คุณเรียน');
    expect(text).toContain('บทบาทสมมติ');
    expect((await me.visit('/privacy')).$('main').text()).toContain('ศูนย์ฝึกอาชีพบ้านตัวอย่าง');
    await stranger.press('English');
    expect(stranger.page.$('h1').text()).toBe('Your data and privacy');
  });
});
