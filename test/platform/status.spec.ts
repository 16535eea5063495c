import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { backup } from '../support/operator.js';
import { closePlace, openPlace, type Place } from '../support/place.js';
import { Visitor } from '../support/visitor.js';

describe('the status page', () => {
  let place: Place;
  let admin: Visitor;

  beforeAll(async () => {
    place = await openPlace(`status${process.env.JEST_WORKER_ID}`);
    admin = new Visitor(place.app.url);
    await admin.visit('/staff');
    await admin.press('เข้าระบบ', { email: 'admin@taladlab.example', password: 'talad-demo-2569' });
  });
  afterAll(() => closePlace(place));

  /** The card of one subject, in one line. */
  const about = async (subject: string) => {
    const { $ } = await admin.visit('/status');
    return $('li')
      .filter((_i, card) => $(card).find('h2').text().startsWith(subject))
      .text()
      .replace(/\s+/g, ' ');
  };

  it('says which database it is, that the provider answers and who is signed in', async () => {
    expect(await about('ฐานข้อมูล')).toMatch(place.postgres ? /PostgreSQL ขนาด [\d.]+ MB/ : /SQLite ขนาด [\d.]+ MB/);
    expect(await about('ระบบรับเงินฝึก')).toContain(`✓ ปกติ ระบบที่มากับโปรแกรม ที่ ${new URL(place.providerUrl).host}`);
    expect(await about('คนที่เข้าระบบอยู่')).toContain('1 เครื่อง');
    expect(await about('งานที่รอส่ง')).toContain('✓ ปกติ');
    expect(await about('รุ่นของโปรแกรม')).toMatch(/รุ่น \d+\.\d+\.\d+ \(.+\) บน Node \d+/);
  });

  it('asks for a backup until there is one, which checks the log as well', async () => {
    expect(await about('สำรองข้อมูล')).toContain('! ต้องทำ ยังไม่เคยสำรองข้อมูล สั่ง npm run backup');
    expect(await about('บันทึกเหตุการณ์')).toContain('! ต้องทำ');
    const folder = await backup(place.settings);
    expect(await about('สำรองข้อมูล')).toContain(`✓ ปกติ สำรองล่าสุดไว้ที่ ${folder}`);
    expect(await about('บันทึกเหตุการณ์')).toMatch(/✓ ปกติ ตรวจแล้วครบทั้ง \d+ สาย/);
  });

  it('is one tap from where an administrator begins', async () => {
    await admin.visit('/home');
    const { status, $ } = await admin.press('สถานะของเครื่อง');
    expect([status, $('h1').text()]).toEqual([200, 'สถานะของเครื่อง']);
  });
});
