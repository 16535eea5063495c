import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { cardTap, readyToBuy } from '../support/buying.js';
import { closePlace, cutPower, openPlace, type Place, startAgain, untilNone } from '../support/place.js';
import { stopApp } from '../support/server.mjs';
import { type SmallShop, shelve, smallShop } from '../support/small-shop.js';
import { type Tap, tap } from '../support/taps.js';
import { untruths } from '../support/truth.js';

const AT_CHECKOUT = ['checkout-before-commit', 'checkout-after-commit'];
const AT_PAYMENT = ['payment-before-call', 'payment-after-call', 'webhook-before-act', 'webhook-after-act'];
// Each takes two starts of the app: without CI one of each kind has to do.
const few = (points: string[]) => (process.env.CI ? points : points.slice(-1));

describe('a power cut', () => {
  let place: Place;
  let shop: SmallShop;

  beforeAll(async () => {
    place = await openPlace('power_cuts');
    shop = await smallShop(place.app.url);
    await shelve(shop, 20);
  });
  afterAll(() => closePlace(place));

  const armed = async (point: string) => {
    await stopApp(place.app);
    await startAgain(place, { CRASH_AT: point });
  };
  /** Taps, and sees the process die of it, at once or a moment later. */
  const deadly = async (one: Tap) => {
    await tap(one);
    await untilNone(async () => (place.app.child.signalCode === 'SIGKILL' ? [] : ['the app still lives']), 30);
    await startAgain(place);
  };
  const order = () => readyToBuy(shop.me, shop.market, shop.product);
  const allTrue = () => untilNone(() => untruths(place, shop.market), 60);
  const ordersOf = (group: string) =>
    place.raw.ask<{ paymentStatus: string; orderStatus: string }>(
      `SELECT "orderStatus", "paymentStatus" FROM "market_order" WHERE "groupId" = '${group.split('/').at(-1)}'`,
    );

  it.each(few(AT_CHECKOUT))(
    'at %s leaves one order, whole or not at all, and the next tap leads to it',
    async (point) => {
      const checkout = await order();
      await armed(point);
      await deadly(checkout);
      expect(await untruths(place, shop.market)).toEqual([]);
      const { status, to } = await tap(checkout);
      expect(status).toBe(303);
      expect(await ordersOf(to)).toEqual([{ orderStatus: 'placed', paymentStatus: 'pending' }]);
      expect((await tap(await cardTap(shop.me, to))).status).toBe(303);
      await allTrue();
      expect(await ordersOf(to)).toEqual([{ orderStatus: 'placed', paymentStatus: 'captured' }]);
    },
    180_000,
  );

  it.each(few(AT_PAYMENT))(
    'at %s leaves the order paid once, though nobody taps again',
    async (point) => {
      const { to: group } = await tap(await order());
      const pay = await cardTap(shop.me, group);
      await armed(point);
      await deadly(pay);
      await allTrue();
      expect(await ordersOf(group)).toEqual([{ orderStatus: 'placed', paymentStatus: 'captured' }]);
    },
    180_000,
  );

  it('is not noticed by whoever only starts it again', async () => {
    await cutPower(place);
    await startAgain(place);
    expect(await untruths(place, shop.market)).toEqual([]);
  });
});
