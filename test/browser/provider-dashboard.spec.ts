import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { buy, cardTap, scanPage } from '../support/buying.js';
import { smallClassAt } from '../support/small-class.js';
import { openShop, sellOne } from '../support/small-shop.js';
import { tap } from '../support/taps.js';
import { type Device, type Hall, openHall } from './hall.js';

describe("the provider's dashboard", () => {
  let hall: Hall;
  let trainer: Device;
  let path: string;

  beforeAll(async () => {
    hall = await openHall('dashboard');
    const group = await smallClassAt(hall.local, 'แสงเดือน ขายดี', 'ตะวัน ซื้อเก่ง');
    await group.trainer.visit(group.path);
    await group.trainer.press('เปิดตลาดของชั้นเรียน');
    const [seller, buyer] = [await group.join('แสงเดือน ขายดี'), await group.join('ตะวัน ซื้อเก่ง')];
    const market = (await seller.visit('/home')).$('a[href^="/m/"]').attr('href')?.split('/').at(-1) ?? '';
    await openShop(seller, market, 'ร้านแสงเดือน');
    const product = await sellOne(seller, market);
    await tap(await cardTap(buyer, await buy(buyer, market, product), 'pm_card_chargeDeclinedInsufficientFunds'));
    await tap(await cardTap(buyer, await buy(buyer, market, product)));
    await scanPage(buyer, await buy(buyer, market, product));
    path = `${group.path}/market/provider`;
    trainer = await hall.device();
    const session = {
      name: 'taladlab',
      value: group.trainer.cookie('taladlab').replace(/^taladlab=/, ''),
      url: hall.url,
    };
    await trainer.page.context().addCookies([session]);
  });

  afterAll(() => hall?.close());

  it('is read on a phone, book by book, and sends news again', async () => {
    await trainer.page.goto(path);
    await trainer.look('payments');
    for (const book of ['เหตุการณ์', 'การส่งข่าว', 'ยอดเงิน']) {
      await trainer.follow(book);
      await trainer.look(book);
    }
    await trainer.follow('เหตุการณ์');
    await trainer.page.getByText('ดูข้อมูลข้างใน').first().click();
    await trainer.look('inside');
    await trainer.press('ส่งข่าวนี้อีกครั้ง');
    expect(await trainer.page.getByRole('status').innerText()).toContain('ส่งข่าวอีกครั้งแล้ว');
    await trainer.look('sent-again');
    expect(trainer.faults).toEqual([]);
  });
});
