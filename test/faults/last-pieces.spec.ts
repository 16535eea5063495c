import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readyToBuy } from '../support/buying.js';
import { crowd, openToClass } from '../support/crowd.js';
import { closePlace, openPlace, type Place } from '../support/place.js';
import { type SmallShop, shelve, smallShop } from '../support/small-shop.js';
import { type Tap, tally, tap } from '../support/taps.js';
import { untruths } from '../support/truth.js';

const BUYERS = 200;
const PIECES = 10;
const HANDS = 20;

describe('the last ten pieces', () => {
  let place: Place;
  let shop: SmallShop;
  let taps: Tap[];

  beforeAll(async () => {
    place = await openPlace('last_pieces');
    shop = await smallShop(place.app.url);
    await shelve(shop, PIECES);
    await openToClass(place, shop.market);
    const buyers = await crowd(place, BUYERS);
    taps = [];
    for (let from = 0; from < BUYERS; from += HANDS) {
      const some = buyers.slice(from, from + HANDS).map((buyer) => readyToBuy(buyer, shop.market, shop.product));
      taps.push(...(await Promise.all(some)));
    }
  }, 240_000);
  afterAll(() => closePlace(place));

  it('are sold exactly once to two hundred buyers who tap at the same moment', async () => {
    const answers = await Promise.all(taps.map(tap));
    expect(tally(answers)).toEqual({ 303: PIECES, 409: BUYERS - PIECES });
    const bought = new Set(answers.flatMap(({ status, to }) => (status === 303 ? [to] : [])));
    expect(bought.size).toBe(PIECES);
    const [shelf] = await place.raw.ask<Record<string, number>>(
      `SELECT "onHand", "reserved", "allocated" FROM "stock_level" WHERE "market" = '${shop.market}.1' AND "reserved" > 0`,
    );
    expect(shelf).toEqual({ onHand: PIECES, reserved: PIECES, allocated: 0 });
    expect(await untruths(place, shop.market)).toEqual([]);
  }, 120_000);

  it('leave the others with their carts, and every order with one piece', async () => {
    const count = async (sql: string) => Number((await place.raw.ask<{ n: number }>(sql))[0]?.n);
    expect(await count('SELECT COUNT(*) AS n FROM "cart_line"')).toBe(BUYERS - PIECES);
    expect(await count('SELECT COUNT(*) AS n FROM "order_line"')).toBe(PIECES);
    expect(await count('SELECT SUM("quantity") AS n FROM "order_line"')).toBe(PIECES);
  });
});
