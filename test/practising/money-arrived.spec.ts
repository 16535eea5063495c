import { beforeAll, describe, expect, it } from '@jest/globals';
import { preview } from '../support/preview.js';
import type { Visitor } from '../support/visitor.js';

describe('an exercise about money that comes straight to the shop', () => {
  let learner: Visitor;
  let market: string;
  let attempt: string;

  beforeAll(async () => {
    ({ learner, market } = await preview('money-arrived', 'money-1'));
    attempt = new URL(learner.page.path, learner.base).pathname;
  });

  const text = () => learner.page.$('main').text().replace(/\s+/g, ' ');
  const see = async (place: string) => {
    await learner.visit(`/m/${market}/${place}`);
    expect(learner.page.status).toBe(200);
    return text();
  };
  const toMorning = async () => {
    await learner.visit(attempt);
    await learner.press('ไปเช้าวันถัดไป');
  };
  const waiting = async () => ({
    requests: /รอจดคำสั่งซื้อ/.test(await see('money/requests')),
    slips: /ยังไม่ตรวจ/.test(await see('money/slips')),
  });

  it('begins with a named shop, its goods counted and on the shelf, and the door still shut', async () => {
    expect(await see('shop')).toContain('ร้านของ');
    expect(learner.page.$('button:contains("เปิดร้าน")')).toHaveLength(1);
    expect(await see('products')).toMatch(/ลงขายแล้ว/);
  });

  it('leads from each task to a page that there is', async () => {
    await learner.visit(attempt);
    const places = learner.page.$('main ol a').map((_i, each) => learner.page.$(each).attr('href'));
    expect(places.get()).toHaveLength(6);
    for (const place of places.get()) {
      await learner.visit(place);
      expect([place, learner.page.status]).toEqual([place, 200]);
    }
  });

  it('is prepared anew, with the same goods, when she begins again', async () => {
    const before = await see('products');
    await learner.visit(attempt);
    await learner.pressIn(`${attempt}/reset`);
    expect(await see('products')).toBe(before);
  });

  it('has its buyers come again until her shop is open and has an account', async () => {
    await toMorning();
    expect(await waiting()).toEqual({ requests: false, slips: false });
    await see('shop');
    await learner.press('เปิดร้าน');
    await toMorning();
    expect(await waiting()).toEqual({ requests: true, slips: false });
    await see('money/account');
    await learner.press('ใช้บัญชีนี้', { kind: 'own' });
    await toMorning();
    expect(await waiting()).toEqual({ requests: true, slips: true });
  });
});
