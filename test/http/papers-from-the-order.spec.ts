import { beforeAll, describe, expect, it } from '@jest/globals';
import { buy, cardTap } from '../support/buying.js';
import { smallShop } from '../support/small-shop.js';
import { tap } from '../support/taps.js';
import type { Visitor } from '../support/visitor.js';

describe('the two papers of a parcel', () => {
  let me: Visitor;
  let order: string;

  const field = (form: 'document' | 'label', name: string) =>
    me.page.$(`form[action$="/${form}"] [name="${name}"]`).first();

  beforeAll(async () => {
    const shop = await smallShop();
    me = shop.me;
    await tap(await cardTap(me, await buy(me, shop.market, shop.product, 2)));
    const orders = `/m/${shop.market}/orders`;
    for (let look = 0; look < 100 && !order; look += 1) {
      const { $ } = await me.visit(orders);
      order = $(`main a[href^="${orders}/"]`).attr('href') ?? '';
    }
    await me.visit(order);
    await me.press('รับคำสั่งซื้อ');
  });

  it('are empty until she asks, and the document is then as the order has it', async () => {
    expect(field('document', 'buyer').val()).toBe('');
    await me.visit(`${order}?fill=document`);
    expect(field('document', 'buyer').val()).toBe('กมล ลองซื้อ');
    expect(field('document', 'date').val()).toMatch(/^\d{1,2}\/11\/2569$/);
    expect(field('document', 'item_0').attr('checked')).toBeDefined();
    expect(field('document', 'quantity_0').val()).toBe('2');
    expect(me.page.$('form[action$="/document"] [name=placement][checked]')).toHaveLength(0);
  });

  it('come back as they were sent when something is wrong', async () => {
    await me.press('บันทึกใบส่งของ', { quantity_0: 'สอง', placement: 'inside', buyer: 'กมล' });
    expect(me.page.status).toBe(422);
    expect(field('document', 'quantity_0').val()).toBe('สอง');
    expect(field('document', 'buyer').val()).toBe('กมล');
    expect(field('document', 'item_0').attr('checked')).toBeDefined();
    await me.press('บันทึกใบส่งของ', { quantity_0: '2', buyer: 'กมล ลองซื้อ' });
    expect(me.page.status).toBe(200);
  });

  it('keep what was saved of one while the other is filled in', async () => {
    await me.visit(`${order}?fill=label`);
    expect(field('label', 'name').val()).toBe('กมล ลองซื้อ');
    expect(field('label', 'postcode').val()).toMatch(/^\d{5}$/);
    expect(field('document', 'buyer').val()).toBe('กมล ลองซื้อ');
    expect(field('document', 'quantity_0').val()).toBe('2');
    expect(field('document', 'total').val()).not.toBe('');
    await me.press('ทำใบปะหน้า');
    await me.press('บันทึกใบส่งของ', { quantity_0: '0' });
    expect(me.page.status).toBe(422);
    expect(field('label', 'name').val()).toBe('กมล ลองซื้อ');
  });
});
