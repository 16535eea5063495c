import { beforeAll, describe, expect, it } from '@jest/globals';
import { buy, cancelTap } from '../support/buying.js';
import { fairShop } from '../support/fair-shop.js';
import { nextMorning } from '../support/mornings.js';
import { sendParcel } from '../support/parcel.js';
import { tap, tapIn } from '../support/taps.js';

describe('an order that is paid at the door', () => {
  let shop: Awaited<ReturnType<typeof fairShop>>;
  let product: string;

  beforeAll(async () => {
    shop = await fairShop({ seed: 'at-the-door', pricePercent: 400 });
    product = shop.product.split('/').at(-1) ?? '';
    const { me, market } = shop;
    await me.visit(`/m/${market}/shop/payments`);
    await me.press('บันทึก', { use_cod: '1', codLimit: '20000', codArea: 'ทั่วไทย', codInspection: 'เปิดดูได้' });
  });

  const text = () => shop.me.page.$('main').text().replace(/\s+/g, ' ');
  const promised = async () => {
    const group = await buy(shop.me, shop.market, product);
    await shop.me.visit(group);
    await shop.me.press('จ่ายตอนรับของ');
    expect(text()).toContain('จ่ายตอนรับของ เตรียมเงินสด');
    return group;
  };
  const orderOf = async (group: string) => {
    await shop.me.visit(group);
    const purchase = shop.me.page.$(`a[href^="/m/${shop.market}/purchases/"]`).attr('href') ?? '';
    return { purchase, sale: purchase.replace('/purchases/', '/orders/') };
  };
  const available = async () => {
    await shop.me.visit(`/m/${shop.market}/p/${product}`);
    return /เหลือ (\d+)/.exec(text())?.[1];
  };
  /** Until the parcel is where its page says `words`. */
  const until = async (purchase: string, words: string) => {
    for (let day = 0; day < 6; day += 1) {
      await shop.me.visit(purchase);
      if (text().includes(words)) return;
      await nextMorning(shop);
    }
    throw new Error(`${purchase} never said "${words}": ${text()}`);
  };

  it('goes on to the seller unpaid, and is paid in the moment of its delivery', async () => {
    const { purchase, sale } = await orderOf(await promised());
    await shop.me.visit(sale);
    expect(text()).toContain('เก็บเงินปลายทาง ฿');
    await sendParcel(shop.me, sale);
    await until(purchase, 'ส่งถึงแล้ว');
    const steps = shop.me.page
      .$('.timeline-way .is-done strong')
      .map((_i, step) => shop.me.page.$(step).text())
      .get();
    expect(steps.slice(-2)).toEqual(['ของถึงผู้รับ', 'จ่ายเงิน']);
    expect(text()).not.toContain('เตรียมเงินสด');
  });

  it('takes no other payment meanwhile, and costs nothing when it is cancelled before it leaves', async () => {
    const before = await available();
    const group = await buy(shop.me, shop.market, product);
    await shop.me.visit(group);
    const byCard = tapIn(shop.me, `${group}/payment`, { method: 'card', card: 'pm_card_visa' });
    await shop.me.press('จ่ายตอนรับของ');
    expect((await tap(byCard)).status).toBe(409);
    await tap(await cancelTap(shop.me, shop.market, group));
    await shop.me.visit(group);
    expect(text()).toContain('ยกเลิกแล้ว');
    expect(await available()).toBe(before);
  });

  it('comes back when the buyer refuses the parcel, with its pieces on the shelf and nothing to pay', async () => {
    const before = await available();
    const { purchase, sale } = await orderOf(await promised());
    await sendParcel(shop.me, sale);
    await until(purchase, 'ไม่รับพัสดุ');
    await shop.me.press('ไม่รับพัสดุ');
    expect(text()).toContain('แจ้งไม่รับแล้ว');
    await until(purchase, 'กลับถึงร้านแล้ว');
    expect(text()).toContain('ผู้ซื้อไม่รับพัสดุ');
    expect(text()).not.toContain('เตรียมเงินสด');
    expect(await available()).toBe(before);
  });
});
