import { beforeAll, describe, expect, it } from '@jest/globals';
import { smallShop } from '../support/small-shop.js';
import type { Visitor } from '../support/visitor.js';

describe('buying what lies in the cart', () => {
  let me: Visitor;
  let market: string;
  let product: string;

  beforeAll(async () => {
    ({ me, market, product } = await smallShop());
  });

  const text = () => me.page.$('main').text().replace(/\s+/g, ' ');
  const address = () =>
    Object.fromEntries(
      ['subDistrict', 'district', 'province', 'postcode'].map((name) => [name, me.page.$(`[name=${name}]`).val()]),
    );

  it('changes how many, says when the shelf holds fewer, and takes out what is set to 0', async () => {
    await me.visit(`/m/${market}/p/${product}`);
    await me.press('ใส่ตะกร้า', { quantity: '1' });
    await me.pressIn(`/m/${market}/cart/quantity`, { quantity: '๒' });
    expect(text()).toContain('฿240');
    await me.pressIn(`/m/${market}/cart/quantity`, { quantity: '9' });
    expect(text()).toContain('เหลือแค่ 3 ชิ้น');
    await me.pressIn(`/m/${market}/cart/quantity`, { quantity: '0' });
    expect(text()).toContain('ตะกร้ายังว่าง');
  });

  it.each(['-1', '100', 'สอง', '1.5', ''])('refuses "%s" pieces beside the field', async (quantity) => {
    await me.visit(`/m/${market}/p/${product}`);
    await me.press('ใส่ตะกร้า', { quantity: '1' });
    await me.pressIn(`/m/${market}/cart/quantity`, { quantity });
    expect(me.page.status).toBe(422);
    expect(me.page.$('.cart-change').text()).toContain('ใส่จำนวน 0 ถึง 99');
    await me.visit(`/m/${market}/cart`);
    await me.press('เอาออก');
    expect(text()).toContain('ตะกร้ายังว่าง');
  });

  it('says what was taken off sale instead of dropping it silently', async () => {
    await me.visit(`/m/${market}/p/${product}`);
    await me.press('ใส่ตะกร้า', { quantity: '1' });
    await me.visit(`/m/${market}/products/${product}`);
    await me.press('หยุดขาย');
    await me.visit(`/m/${market}/cart`);
    expect(text()).toContain('ไม่ได้ขายแล้ว จะไม่ถูกสั่ง');
    await me.visit(`/m/${market}/products/${product}`);
    await me.press('ลงขาย');
    await me.visit(`/m/${market}/cart`);
    expect(text()).not.toContain('ไม่ได้ขายแล้ว');
  });

  it('fills the form with a tap on a made-up buyer, with the fee of her zone in the sum', async () => {
    await me.visit(`/m/${market}/checkout`);
    const cards = me.page.$('a[href*="checkout?buyer="]');
    expect(cards.length).toBeGreaterThanOrEqual(3);
    const totals = new Set<string>();
    for (const card of cards.get()) {
      await me.visit(me.page.$(card).attr('href') ?? '');
      expect(me.page.$('a[aria-current][href*="buyer="]').length).toBe(1);
      totals.add(me.page.$('.sums dd').last().text());
    }
    expect(totals.size).toBeGreaterThan(1);
  });

  it('finds a place from a typed postcode, and a tapped one fills the chain and keeps the rest', async () => {
    await me.visit(`/m/${market}/checkout`);
    await me.press('หา', { find: '50130', name: 'ทดลอง หาที่อยู่' });
    const picks = me.page.$('button[name=pick]');
    expect(picks.length).toBeGreaterThan(1);
    await me.press(picks.first().text().trim());
    expect(address()).toMatchObject({ province: 'เชียงใหม่', postcode: '50130' });
    expect(me.page.$('[name=name]').val()).toBe('ทดลอง หาที่อยู่');
    expect(me.page.$('button[name=pick]')).toHaveLength(0);
    await me.press('หา', { find: 'ไม่มีที่นี่' });
    expect(text()).toContain('ไม่พบที่อยู่นี้');
  });

  it('shows the new fee before it orders for another zone', async () => {
    await me.visit(`/m/${market}/checkout`);
    const island = { subDistrict: 'เกาะช้าง', district: 'เกาะช้าง', province: 'ตราด', postcode: '23170' };
    await me.press('สั่งซื้อ', island);
    expect(me.page.status).toBe(422);
    expect(text()).toContain('ค่าส่งเปลี่ยนตามที่อยู่ใหม่');
    expect(address()).toEqual(island);
    const total = me.page.$('.sums dd').last().text();
    await me.press('สั่งซื้อ');
    expect(me.page.status).toBe(200);
    expect(text()).toContain(total);
  });

  it('tells the buyer in words how far her order is and what it waits for', async () => {
    await me.visit(`/m/${market}/purchases`);
    await me.press('คำสั่งซื้อ TL-0001');
    const way = me.page.$('.timeline-way > li');
    expect(way.filter('.is-done').text()).toContain('สั่งซื้อแล้ว');
    expect(way.filter('[aria-current]').text()).toContain('รอคุณจ่ายเงิน');
    await me.press('ยกเลิกคำสั่งซื้อ');
    expect(me.page.$('.timeline-way > li').last().text()).toContain('ยกเลิกแล้ว');
    expect(me.page.$('.timeline-way').text()).not.toContain('แพ็กของ');
  });

  it('fills the address of the shop in the same way', async () => {
    await me.visit(`/m/${market}/shop/contact`);
    await me.press('หา', { find: 'สี่พระยา บางรัก' });
    expect(address()).toEqual({
      subDistrict: 'สี่พระยา',
      district: 'บางรัก',
      province: 'กรุงเทพมหานคร',
      postcode: '10500',
    });
  });
});
