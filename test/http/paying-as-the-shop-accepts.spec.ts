import { beforeAll, describe, expect, it } from '@jest/globals';
import { smallShop } from '../support/small-shop.js';
import { tap, tapOf } from '../support/taps.js';
import type { Visitor } from '../support/visitor.js';

describe('a purchase', () => {
  let me: Visitor;
  let market: string;
  let product: string;

  beforeAll(async () => {
    ({ me, market, product } = await smallShop());
  });

  const accept = async (fields: Record<string, string>) => {
    await me.visit(`/m/${market}/shop/payments`);
    for (const name of ['use_promptpay', 'use_card', 'use_bank_transfer', 'use_wallet', 'use_cod'])
      me.page.$(`[name=${name}]`).removeAttr('checked');
    await me.press('บันทึก', fields);
    expect(me.page.status).toBe(200);
  };
  const order = async () => {
    await me.visit(`/m/${market}/p/${product}`);
    await me.press('ใส่ตะกร้า', { quantity: '1' });
    await me.press('สั่งซื้อ');
    return me.press('สั่งซื้อ');
  };
  const text = () => me.page.$('main').text();

  it('is offered and takes a card only where its shop takes cards', async () => {
    await order();
    const byCard = tapOf(me, 'บัตรฝึก วีซ่า: จ่ายได้');
    await accept({ use_promptpay: '1', use_bank_transfer: '1' });
    await order();
    expect(text()).toContain('สแกนจ่ายพร้อมเพย์');
    expect(text()).not.toContain('จ่ายด้วยบัตร');
    const here = new URL(me.page.path, me.base).pathname;
    const { status } = await tap({ ...byCard, path: `${here}/payment` });
    expect(status).toBe(409);
    await me.visit(here);
    expect(text()).toContain('สแกนจ่ายพร้อมเพย์');
  });

  it('keeps the ways to pay that it was made with', async () => {
    await accept({ use_card: '1' });
    await order();
    const made = new URL(me.page.path, me.base).pathname;
    await accept({ use_promptpay: '1' });
    await me.visit(made);
    expect(text()).toContain('จ่ายด้วยบัตร');
    expect(text()).not.toContain('สแกนจ่ายพร้อมเพย์');
  });

  it('waits for the seller to see the money where it is transferred to her account, and can still be paid otherwise', async () => {
    await accept({ use_bank_transfer: '1', use_promptpay: '1' });
    await order();
    const made = new URL(me.page.path, me.base).pathname;
    await me.press('โอนเข้าบัญชีร้าน');
    expect(me.page.status).toBe(200);
    expect(text()).toContain('รอร้านเห็นเงินในบัญชี');
    await me.press('สแกนจ่ายพร้อมเพย์');
    await me.visit(made);
    expect(text()).toContain('เปิดหน้าสแกนจ่าย');
    expect(text()).not.toContain('รอร้านเห็นเงินในบัญชี');
  });

  it("names each way before it is ordered, and is refused in plain words where the sum is above the shop's limit", async () => {
    await accept({ use_cod: '1', codLimit: '150', codArea: 'ทั่วไทย' });
    await me.visit(`/m/${market}/p/${product}`);
    await me.press('ใส่ตะกร้า', { quantity: '1' });
    await me.press('สั่งซื้อ');
    expect(text()).toContain('ร้านนี้ไม่มีวิธีจ่ายสำหรับยอดนี้');
    await me.press('สั่งซื้อ');
    expect(me.page.status).toBe(409);
    await accept({ use_cod: '1', codLimit: '1000' });
    await me.visit(`/m/${market}/checkout`);
    expect(text()).toContain('จ่ายเงินสดให้คนส่งของตอนรับของ');
  });
});
