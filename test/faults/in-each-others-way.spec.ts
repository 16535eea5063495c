import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readyToBuy } from '../support/buying.js';
import { closePlace, openPlace, type Place, untilNone } from '../support/place.js';
import { openRaw, type Raw } from '../support/raw-database.js';
import { type SmallShop, shelve, smallShop } from '../support/small-shop.js';
import { type Tap, tap } from '../support/taps.js';
import { untruths } from '../support/truth.js';

/** Somebody else's transactions on the same PostgreSQL that hold what a buyer's tap needs. */
describe('two transactions that are in each other’s way', () => {
  let place: Place;
  let shop: SmallShop;
  let other: Raw;

  beforeAll(async () => {
    place = await openPlace('each_other');
    shop = await smallShop(place.app.url);
    await shelve(shop, 5);
    other = await openRaw(place.settings);
  });
  afterAll(async () => {
    await other.close();
    await closePlace(place);
  });

  const orders = async () =>
    (await place.raw.ask(`SELECT "id" FROM "market_order" WHERE "market" = '${shop.market}.1'`)).length;
  const holdMarket = () => other.ask(`UPDATE "sandbox" SET "counter" = "counter" WHERE "id" = '${shop.market}'`);
  const holdShelf = () => other.ask(`UPDATE "stock_level" SET "onHand" = "onHand" WHERE "market" = '${shop.market}.1'`);
  const untilItWaits = () =>
    untilNone(async () => {
      const waiting = await place.raw.ask(`SELECT 1 FROM pg_locks WHERE NOT granted`);
      return waiting.length > 0 ? [] : ['nobody waits yet'];
    }, 10);
  const buyTap = (): Promise<Tap> => readyToBuy(shop.me, shop.market, shop.product);

  it('are parted: the tap that PostgreSQL undid is done anew, and its owner sees nothing of it', async () => {
    const ready = await buyTap();
    await other.ask('BEGIN');
    await holdShelf();
    const answer = tap(ready);
    await untilItWaits();
    // Each has now what the other wants; the one that waits longer is undone.
    await holdMarket();
    await other.ask('COMMIT');
    expect((await answer).status).toBe(303);
    expect(await orders()).toBe(1);
    expect(await untruths(place, shop.market)).toEqual([]);
  });

  it('leave the tap unsaved after some seconds, say so in the reader’s language, and take it when it comes again', async () => {
    const ready = await buyTap();
    const { cookie } = ready;
    await other.ask('BEGIN');
    await holdMarket();
    const thai = await tap(ready);
    const english = await tap({ ...ready, cookie: `${cookie}; language=en` });
    expect([thai.status, english.status]).toEqual([503, 503]);
    expect(thai.text).toContain('มีคนใช้พร้อมกันมาก');
    expect(thai.text).toContain('สิ่งที่กดเมื่อกี้ยังไม่ได้บันทึก');
    expect(english.text).toContain('was not saved');
    expect(thai.text).not.toMatch(/deadlock|lock timeout|QueryFailed/);
    expect(await orders()).toBe(1);
    await other.ask('ROLLBACK');
    expect((await tap(ready)).status).toBe(303);
    expect(await orders()).toBe(2);
    expect(await untruths(place, shop.market)).toEqual([]);
  });
});
