import { beforeAll, describe, expect, it } from '@jest/globals';
import { buy, cardTap } from '../support/buying.js';
import { sendParcel } from '../support/parcel.js';
import { smallClass } from '../support/small-class.js';
import { openShop, sellOne } from '../support/small-shop.js';
import { tap } from '../support/taps.js';
import type { Visitor } from '../support/visitor.js';

const text = ({ page }: Visitor) => page.$('main').text().replace(/\s+/g, ' ');

describe('reviewing what was bought', () => {
  let trainer: Visitor;
  let seller: Visitor;
  let buyer: Visitor;
  let classPath: string;
  let market: string;
  let product: string;
  let reviews: string;

  async function until(who: Visitor, path: string, selector: string): Promise<string> {
    for (let turn = 0; turn < 50; turn += 1) {
      await who.visit(path);
      const found = who.page.$(selector).attr('href');
      if (found) return found;
      await new Promise((done) => setTimeout(done, 200));
    }
    throw new Error(`${path} never had ${selector}: ${text(who)}`);
  }

  beforeAll(async () => {
    const group = await smallClass('แสงเดือน ขายดี', 'ตะวัน ซื้อเก่ง');
    ({ trainer, path: classPath } = group);
    [seller, buyer] = await Promise.all([group.join('แสงเดือน ขายดี'), group.join('ตะวัน ซื้อเก่ง')]);
    await trainer.visit(classPath);
    await trainer.press('เปิดตลาดของชั้นเรียน');
    market = trainer.page.$('a[href^="/m/"]').attr('href')?.split('/').at(-1) ?? '';
    await openShop(seller, market, 'ร้านแสงเดือน');
    product = await sellOne(seller, market);
    for (const who of [seller, buyer]) await tap(await cardTap(who, await buy(who, market, product)));
    await sendParcel(seller, await until(seller, `/m/${market}/orders`, 'main a[href*="/orders/"]:contains(TL-0002)'));
    await buyer.visit(`/m/${market}/purchases`);
    const purchase = buyer.page.$(`a[href^="/m/${market}/purchases/"]`).attr('href') ?? '';
    reviews = `${purchase}/reviews`;
  });

  it('says that nobody has reviewed yet, and shows no stars for that', async () => {
    await buyer.visit(`/m/${market}/p/${product}`);
    expect(buyer.page.$('#reviews').text()).toContain('ยังไม่มีรีวิว');
    expect(buyer.page.$('.rating-line')).toHaveLength(0);
  });

  it('waits for the parcel', async () => {
    await buyer.visit(reviews);
    expect(text(buyer)).toContain('ได้ของก่อน');
    expect(buyer.page.$('form[action*="/reviews/"]')).toHaveLength(0);
  });

  it('asks for stars, keeps what was typed and takes no real details', async () => {
    await trainer.visit(classPath);
    for (let day = 0; day < 6; day += 1) await trainer.press('ไปเช้าวันถัดไป');
    await until(buyer, reviews.replace('/reviews', ''), `a[href="${reviews}"]`);
    await buyer.press('ให้ดาวและรีวิว');
    await buyer.press('ส่งรีวิว', { text: 'ห่อมาดี' });
    expect(buyer.page.status).toBe(422);
    expect(text(buyer)).toContain('แตะเลือกดาวก่อน');
    expect(buyer.page.$('textarea').val()).toBe('ห่อมาดี');
    await buyer.press('ส่งรีวิว', { stars: '4', text: 'โทรมานะ 081-234-5678' });
    expect(buyer.page.status).toBe(422);
    expect(buyer.page.$('input[name=stars]:checked').val()).toBe('4');
  });

  it('stands on the product page, on the shelf and at the shop, once', async () => {
    // Two tabs: each form has a key of its own.
    const other = await buyer.visit(reviews);
    await buyer.visit(reviews);
    await buyer.press('ส่งรีวิว', { stars: '4', text: 'ของดี <b>ห่อแน่น</b> ส่งช้าไปวัน' });
    expect(text(buyer)).toContain('คุณรีวิวแล้ว');
    buyer.page = other;
    expect((await buyer.press('ส่งรีวิว', { stars: '1', text: 'อีกที' })).status).toBe(409);

    const { $, html } = await seller.visit(`/m/${market}/p/${product}`);
    expect($('#reviews .review')).toHaveLength(1);
    expect($('#reviews').text()).toContain('ของดี <b>ห่อแน่น</b>');
    expect(html).not.toContain('<b>ห่อแน่น</b>');
    expect($('#reviews .stars-4').attr('aria-label')).toBe('4 จาก 5 ดาว');
    const lines = $('.rating-line').text();
    expect(lines).toContain('4.0');
    expect(lines).not.toContain('2 รีวิว');
    await seller.visit(`/m/${market}?q=ของดีประจำบ้าน`);
    expect(seller.page.$('.shelf-card .rating-line').text()).toContain('4.0');
    await seller.visit(`/m/${market}/p/${product}`);
    await seller.visit(seller.page.$('.shop-card').attr('href') ?? '');
    expect(text(seller)).toContain('คะแนนร้าน');
  });

  it('is not for others: neither the seller nor a stranger has the form', async () => {
    expect((await seller.visit(reviews)).status).toBe(404);
    expect((await trainer.visit(reviews)).status).toBe(404);
  });

  it('is not for one who bought in her own shop', async () => {
    await seller.visit(`/m/${market}/purchases`);
    await seller.visit(`${seller.page.$(`a[href^="/m/${market}/purchases/"]`).attr('href')}/reviews`);
    expect(text(seller)).toContain('รีวิวร้านตัวเองไม่ได้');
  });
});
