import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { seededRandom } from '../../dist/shared/seeded-random.js';
import { buy, cancelTap, cardTap, scanPage } from '../support/buying.js';
import { crowd, openToClass } from '../support/crowd.js';
import { closePlace, cutPower, openPlace, type Place, startAgain, untilNone } from '../support/place.js';
import { type SmallShop, shelve, smallShop } from '../support/small-shop.js';
import { tap } from '../support/taps.js';
import { untruths } from '../support/truth.js';
import type { Visitor } from '../support/visitor.js';

const SEED = process.env.FAULT_SEED ?? 'sudden-deaths-1';
const MOMENTS = process.env.CI ? 20 : 2;
const BUYERS = 6;

const random = seededRandom(SEED);
const moments = Array.from({ length: MOMENTS }, (_v, turn) => ({ turn: turn + 1, ms: random.whole(50, 2500) }));

describe(`kill -9 in the middle of a busy market (FAULT_SEED=${SEED})`, () => {
  let place: Place;
  let shop: SmallShop;
  let buyers: Visitor[];

  beforeAll(async () => {
    place = await openPlace('sudden_deaths');
    shop = await smallShop(place.app.url);
    await shelve(shop, 900);
    await openToClass(place, shop.market);
    buyers = await crowd(place, BUYERS);
  });
  afterAll(() => closePlace(place));

  /** One purchase after the other until the power goes, each ended in the way whose turn it is. */
  async function shopOn(buyer: Visitor, first: number): Promise<void> {
    for (let turn = first; ; turn += 1) {
      const group = await buy(buyer, shop.market, shop.product);
      if (turn % 4 === 3) {
        const { pathname } = new URL(await scanPage(buyer, group));
        await fetch(`${place.app.url}${pathname}/payment`, { method: 'POST', redirect: 'manual' });
        continue;
      }
      const taps = [await cardTap(buyer, group)];
      if (turn % 4 === 2) taps.push(await cancelTap(buyer, shop.market, group));
      if ((await Promise.all(taps.map(tap))).some(({ status }) => status === 0)) return;
    }
  }

  it.each(moments)(
    'after $ms ms (moment $turn) loses no order, no money and no goods',
    async ({ turn, ms }) => {
      const before = await payments();
      const stream = Promise.allSettled(buyers.map((buyer, i) => shopOn(buyer, i + turn)));
      // The first payment starts the clock, so that every moment is one of a market at work.
      await untilNone(async () => ((await payments()) > before ? [] : ['nobody pays']), 30);
      await new Promise((resolve) => setTimeout(resolve, ms));
      await cutPower(place);
      for (const end of await stream) if (end.status === 'rejected') expect(isOfTheCut(end.reason)).toBe(true);
      await startAgain(place);
      await untilNone(() => untruths(place, shop.market), 60);
    },
    180_000,
  );

  it('goes on selling afterwards', async () => {
    const group = await buy(shop.me, shop.market, shop.product);
    expect((await tap(await cardTap(shop.me, group))).status).toBe(303);
    await untilNone(() => untruths(place, shop.market), 60);
    const [order] = await place.raw.ask<{ paymentStatus: string }>(
      `SELECT "paymentStatus" FROM "market_order" WHERE "groupId" = '${group.split('/').at(-1)}'`,
    );
    expect(order?.paymentStatus).toBe('captured');
  }, 120_000);

  const payments = async () =>
    Number((await place.raw.ask<{ n: number }>('SELECT COUNT(*) AS n FROM "payment"'))[0]?.n);
});

/** The line was cut or the answer never came; anything else is a failure of the page itself. */
const isOfTheCut = (problem: unknown): boolean =>
  /ECONNREFUSED|ECONNRESET|socket hang up|fetch failed|answered with 0|EPIPE/.test(String(problem)) ||
  /ECONNREFUSED|ECONNRESET/.test(String((problem as { code?: string }).code));
