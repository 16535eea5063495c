import { beforeAll, describe, expect, it } from '@jest/globals';
import { type SmallClass, smallClass } from '../support/small-class.js';
import { openShop, sellOne } from '../support/small-shop.js';
import { Visitor } from '../support/visitor.js';

const text = ({ page }: Visitor) => page.$('main').text().replace(/\s+/g, ' ');

describe("a class's market", () => {
  let group: SmallClass;
  let seller: Visitor;
  let buyer: Visitor;
  let market: string;

  beforeAll(async () => {
    group = await smallClass('แสงเดือน ขายดี', 'ตะวัน ซื้อเก่ง');
    [seller, buyer] = await Promise.all([group.join('แสงเดือน ขายดี'), group.join('ตะวัน ซื้อเก่ง')]);
  });

  it('is opened by the trainer, once', async () => {
    const { trainer, path } = group;
    await buyer.visit('/home');
    expect(text(buyer)).not.toContain('ตลาดของชั้นเรียน');
    await trainer.visit(path);
    const before = trainer.page;
    await trainer.press('เปิดตลาดของชั้นเรียน');
    const opened = trainer.page.$('a[href^="/m/"]').attr('href');
    trainer.page = before;
    await trainer.press('เปิดตลาดของชั้นเรียน');
    expect(trainer.page.$('a[href^="/m/"]').attr('href')).toBe(opened);
    market = opened?.split('/').at(-1) ?? '';
  });

  it('waits on the first page of every learner of the class', async () => {
    await buyer.visit('/home');
    await buyer.press('เข้าตลาด');
    expect(buyer.page.status).toBe(200);
    expect(buyer.page.path).toContain(`/m/${market}`);
  });

  it('gives each learner a shop of her own with the details of a different seller', async () => {
    await openShop(seller, market, 'ร้านแสงเดือน');
    await openShop(buyer, market, 'ร้านตะวัน');
    const phone = async (who: Visitor) => (await who.visit(`/m/${market}/shop/contact`)).$('input[name=phone]').val();
    expect(await phone(seller)).toMatch(/^0[01]-/);
    expect(await phone(buyer)).not.toBe(await phone(seller));
  });

  it('lets one learner buy what another sells', async () => {
    const product = await sellOne(seller, market);
    await buyer.visit(`/m/${market}/p/${product}`);
    expect(text(buyer)).toContain('ร้านแสงเดือน');
    await buyer.press('ใส่ตะกร้า', { quantity: '1' });
    await buyer.press('สั่งซื้อ');
    await buyer.press('สั่งซื้อ');
    await buyer.press('บัตรฝึก วีซ่า: จ่ายได้');
    // The webhook comes by itself, a moment after the provider took the money.
    for (let turn = 0; turn < 50; turn += 1) {
      await seller.visit(`/m/${market}/orders`);
      if (seller.page.$('main a[href*="/orders/"]').length > 0) break;
      await new Promise((done) => setTimeout(done, 200));
    }
    expect(seller.page.$('main a[href*="/orders/"]')).toHaveLength(1);
  });

  it('moves on when the trainer says so, and not for a learner', async () => {
    const { trainer, path } = group;
    await trainer.visit(path);
    expect(text(trainer)).toContain('2 พ.ย. 2569 08:00');
    await trainer.press('ไปเช้าวันถัดไป');
    expect(text(trainer)).toContain('3 พ.ย. 2569 08:00');
    await seller.visit('/home');
    const token = String(seller.page.$('input[name=_csrf]').first().val());
    seller.page
      .$('main')
      .append(
        `<form method="post" action="/m/${market}/clock/next-morning"><input name="_csrf" value="${token}"><button>x</button></form>`,
      );
    expect((await seller.pressIn(`/m/${market}/clock/next-morning`)).status).toBe(403);
  });

  it('is closed to everybody else', async () => {
    const outsider = await (await smallClass('คนนอก มาดู')).join('คนนอก มาดู');
    expect((await outsider.visit(`/m/${market}`)).status).toBe(404);
    await outsider.visit('/home');
    expect(text(outsider)).not.toContain('ตลาดของชั้นเรียน');
  });

  it('begins anew only when the trainer has said that she is sure', async () => {
    const { trainer, path } = group;
    await trainer.visit(path);
    expect((await trainer.press('เริ่มตลาดใหม่')).status).toBe(422);
    expect(text(trainer)).toContain('แตะช่องนี้ก่อน');
    await seller.visit(`/m/${market}/shop`);
    expect(text(seller)).toContain('ร้านเปิดแล้ว');
    await trainer.press('เริ่มตลาดใหม่', { sure: 'yes' });
    expect(text(trainer)).toContain('ว่างเหมือนวันแรก');
    await seller.visit(`/m/${market}/shop`);
    expect(text(seller)).not.toContain('ร้านเปิดแล้ว');
  });
});
