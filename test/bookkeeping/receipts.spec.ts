import { beforeAll, describe, expect, it } from '@jest/globals';
import { through } from '../support/assessing.js';
import { paidOrder } from '../support/paid-order.js';
import { type SmallShop, smallShop } from '../support/small-shop.js';
import { tap, tapIn } from '../support/taps.js';
import { appUrl } from '../support/visitor.js';

describe('the receipts of a shop', () => {
  let shop: SmallShop;
  let order: string;
  let total: string;

  const text = () => shop.me.page.$('main').text().replace(/\s+/g, ' ');
  const money = () => `/m/${shop.market}/money`;

  beforeAll(async () => {
    shop = await smallShop();
  });

  it('are nothing to think of before somebody has paid', async () => {
    await shop.me.visit(money());
    expect(text()).toContain('ทำต่อไป ร้านยังไม่มีบัญชีรับเงินที่ลองแล้ว');
    await shop.me.visit(`${money()}/receipts`);
    expect(text()).toContain('ยังไม่มีคำสั่งซื้อที่จ่ายเงิน');
  });

  it('are the next thing to do once somebody has', async () => {
    order = (await paidOrder(shop, 2)).split('/').at(-1) ?? '';
    await shop.me.visit(money());
    await shop.me.press('ไปออกใบเสร็จ');
    total = /฿([\d,.]+)/.exec(text())?.[1] ?? '';
    await shop.me.press('ออกใบเสร็จ');
    expect(text()).toContain('ร้านนี้ยังไม่จดทะเบียน VAT');
  });

  it('ask for what is missing and keep what was typed', async () => {
    await shop.me.press('ออกใบเสร็จนี้', { title: 'receipt', vat: 'split', vatAmount: 'เจ็ด', total: '' });
    expect(shop.me.page.status).toBe(422);
    expect(text()).toContain('ใส่จำนวน VAT เป็นบาท');
    expect(text()).toContain('ใส่ยอดรวมเป็นบาท');
    expect(shop.me.page.$('input[name=vatAmount]').val()).toBe('เจ็ด');
    expect(shop.me.page.$('input[name=buyerName]').val()).toBe('กมล ลองซื้อ');
  });

  it('may be wrong, are seen before they are sent, and are cancelled with a reason', async () => {
    await shop.me.press('ออกใบเสร็จนี้', { title: 'tax_invoice', vat: 'split', vatAmount: '18.64', total });
    expect(text()).toMatch(/RC69-0001.*ใบกำกับภาษี.*VAT.*฿18\.64/);
    await shop.me.press('ยกเลิกใบเสร็จ', { reason: '' });
    expect(shop.me.page.status).toBe(422);
    await shop.me.press('ยกเลิกใบเสร็จ', { reason: 'ร้านยังไม่จด VAT' });
    expect(text()).toContain('RC69-0001');
    expect(text()).toContain('ยกเลิกแล้ว');
  });

  it('have a number of their own each, and one stands for an order at a time', async () => {
    await shop.me.visit(`${money()}/receipts/for/${order}`);
    const form = { title: 'receipt', vat: 'none', vatAmount: '', total };
    await shop.me.press('ออกใบเสร็จนี้', form);
    expect(text()).toContain('RC69-0002');
    expect(text()).not.toContain('ราคาก่อน VAT');
    await shop.me.visit(`${money()}/receipts/for/${order}`);
    await shop.me.press('ออกใบเสร็จนี้', form);
    expect(shop.me.page.status).toBe(409);
  });

  it('reach the buyer when they are sent, and are printed on two sizes of paper', async () => {
    await shop.me.visit(`${money()}/receipts`);
    await shop.me.press('RC69-0002');
    const { path } = shop.me.page;
    expect((await shop.me.visit(`/m/${shop.market}/purchases/${order}/sales-receipt.html`)).status).toBe(404);
    await shop.me.visit(path);
    // Two pages open side by side: one sends, the other is told that it is done.
    const other = tapIn(shop.me, `${new URL(path, shop.me.base).pathname}/sending`);
    await shop.me.visit(path);
    await shop.me.press('ส่งให้ผู้ซื้อ');
    expect(text()).toContain('ส่งให้ผู้ซื้อแล้ว');
    expect((await tap(other)).status).toBe(409);
    await shop.me.visit(`/m/${shop.market}/notifications`);
    await shop.me.press('ร้านส่งใบเสร็จ RC69-0002 ของคำสั่งซื้อ TL-0001 แล้ว');
    expect(text()).toContain(`รวมทั้งสิ้น฿${total}`);
    expect((await shop.me.visit(`${path}/print.html`)).$('.paper-a5')).toHaveLength(1);
    expect((await shop.me.visit(`${path}/print.html?size=a4`)).$('.paper-a4')).toHaveLength(1);
    expect(shop.me.page.$('.print-mark').text()).toContain('ไม่มีการซื้อขายจริง');
  });

  it('are nobody else’s to see', async () => {
    const other = await smallShop();
    await shop.me.visit(`${money()}/receipts`);
    const receipt = shop.me.page.$('main a[href*="/money/receipts/rct"]').attr('href') ?? '';
    const learner = await through(appUrl(), 'ลองเป็นผู้เรียน');
    expect((await learner.visit(receipt)).status).toBe(404);
    const inOtherMarket = receipt.replace(shop.market, other.market);
    expect((await other.me.visit(inOtherMarket)).status).toBe(404);
  });
});
