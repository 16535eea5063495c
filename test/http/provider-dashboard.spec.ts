import { beforeAll, describe, expect, it } from '@jest/globals';
import { buy, cardTap, scanPage } from '../support/buying.js';
import { type SmallClass, smallClass } from '../support/small-class.js';
import { openShop, sellOne } from '../support/small-shop.js';
import { tap } from '../support/taps.js';
import { Visitor } from '../support/visitor.js';

describe("the provider's dashboard of a class's market", () => {
  let group: SmallClass;
  let learner: Visitor;
  let path: string;

  beforeAll(async () => {
    group = await smallClass('แสงเดือน ขายดี', 'ตะวัน ซื้อเก่ง');
    learner = await group.join('ตะวัน ซื้อเก่ง');
    const { trainer } = group;
    await trainer.visit(group.path);
    await trainer.press('เปิดตลาดของชั้นเรียน');
    path = `${group.path}/market/provider`;
  });

  const book = async (name: string) => (await group.trainer.visit(`${path}?book=${name}`)).$('main');
  const text = async (name: string) => (await book(name)).text().replace(/\s+/g, ' ');

  it('is found from the class, and empty at first', async () => {
    const { trainer } = group;
    await trainer.visit(group.path);
    await trainer.press('แดชบอร์ดผู้ให้บริการชำระเงิน');
    expect(new URL(trainer.page.path, trainer.base).pathname).toBe(path);
    expect(await text('payments')).toContain('ยังไม่มีการจ่ายเงินผ่านผู้ให้บริการ');
    expect(await text('balance')).toContain('พร้อมโอนเข้าธนาคาร฿0');
  });

  it('shows what was paid and what failed, the money of it and what was told to the market', async () => {
    const market = (await learner.visit('/home')).$('a[href^="/m/"]').attr('href')?.split('/').at(-1) ?? '';
    const seller = await group.join('แสงเดือน ขายดี');
    await openShop(seller, market, 'ร้านแสงเดือน');
    const product = await sellOne(seller, market);
    await tap(await cardTap(learner, await buy(learner, market, product), 'pm_card_chargeDeclinedInsufficientFunds'));
    await tap(await cardTap(learner, await buy(learner, market, product)));
    await scanPage(learner, await buy(learner, market, product));

    const payments = await book('payments');
    const states = payments
      .find('.badge')
      .toArray()
      .map((badge) => group.trainer.page.$(badge).text());
    expect(states).toEqual(['รอผู้ซื้อทำต่อ', '✓ จ่ายแล้ว', '! ยังไม่ได้จ่าย']);
    expect(payments.text()).toContain('insufficient_funds');

    const events = await book('events');
    expect(events.text()).toContain('payment_intent.succeeded');
    expect(events.find('pre').first().text()).toContain('"object": "payment_intent"');
    expect(events.text()).not.toContain('_secret_');

    const balance = await text('balance');
    expect(balance).toContain('รับเงินจากบัตร');
    expect(balance).toMatch(/รอครบกำหนด฿1\d\d/);
  });

  it('sends news again, which the market books once', async () => {
    const { trainer } = group;
    await book('events');
    const form = trainer.page.$('li:contains("payment_intent.succeeded") form').first().attr('action') ?? '';
    await trainer.pressIn(form);
    expect(trainer.page.$('main').text()).toContain('ส่งข่าวอีกครั้งแล้ว');
    for (let turn = 0; turn < 50 && !/ครั้งที่ 1/.test(trainer.page.$('main li').first().text()); turn += 1) {
      await new Promise((done) => setTimeout(done, 100));
      await book('deliveries');
    }
    expect(trainer.page.$('main li.card').first().text()).toContain('payment_intent.succeeded');
    expect(trainer.page.$('main li.card').first().text()).toMatch(/✓ ส่งถึงแล้ว[\s\S]*200/);
    expect((await text('balance')).match(/รับเงินจากบัตร/g)).toHaveLength(1);
  });

  it('is shut to everybody but the trainers of the class, and knows no events of others', async () => {
    const other = await smallClass('คนอื่น มาดู');
    expect((await learner.visit(path)).status).toBe(403);
    const outsider = new Visitor();
    expect((await outsider.visit(path)).status).toBe(401);
    expect((await other.trainer.visit(`${other.path}/market/provider`)).status).toBe(404);
    await book('events');
    const { $ } = group.trainer.page;
    const form = $('form[action$="/resend"]').first();
    form.attr('action', `${path}/events/evt_ofnobodyatall/resend`);
    expect((await group.trainer.pressIn(`${path}/events/evt_ofnobodyatall/resend`)).status).toBe(404);
    expect((await group.trainer.visit(`${path}?after=pi_nobody`)).status).toBe(404);
  });
});
