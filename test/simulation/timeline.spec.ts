import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { fairShop } from '../support/fair-shop.js';
import { nextMorning } from '../support/mornings.js';
import { closePlace, openPlace, type Place, startAgain } from '../support/place.js';
import { tap, tapOf } from '../support/taps.js';

describe('what falls due in a market', () => {
  let place: Place;

  beforeAll(async () => {
    place = await openPlace(`due${process.env.JEST_WORKER_ID}`);
  });
  afterAll(() => closePlace(place));

  const rows = <T = Record<string, string>>(sql: string) => place.raw.ask<T>(sql);

  it('lets a shopper of the scenario come on her day and look for what she was sent for', async () => {
    const shop = await fairShop({ seed: 'timeline', base: place.app.url });
    const inject = { kind: 'shopper_visit', day: 1, hour: 10, target: 'riceberry', params: { persona: 'buyer-07' } };
    await place.raw.insert('due_event', {
      id: `due_${shop.market}.1.0.2`,
      sandboxId: shop.market,
      generation: 1,
      dueAt: '2026-11-02T03:00:00.000Z',
      verb: 'scenario.inject',
      payload: JSON.stringify({ entry: 0, ...inject }),
    });
    await nextMorning(shop);
    const told = (type: string) =>
      rows(`SELECT "actor", "marketAt", "payload" FROM "activity_event"
        WHERE "chain" = 'market:${shop.market}.1' AND "type" = '${type}' ORDER BY "seq"`);
    const [injected] = await told('scenario.injected');
    expect(injected).toMatchObject({ marketAt: '2026-11-02T03:00:00.000Z' });
    const visit = (await told('visit.ended')).find(({ actor }) => actor === 'shopper:1900');
    expect(JSON.parse(visit?.payload ?? '{}')).toMatchObject({ lookedFor: 'riceberry', shopper: 'buyer-07', seen: [] });
  });

  it('happens once though the power went while a shopper ordered', async () => {
    const shop = await fairShop({ seed: 'power-cut', base: place.app.url });
    const { child } = place.app;
    child.kill('SIGTERM');
    await new Promise((gone) => child.once('exit', gone));
    await startAgain(place, { CRASH_AT: 'checkout-after-commit' });
    await shop.me.visit(shop.attempt);
    expect((await tap(tapOf(shop.me, 'ไปเช้าวันถัดไป'))).status).toBe(0);
    await startAgain(place);
    // The dead process's lease, which otherwise is waited for.
    await rows(
      `UPDATE "clock_run" SET "leaseUntil" = '2026-01-01T00:00:00.000Z' WHERE "sandboxId" = '${shop.market}' RETURNING "holder"`,
    );
    await nextMorning(shop);
    const orders = await rows(
      `SELECT "buyerParty", "paymentStatus" FROM "market_order" WHERE "market" = '${shop.market}.1'`,
    );
    expect(orders.length).toBeGreaterThanOrEqual(1);
    expect(new Set(orders.map(({ buyerParty }) => buyerParty)).size).toBe(orders.length);
    expect(new Set(orders.map(({ paymentStatus }) => paymentStatus))).toEqual(new Set(['captured']));
    const [clock] = await rows(`SELECT "clock" FROM "sandbox" WHERE "id" = '${shop.market}'`);
    expect(clock?.clock).toBe('2026-11-03T01:00:00.000Z');
  });
});
