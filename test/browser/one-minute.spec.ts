import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Device, type Hall, openHall } from './hall.js';

const DOOR = 'ลองเล่น 1 นาที ไม่ต้องสมัคร';
const MOST_TAPS = 6;
const MINUTE = 60_000;

describe.each([
  ['with JavaScript', true],
  ['without JavaScript', false],
])('the minute of somebody without an account %s', (_kind, javaScript) => {
  let hall: Hall;
  let visitor: Device;
  let taps: number;
  let began: number;

  beforeAll(async () => {
    hall = await openHall(javaScript ? 'minute' : 'minute-plain');
    visitor = await hall.device({ javaScript });
  });
  afterAll(() => hall?.close());

  const press = async (words: string) => {
    taps += 1;
    await visitor.press(words);
  };

  it('begins on the first screen of the first page', async () => {
    const { page } = visitor;
    await page.setViewportSize({ width: 360, height: 640 });
    await page.goto('/');
    for (const words of [DOOR, 'ฉันเป็นผู้เรียน', 'ผู้สอนและผู้ประเมิน']) {
      const box = await page.getByText(words, { exact: true }).boundingBox();
      expect((box?.y ?? 9999) + (box?.height ?? 0)).toBeLessThanOrEqual(640);
    }
    await visitor.look('01-door');
  });

  it('ends with a parcel that goes astray when she just presses on', async () => {
    const { page } = visitor;
    [taps, began] = [0, Date.now()];
    await press(DOOR);
    await visitor.look('02-order');
    await press('ส่งที่เคาน์เตอร์');
    await visitor.look('03-sent');
    taps += 1;
    await visitor.follow('ดูผลของฉัน');
    await page.getByRole('heading', { name: 'กล่องนี้จะไปผิดที่' }).waitFor();
    await visitor.look('04-again');
    expect(taps).toBeLessThanOrEqual(MOST_TAPS);
    expect(Date.now() - began).toBeLessThan(MINUTE);
  });

  it('ends with a parcel that arrives when she looks first', async () => {
    const { page } = visitor;
    [taps, began] = [0, Date.now()];
    await press('ลองใหม่ตรงจุดเดิม');
    taps += 1;
    await page.getByText('แก้: ใบปะหน้า').click();
    const code = page.getByLabel('รหัสไปรษณีย์');
    const buyer = page.locator('section', { has: page.getByRole('heading', { name: 'ผู้ซื้อ', exact: true }) });
    taps += 1;
    await code.fill(/\d{5}$/.exec((await buyer.innerText()).trim())?.[0] ?? '');
    await press('ทำใบปะหน้า');
    await visitor.look('05-mended');
    await press('ส่งที่เคาน์เตอร์');
    taps += 1;
    await visitor.follow('ดูผลของฉัน');
    await page.getByRole('heading', { name: 'ผ่านทุกข้อ ของถึงมือผู้ซื้อ' }).waitFor();
    await visitor.look('06-met');
    expect(taps).toBeLessThanOrEqual(MOST_TAPS);
    expect(Date.now() - began).toBeLessThan(MINUTE);
  });

  it('is over with one press: the phone is nobody’s again', async () => {
    const { page } = visitor;
    await page.locator('.bar-menu summary').first().click();
    await visitor.press('เปลี่ยนคน');
    await page.getByRole('button', { name: DOOR }).waitFor();
    expect((await page.goto('/try'))?.url()).toBe(`${hall.url}/`);
    expect(visitor.faults).toEqual([]);
  });
});
