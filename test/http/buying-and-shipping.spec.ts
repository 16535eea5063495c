import { beforeAll, describe, expect, it } from '@jest/globals';
import { smallShop } from '../support/small-shop.js';
import type { Visitor } from '../support/visitor.js';

describe('an order', () => {
  let me: Visitor;
  let market: string;
  let product: string;
  let group: string;

  beforeAll(async () => {
    ({ me, market, product } = await smallShop());
  });

  const text = () => me.page.$('main').text().replace(/\s+/g, ' ');

  /** The webhook comes by itself, a moment after the provider took the money. */
  async function until(path: string, words: string): Promise<void> {
    for (let turn = 0; turn < 50; turn += 1) {
      await me.visit(path);
      if (text().includes(words)) return;
      await new Promise((done) => setTimeout(done, 200));
    }
    throw new Error(`${path} never said "${words}": ${text()}`);
  }

  it('is placed from the cart with the fees of its zone', async () => {
    await me.visit(`/m/${market}/p/${product}`);
    await me.press('ใส่ตะกร้า', { quantity: '๒' });
    expect(text()).toContain('2 ชิ้น');
    await me.press('สั่งซื้อ');
    await me.press('สั่งซื้อ');
    expect(text()).toContain('฿285');
    group = new URL(me.page.path, me.base).pathname;
  });

  it('stays unpaid when the bank declines the card, and another card pays it', async () => {
    await me.press('บัตรฝึก: ธนาคารไม่รับ');
    await until(group, 'ธนาคารไม่รับบัตรนี้');
    await me.press('บัตรฝึก วีซ่า: จ่ายได้');
    await until(group, 'จ่ายแล้ว');
  });

  it('is refused politely when the shelf is short', async () => {
    await me.visit(`/m/${market}/p/${product}`);
    await me.press('ใส่ตะกร้า', { quantity: '2' });
    await me.visit(`/m/${market}/checkout`);
    await me.press('สั่งซื้อ');
    expect(me.page.status).toBe(409);
  });

  it('walks through acceptance, papers, packing and the counter to a number told to the buyer', async () => {
    await me.visit(`/m/${market}/orders`);
    await me.press('คำสั่งซื้อ TL-0001');
    const order = me.page.path;
    await me.press('รับคำสั่งซื้อ');
    await me.press('บันทึกใบส่งของ', {
      seller: 'มะลิ ทดลองขาย',
      buyer: 'กมล ลองซื้อ',
      date: '23/11/2569',
      item_0: 'yes',
      quantity_0: '2',
      total: '285',
      placement: 'inside',
    });
    await me.press('ทำใบปะหน้า', {
      name: 'กมล ลองซื้อ',
      phone: '00-6471-8850',
      line: '71/2 ซอย 14',
      subDistrict: 'สี่พระยา',
      district: 'บางรัก',
      province: 'กรุงเทพมหานคร',
      postcode: '10500',
    });
    expect((await me.visit(`${order}/label.html`)).$('main').text()).toContain('10500');
    expect((await me.visit(`${order}/document.html`)).$('main').text()).toContain('มะลิ ทดลองขาย');
    expect((await me.visit(`${order}/barcode.svg`)).status).toBe(200);
    await me.visit(order);
    await me.press('แพ็กเสร็จแล้ว');
    await me.press('ส่งที่เคาน์เตอร์');
    const number = /TL\d{9}XX/.exec(text())?.[0] ?? '';
    expect(number).not.toBe('');
    await me.press('บันทึกเลขพัสดุ', { trackingNumber: number });
    await me.press('ส่งข้อความ', { body: `ส่งของแล้วค่ะ เลขพัสดุ ${number}` });
    expect(text()).toContain('ไม่มีอะไรต้องทำแล้ว');
    expect(text()).toContain('คุณส่งของแล้วค่ะ');
    await me.visit(`/m/${market}/purchases`);
    await me.press('คำสั่งซื้อ TL-0001');
    expect(text()).toContain(number);
    expect(text()).toContain('ร้านส่งของแล้วค่ะ');
  });

  it('leaves its news with seller and buyer until they are read', async () => {
    await me.visit(`/m/${market}/purchases`);
    const unread = Number(/แจ้งเตือน\s*(\d+)/.exec(text())?.[1]);
    await me.press(me.page.$('a[href$="/notifications"]').text());
    for (const told of ['TL-0001 จ่ายแล้ว', 'รับคำสั่งซื้อ TL-0001 แล้ว', 'TL-0001 มีเลขพัสดุแล้ว', 'มีข้อความใหม่'])
      expect(text()).toContain(told);
    expect(me.page.$('main .badge')).toHaveLength(unread);
    await me.press('อ่านทั้งหมดแล้ว');
    expect(me.page.$('main .badge')).toHaveLength(0);
    await me.press('คำสั่งซื้อ TL-0001 มีเลขพัสดุแล้ว');
    expect(me.page.path).toContain(`/m/${market}/purchases/`);
  });
});
