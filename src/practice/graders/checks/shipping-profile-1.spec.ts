import { describe, expect, it } from '@jest/globals';
import type { Facts } from '../facts.js';
import type { ShopFact } from '../facts-shop.js';
import { saidOf } from '../spec-support.js';

// Cannot see: fees and days spelled out in words ("สี่สิบบาท"), in pictures or in chat; a second fee in one sentence ("เกาะ 60 บาท");
// whether a parcel heavier than the ordinary one is covered.
const say = (change: (shop: ShopFact, facts: Facts) => void) =>
  saidOf('shipping-profile@1', (facts) => {
    if (facts.shop) change(facts.shop, facts);
  });
const written = (text: string) => say((shop) => shop.texts.push({ place: 'quick_reply', text, words: [] }));

/** All places that show days, changed together, as the market does. */
function setDays(shop: ShopFact, days: number) {
  shop.preparationDays = days;
  shop.texts = [];
  for (const quote of [...(shop.publicPage?.quotes ?? []), ...shop.checkoutQuotes]) quote.preparationDays = days;
}

describe('the delivery profile', () => {
  it.each([
    'ค่าส่ง ๓๐ บาท เตรียมของ ๑-๒ วัน',
    'ซื้อครบ 500 บาท ส่งฟรี คืนของได้ภายใน 7 วัน',
    'ค่าจัดส่งลงทะเบียน 45 บาท ถึงบ้านใน 3 วัน',
  ])('is right with the text "%s"', (text) => {
    expect(written(text)).toBe('met');
  });

  it('is right when a line of the cost sheet carries the shortfall', () => {
    const cheap = (shop: ShopFact) => {
      const method = shop.shippingMethods[0];
      if (method) method.fees.island = 4500;
      for (const quote of [...(shop.publicPage?.quotes ?? []), ...shop.checkoutQuotes]) {
        if (quote.method === 'standard' && quote.zone === 'island') quote.fee = 4500;
      }
    };
    expect(say(cheap)).toBe('fee_below_carrier');
    expect(say((shop, facts) => [cheap(shop), Object.assign(facts, { costSheet: { shippingPerOrder: 500 } })])).toBe(
      'met',
    );
  });

  it('of goods made to order is right with the days of the work card', () => {
    const weaving = (days: number, madeToOrder: boolean) =>
      say((shop, { scenario }) => {
        Object.assign(scenario.goods[0] ?? {}, { workCardDays: 15 });
        shop.madeToOrder = madeToOrder;
        setDays(shop, days);
      });
    expect(weaving(15, true)).toBe('met');
    expect(weaving(14, true)).toBe('days_too_short');
    expect(weaving(15, false)).toBe('not_pre_order');
    expect(weaving(31, true)).toBe('days_out_of_range');
  });

  it.each<[string, (shop: ShopFact) => void, string]>([
    ['there is one method', (shop) => shop.shippingMethods.splice(1), 'too_few_methods'],
    ['none can be tracked', (shop) => Object.assign(shop.shippingMethods[1] ?? {}, { tracked: false }), 'none_tracked'],
    ['the days are missing', (shop) => Object.assign(shop, { preparationDays: null }), 'no_days'],
    ['the days are many', (shop) => setDays(shop, 6), 'days_out_of_range'],
    [
      'the shop page shows an old fee',
      (shop) => Object.assign(shop.publicPage?.quotes[0] ?? {}, { fee: 2900 }),
      'shop_page_differs',
    ],
    [
      'checkout promises a day less',
      (shop) => Object.assign(shop.checkoutQuotes[0] ?? {}, { preparationDays: 1 }),
      'checkout_differs',
    ],
  ])('is nearly right when %s', (_, change, key) => {
    expect(say(change)).toBe(key);
  });

  it.each([
    ['ค่าส่ง 25 บาททั่วประเทศ', 'text_fee_differs'],
    ['ส่งฟรีทุกคำสั่งซื้อ', 'text_fee_differs'],
    ['จัดส่งภายใน 1 วันค่ะ', 'text_days_differ'],
    ['เตรียมของ 2-3 วัน', 'text_days_differ'],
  ])('is contradicted by the text "%s"', (text, key) => {
    expect(written(text)).toBe(key);
  });

  it('that was never set up is not attempted', () => {
    expect(say((shop) => Object.assign(shop, { shippingMethods: [], preparationDays: null }))).toBe('none');
  });
});
