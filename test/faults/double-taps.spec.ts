import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { buy, cancelTap, cardTap, readyToBuy, scanPage } from '../support/buying.js';
import { buyersAnswer } from '../support/news.js';
import { closePlace, openPlace, type Place, providerOf, untilNone } from '../support/place.js';
import { type SmallShop, shelve, smallShop } from '../support/small-shop.js';
import { tally, tap } from '../support/taps.js';
import { untruths } from '../support/truth.js';

const times = <T>(n: number, of: T): T[] => Array.from({ length: n }, () => of);

describe('an impatient buyer', () => {
  let place: Place;
  let shop: SmallShop;

  beforeAll(async () => {
    place = await openPlace('double_taps');
    shop = await smallShop(place.app.url);
    await shelve(shop, 40);
  });
  afterAll(() => closePlace(place));

  const order = () => buy(shop.me, shop.market, shop.product);
  const settled = () => untilNone(() => untruths(place, shop.market), 30);
  const rows = (table: string, where: string) => place.raw.ask(`SELECT * FROM "${table}" WHERE ${where}`);
  const reference = (group: string) => group.split('/').at(-1) ?? '';
  const states = async (group: string) =>
    (await rows('market_order', `"groupId" = '${reference(group)}'`)).map(
      ({ orderStatus, paymentStatus }) => `${orderStatus}/${paymentStatus}`,
    );

  it('who taps "order" twenty times at once has one order and is led to it each time', async () => {
    const place20 = times(20, await readyToBuy(shop.me, shop.market, shop.product));
    const answers = await Promise.all(place20.map(tap));
    expect(tally(answers)).toEqual({ 303: 20 });
    expect(new Set(answers.map(({ to }) => to)).size).toBe(1);
    expect(await rows('order_group', `"market" = '${shop.market}.1'`)).toHaveLength(1);
    expect(await untruths(place, shop.market)).toEqual([]);
  });

  it('who taps "pay" five times at once pays once', async () => {
    const group = await order();
    const answers = await Promise.all(times(5, await cardTap(shop.me, group)).map(tap));
    // A tap that comes when the money is already there is told that nothing is due.
    for (const { status } of answers) expect([303, 409]).toContain(status);
    await settled();
    expect(await states(group)).toEqual(['placed/captured']);
    const intents = await (await providerOf(place, shop.market)).paymentIntents.list({ limit: 100 });
    expect(intents.data.filter(({ metadata }) => metadata.reference === reference(group))).toHaveLength(1);
  });

  it('who taps "pay" and "cancel" at once has either the goods or the money', async () => {
    const races = [];
    for (let race = 0; race < 8; race += 1) {
      const group = await order();
      races.push({ group, pay: await cardTap(shop.me, group), cancel: await cancelTap(shop.me, shop.market, group) });
    }
    const answers = await Promise.all(
      races.map(({ pay, cancel }, race) =>
        // By turns the one and the other is a step ahead.
        Promise.all(race % 2 === 0 ? [tap(pay), tap(cancel)] : [tap(cancel), tap(pay)]),
      ),
    );
    for (const { status } of answers.flat()) expect([303, 409]).toContain(status);
    await settled();
    for (const { group } of races) {
      const [state] = await states(group);
      expect(['placed/captured', 'cancelled/refunded', 'cancelled/expired']).toContain(state);
    }
  });

  it('who scans and also pays by card gets the second payment back, and the first when she cancels', async () => {
    const group = await order();
    const scan = await scanPage(shop.me, group);
    expect((await tap(await cardTap(shop.me, group))).status).toBe(303);
    await settled();
    expect(await states(group)).toEqual(['placed/captured']);
    // Scanned on another phone that knew nothing of the card.
    const paid = await fetch(`${place.app.url}${new URL(scan).pathname}/payment`, {
      method: 'POST',
      redirect: 'manual',
    });
    expect(paid.status).toBe(303);
    const twice = () => rows('refund', `"reason" = 'paid_twice' AND "status" = 'done'`);
    const stripe = await providerOf(place, shop.market);
    await untilNone(async () => {
      await buyersAnswer(place, shop.market, stripe);
      return (await twice()).length === 1 ? [] : ['the second payment has not come back'];
    }, 30);
    await settled();
    await tap(await cancelTap(shop.me, shop.market, group));
    await settled();
    expect(await states(group)).toEqual(['cancelled/refunded']);
  });
});
