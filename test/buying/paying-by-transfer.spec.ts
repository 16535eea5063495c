import { beforeAll, describe, expect, it } from '@jest/globals';
import { takeTransfers } from '../support/bank.js';
import { smallClass } from '../support/small-class.js';
import { openShop, sellOne } from '../support/small-shop.js';
import type { Visitor } from '../support/visitor.js';

describe('a classmate who pays by transfer', () => {
  let seller: Visitor;
  let buyer: Visitor;
  let stranger: Visitor;
  let market: string;
  let product: string;
  const text = (one: Visitor) => one.page.$('main').text().replace(/\s+/g, ' ');

  beforeAll(async () => {
    const group = await smallClass('แม่ค้าโอน', 'ลูกค้าโอน', 'ลูกค้าอื่น');
    await group.trainer.visit(group.path);
    await group.trainer.press('เปิดตลาดของชั้นเรียน');
    market = /\/m\/([a-z0-9]+)/.exec(group.trainer.page.html)?.[1] ?? '';
    seller = await group.join('แม่ค้าโอน');
    await openShop(seller, market, 'ร้านรับโอน');
    product = await sellOne(seller, market);
    await takeTransfers(seller, market);
    buyer = await group.join('ลูกค้าโอน');
    stranger = await group.join('ลูกค้าอื่น');
  });

  const order = async (who = buyer) => {
    await who.visit(`/m/${market}/p/${product}`);
    await who.press('ใส่ตะกร้า', { quantity: '1' });
    await who.visit(`/m/${market}/checkout`);
    await who.press('สั่งซื้อ');
    await who.pressIn(`${new URL(who.page.path, who.base).pathname}/payment`, {}, 'โอนเข้าบัญชีร้าน');
    await who.press('โอนเข้าบัญชีร้าน');
  };
  const checkSlip = async () => {
    await seller.visit(`/m/${market}/money/slips`);
    await seller.visit(seller.page.$('main li a').first().attr('href') ?? '');
    await seller.press('เปิดดูรายการล่าสุด');
  };

  it('sees whose account it is and a QR that pays nothing, transfers by a button and shows the slip', async () => {
    await order();
    expect(text(buyer)).toContain('PB-');
    expect(buyer.page.html).toContain('คิวอาร์ฝึก ใช้จ่ายจริงไม่ได้');
    expect(buyer.page.$('main input[type=text], main input[type=file]')).toHaveLength(0);
    await buyer.press('โอนเงินฝึก', { how: 'exact' });
    const transfer = buyer.page.$('input[name=transfer]').first().attr('value') ?? '';
    await buyer.press('ส่งสลิปนี้', { transfer });
    expect(text(buyer)).toContain('ร้านกำลังตรวจ');
  });

  it('has paid once the seller has found the money', async () => {
    await checkSlip();
    const line = seller.page.$('input[name=transferId]').first().attr('value') ?? '';
    await seller.press('ตัดสิน', { result: 'accepted', transferId: line });
    await buyer.visit(`/m/${market}/purchases`);
    expect(text(buyer)).not.toContain('ร้านกำลังตรวจ');
    expect(text(seller)).toContain('รับคำสั่งซื้อ');
  });

  it('may try an old slip again, which the used reference gives away', async () => {
    await order();
    const old = buyer.page.$('input[name=transfer]').first();
    expect(old.closest('label').text()).toContain('ของคำสั่งซื้ออื่น');
    await buyer.press('ส่งสลิปนี้', { transfer: old.attr('value') ?? '' });
    await checkSlip();
    const alt = seller.page.$('img.slip-picture').attr('alt') ?? '';
    const reference = /FK\w{14}/.exec(alt)?.[0] ?? 'none';
    const line = seller.page.$('main section li').filter((_i, one) => seller.page.$(one).text().includes(reference));
    expect(line.text()).toContain('จับคู่แล้ว');
    expect(seller.page.$('input[name=transferId]')).toHaveLength(1);
    await seller.press('ตัดสิน', { result: 'rejected', reason: 'reference_used' });
    expect(text(seller)).toContain('สลิปนี้ใช้กับคำสั่งซื้อก่อนแล้ว');
  });

  it('does not see the seller’s desk, and her slip’s picture only she and the seller see', async () => {
    const desk = new URL(seller.page.path, seller.base).pathname;
    expect((await buyer.visit(`${desk}/picture.svg`)).status).toBe(200);
    expect((await buyer.visit(desk)).status).toBe(404);
    expect((await stranger.visit(`${desk}/picture.svg`)).status).toBe(404);
  });

  it('cannot show somebody else’s slip', async () => {
    await order(stranger);
    await stranger.press('โอนเงินฝึก', { how: 'exact' });
    const hers = stranger.page.$('input[name=transfer]').first().attr('value') ?? '';
    expect(hers).toMatch(/^trf_/);
    await order();
    await buyer.press('ส่งสลิปนี้', { transfer: hers });
    expect(buyer.page.status).toBe(404);
  });

  it('stands on the home of the shop’s money while the sum does not fit, and no longer than that', async () => {
    await order();
    await buyer.press('โอนเงินฝึก', { how: 'over' });
    await seller.visit(`/m/${market}/money/statement`);
    await seller.press('เปิดดูรายการล่าสุด');
    // Of what came in the same minute it is the one that is too much.
    const open = seller.page.$('.bank-lines > li').filter((_i, item) => !seller.page.$(item).text().includes('฿165'));
    const line = open.find(`a[href^="/m/${market}/money/statement/"]`).first().attr('href') ?? '';
    await seller.visit(line);
    const wanted = seller.page.$('input[name=order]').first().attr('value') ?? '';
    await seller.pressIn(`${line}/match`, { order: wanted });
    const onHome = async () =>
      (await seller.visit(`/m/${market}/money`)).$(`a[href$="/money/orders/${wanted}"]`).length;
    expect(await onHome()).toBe(1);
    await seller.visit(`/m/${market}/money/orders/${wanted}`);
    await seller.press('โอนคืน', { back: '10' });
    expect(await onHome()).toBe(0);
  });
});
