import { beforeAll, describe, expect, it } from '@jest/globals';
import { type FairShop, fairShop } from '../support/fair-shop.js';
import { nextMorning } from '../support/mornings.js';

const text = ({ me }: FairShop) => me.page.$('main').text().replace(/\s+/g, ' ');
const ordersIn = (shop: FairShop) => text(shop).match(/คำสั่งซื้อ TL-\d{4}/g) ?? [];

describe('the shoppers of a market', () => {
  let shop: FairShop;

  beforeAll(async () => {
    shop = await fairShop({ seed: 'shoppers' });
    await nextMorning(shop);
  });

  it('buy from a fair and complete listing before the first morning, and have paid', async () => {
    await shop.me.visit(`/m/${shop.market}/orders?tab=to_ship`);
    expect(ordersIn(shop).length).toBeGreaterThanOrEqual(1);
    await shop.me.visit(`/m/${shop.market}/orders?tab=to_pay`);
    expect(ordersIn(shop)).toEqual([]);
  });

  it('tell the seller who looked and why not everybody bought', async () => {
    await shop.me.visit(`/m/${shop.market}/orders`);
    const [, looked, bought] = /มีคนดูของคุณ (\d+) คน ซื้อ (\d+) คน/.exec(text(shop)) ?? [];
    expect(Number(bought)).toBe(ordersIn(shop).length);
    const left = shop.me.page
      .$('main section li')
      .map((_i, line) => Number.parseInt(shop.me.page.$(line).text(), 10))
      .get();
    expect(left.reduce((sum, people) => sum + people, 0)).toBe(Number(looked) - Number(bought));
  });

  it('send the parcel to a fictional buyer', async () => {
    await shop.me.visit(`/m/${shop.market}/orders?tab=to_ship`);
    await shop.me.press(ordersIn(shop)[0] ?? '');
    expect(text(shop)).toMatch(/00-\d{4}-\d{4}/);
  });

  it('come and go without buying where nothing is for sale', async () => {
    const empty = await fairShop({ seed: 'withdrawn' });
    await empty.me.visit(empty.product);
    await empty.me.press('หยุดขาย');
    await nextMorning(empty);
    expect(ordersIn(empty)).toEqual([]);
    expect(text(empty)).toContain('ยังไม่มีคนเห็นของคุณ');
  });

  it('begin anew with a market that is reset: no shop, no order and no day has passed', async () => {
    await shop.me.visit(shop.attempt);
    await shop.me.press('เริ่มใหม่');
    expect(shop.me.page.status).toBe(200);
    await shop.me.visit(`/m/${shop.market}/shop`);
    expect(text(shop)).toContain('เปิดร้านของคุณ');
    await shop.me.visit(`/m/${shop.market}/orders`);
    expect(ordersIn(shop)).toEqual([]);
    await nextMorning(shop);
    expect(ordersIn(shop)).toEqual([]);
  });
});
