import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { closePlace, openPlace, type Place } from '../support/place.js';
import { Visitor } from '../support/visitor.js';

describe('the slip door', () => {
  let place: Place;
  beforeAll(async () => {
    place = await openPlace('slip_door');
  });
  afterAll(() => closePlace(place));

  const come = async () => {
    const visitor = new Visitor(place.app.url);
    await visitor.visit('/');
    await visitor.press('ลองตรวจสลิป ไม่ต้องสมัคร');
    return visitor;
  };
  const text = (visitor: Visitor) => visitor.page.$('body').text().replace(/\s+/g, ' ');
  const result = async (visitor: Visitor) => {
    await visitor.press('ดูผลของฉัน');
    return {
      heading: visitor.page.$('h1').text(),
      line: visitor.page.$('main li.card').first().text().replace(/\s+/g, ' '),
    };
  };

  it('opens at a slip that says more than came, with the bank a tap away', async () => {
    const visitor = await come();
    expect(visitor.page.path).toMatch(/\/money\/slips\//);
    expect(text(visitor)).toContain('เปิดดูรายการบัญชี เทียบกับสลิป');
    const alt = visitor.page.$('img.slip-picture').attr('alt') ?? '';
    const total = visitor.page.$('dl.sums dd').first().text().trim();
    expect(alt).toContain(total);
    await visitor.press('เปิดดูรายการล่าสุด');
    const reference = /FK\w{14}/.exec(alt)?.[0] ?? 'none';
    const line = visitor.page
      .$('main section li')
      .filter((_i, one) => visitor.page.$(one).text().includes(reference))
      .text();
    expect(line).toContain('เงินเข้า');
    expect(line).not.toContain(total);
  });

  it('is judged by the real check: whoever takes the slip’s word was fooled', async () => {
    const visitor = await come();
    await visitor.press('ตัดสิน', { result: 'accepted', transferId: 'none' });
    const { heading, line } = await result(visitor);
    expect(heading).toBe('สลิปนี้หลอกคุณ');
    expect(line).toContain('ลองอีกครั้ง');
    expect(line).toMatch(/2569 \d\d:\d\d คุณตัดสินสลิป/);
  });

  it('is not passed by the wrong field, nor without a word to the buyer, and passed with both', async () => {
    const visitor = await come();
    const slip = new URL(visitor.page.path, visitor.base).pathname;
    await visitor.press('เปิดดูรายการล่าสุด');
    await visitor.press('ตัดสิน', { result: 'rejected', reason: 'time' });
    expect((await result(visitor)).heading).toBe('สลิปนี้หลอกคุณ');
    await visitor.visit(slip);
    await visitor.press('ตัดสิน', { result: 'rejected', reason: 'amount' });
    expect((await result(visitor)).heading).toBe('ยังขาดอีกขั้นเดียว');
    await visitor.visit(slip);
    await visitor.press('ส่งข้อความ');
    const { heading, line } = await result(visitor);
    expect(heading).toBe('ผ่าน คุณจับสลิปปลอมได้');
    expect(line).toContain('ผ่าน');
    await visitor.press('ลองใหม่ตรงจุดเดิม');
    expect(visitor.page.path).toMatch(/\/money\/slips\//);
  });

  it('shows a visitor nothing else of a seller’s money', async () => {
    const visitor = await come();
    const money = new URL(visitor.page.path, visitor.base).pathname.replace(/slips.*/, '');
    expect(visitor.page.$('main a[href$="/money/slips"]')).toHaveLength(0);
    for (const page of ['slips', 'account', 'requests'])
      expect((await visitor.visit(`${money}${page}`)).status).toBe(403);
    expect((await visitor.visit(`${money}statement`)).status).toBe(200);
  });

  it('begins at the same moment again, and leaves nothing of the time before', async () => {
    const visitor = await come();
    const before = visitor.page.$('main').text();
    const market = visitor.page.path.split('/m/')[1]?.split('/')[0];
    await visitor.press('ตัดสิน', { result: 'accepted', transferId: 'none' });
    await visitor.press('ดูผลของฉัน');
    await visitor.press('ลองใหม่ตรงจุดเดิม');
    expect(visitor.page.$('main').text()).toBe(before);
    for (const table of ['slip', 'bank_transfer', 'payment_account'])
      expect(await place.raw.ask(`SELECT 1 FROM "${table}" WHERE "market" = '${market}.1'`)).toEqual([]);
  });
});
