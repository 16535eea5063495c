import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readyToBuy } from '../support/buying.js';
import { crowd } from '../support/crowd.js';
import { closePlace, openPlace, type Place } from '../support/place.js';
import { openShop, sellOne } from '../support/small-shop.js';
import { tap } from '../support/taps.js';
import { Visitor } from '../support/visitor.js';

const BANNER = 'ร้านฝึกของผู้เรียน ซื้อจริงไม่ได้';
const SHOP = 'เรือนไหมของยายบุญ';

describe('people from outside a class', () => {
  let place: Place;
  let trainer: Visitor;
  let learner: Visitor;
  /** A learner of no class of hers. */
  let stranger: Visitor;
  let market: string;
  let product: string;
  let shop: string;
  let addresses: string[];

  beforeAll(async () => {
    place = await openPlace(`visitors${process.env.JEST_WORKER_ID}`);
    trainer = await through('ลองเป็นผู้สอน');
    await trainer.visit('/classes');
    await trainer.visit(trainer.page.$('a[href^="/classes/cls_"]').first().attr('href') ?? '');
    learner = await through('ลองเป็นผู้เรียน');
    const firstSale = learner.page.$(':is(main > section, li):contains("ขายครั้งแรก")').last();
    const begin = firstSale.find('form[action^="/assignments/"]').attr('action') ?? '';
    await learner.pressIn(begin);
    market = /\/m\/([a-z0-9]+)/.exec(learner.page.html)?.[1] ?? '';
    await openShop(learner, market, SHOP);
    product = await sellOne(learner, market);
    await learner.visit(`/m/${market}/p/${product}`);
    shop = learner.page.$(`a[href^="/m/${market}/s/"]`).attr('href') ?? '';
    [stranger] = (await crowd(place, 1)) as [Visitor];
    await place.raw.ask(`DELETE FROM "class_member" WHERE "personId" = 'crowd-0'`);
    addresses = [`/m/${market}`, `/m/${market}/p/${product}`, shop];
  }, 120_000);
  afterAll(() => closePlace(place));

  async function through(door: string): Promise<Visitor> {
    const visitor = new Visitor(place.app.url);
    await visitor.visit('/');
    await visitor.press(door);
    return visitor;
  }
  const passerBy = () => new Visitor(place.app.url);
  async function setting(words: string) {
    await trainer.visit(`/classes/${classId()}`);
    await trainer.press(words);
  }
  const classId = () => /\/classes\/(cls_\w+)/.exec(trainer.page.path)?.[1] ?? '';
  const events = () =>
    place.raw.ask<{ type: string }>(
      `SELECT "type" FROM "activity_event" WHERE "type" LIKE 'class.%visitors' ORDER BY "seq"`,
    );

  /** What a shut page must not tell, in its text or to a chat that fetches its preview. */
  async function expectShut(who: Visitor): Promise<void> {
    const { html: none } = await who.visit('/m/nosuchmk');
    for (const address of addresses) {
      const { status, html, $ } = await who.visit(address);
      expect([address, status, $('h1').text()]).toEqual([address, 404, 'ชั้นเรียนนี้ปิดอยู่']);
      expect(html).not.toContain(SHOP);
      expect(html).not.toContain('ของดีประจำบ้าน');
      // The way to the other language leads back to the same address.
      expect(html.replaceAll(address, '…')).toBe(none.replaceAll('/m/nosuchmk', '…'));
    }
  }

  it('find a class shut until its trainer opens it, and cannot tell it from one that is not there', async () => {
    await expectShut(passerBy());
    await expectShut(stranger);
    await learner.visit(shop);
    expect(learner.page.$('main').text()).not.toContain('แชร์ร้าน');
    expect(await passerBy().visit(addresses[0] ?? '')).toMatchObject({ status: 404 });
  });

  it('see the shops when she lets them, and nothing to buy or to write with', async () => {
    await setting('ให้คนนอกดูร้านได้');
    for (const who of [passerBy(), stranger]) {
      for (const address of addresses) {
        const { status, $ } = await who.visit(address);
        expect([address, status]).toEqual([address, 200]);
        expect($('main').text()).toContain(BANNER);
        expect($('main form[method=post], nav.fixed').length).toBe(0);
        expect($('a[href*="/cart"], a[href*="/purchases"]').length).toBe(0);
      }
    }
    const { $ } = await passerBy().visit(shop);
    expect($('meta[property="og:title"]').attr('content')).toBe(`${SHOP} · ตลาดฝึก ไม่มีการซื้อขายจริง`);
    await learner.visit(addresses[1] ?? '');
    expect(learner.page.$('main').text()).not.toContain(BANNER);
    expect(learner.page.$(`form[action="/m/${market}/cart/lines"]`).length).toBe(1);
  });

  it('are refused when they send what only somebody of the class may send', async () => {
    const order = await readyToBuy(learner, market, product);
    const learnersCart = { ...order, path: `/m/${market}/cart/lines`, body: 'variantId=x&quantity=1' };
    expect((await tap({ ...learnersCart, cookie: '' })).status).toBe(401);
    expect((await tap({ ...order, cookie: '' })).status).toBe(401);
    await stranger.visit('/home');
    const csrf = String(stranger.page.$('input[name=_csrf]').first().val());
    for (const one of [order, learnersCart]) {
      const body = new URLSearchParams(one.body);
      body.set('_csrf', csrf);
      const { status } = await tap({ ...one, body: String(body), cookie: stranger.cookie('taladlab') });
      expect([one.path, status]).toEqual([one.path, 404]);
    }
    expect(await place.raw.ask('SELECT * FROM "market_order"')).toEqual([]);
    for (const path of ['cart', 'checkout', 'purchases', 'orders', 'shop', 'products', 'notifications'])
      expect([path, (await passerBy().visit(`/m/${market}/${path}`)).status]).toEqual([path, 401]);
  });

  it('get a link from the seller that leaves the browser of a chat', async () => {
    await learner.visit(shop);
    const link = String(learner.page.$('input[readonly]').val());
    expect(link).toMatch(/^http:\/\/[\d.]+:\d+\/m\/\w+\/s\/\S+\?openExternalBrowser=1$/);
    expect(new URL(link).pathname).toBe(shop);
    expect(learner.page.$('.scan-me svg').length).toBe(1);
  });

  it('never see what somebody does to be assessed', async () => {
    await place.raw.ask(`UPDATE "assignment" SET "mode" = 'assessment'`);
    await learner.visit('/home');
    await place.raw.ask(`UPDATE "attempt" SET "assignmentId" = NULL`);
    await learner.visit('/home');
    const firstSale = learner.page.$(':is(main > section, li):contains("ขายครั้งแรก")').last();
    const begin = firstSale.find('form[action^="/assignments/"]').attr('action') ?? '';
    await learner.pressIn(begin);
    const assessed = /\/m\/([a-z0-9]+)/.exec(learner.page.html)?.[1] ?? '';
    expect(assessed).not.toBe(market);
    expect((await learner.visit(`/m/${assessed}`)).status).toBe(200);
    expect((await passerBy().visit(`/m/${assessed}`)).status).toBe(404);
  });

  it('are outside again when she shuts it, and the log knows who opened and who shut', async () => {
    await setting('ปิด ไม่ให้คนนอกดู');
    await expectShut(passerBy());
    expect((await events()).map(({ type }) => type)).toEqual(['class.opened_to_visitors', 'class.closed_to_visitors']);
  });
});
