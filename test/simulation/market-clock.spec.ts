import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { dropDatabase, ownDatabase } from '../support/databases.mjs';
import { type FairShop, fairShop } from '../support/fair-shop.js';
import { nextMorning } from '../support/mornings.js';
import { openRaw, type Raw } from '../support/raw-database.js';
import { startApp, stopApp } from '../support/server.mjs';
import { tally, tap, tapOf } from '../support/taps.js';

describe('the clock of a market', () => {
  let settings: Awaited<ReturnType<typeof ownDatabase>>;
  let app: Awaited<ReturnType<typeof startApp>>;
  let raw: Raw;
  let shop: FairShop;

  beforeAll(async () => {
    settings = await ownDatabase(`clock${process.env.JEST_WORKER_ID}`);
    app = await startApp(settings);
    raw = await openRaw(settings);
    shop = await fairShop({ seed: 'clock', base: app.url });
  });
  afterAll(async () => {
    await raw.close();
    await stopApp(app);
    await dropDatabase(settings);
  });

  const day = async (market: string) => {
    const [row] = await raw.ask<{ clock: string }>(`SELECT "clock" FROM "sandbox" WHERE "id" = '${market}'`);
    return row?.clock.slice(0, 13);
  };
  const count = async (sql: string) => Number((await raw.ask<{ n: string | number }>(sql))[0]?.n);

  it('passes one day when the button is pressed five times at once, and each visitor comes once', async () => {
    await shop.me.visit(shop.attempt);
    const press = tapOf(shop.me, 'ไปเช้าวันถัดไป');
    const answers = await Promise.all([1, 2, 3, 4, 5].map(() => tap(press)));
    expect(tally(answers)).toEqual({ 303: 5 });
    expect(await day(shop.market)).toBe('2026-11-03T01');
    const visits = `FROM "activity_event" WHERE "chain" = 'market:${shop.market}.1' AND "type" = 'visit.ended'`;
    expect(await count(`SELECT COUNT(*) AS n ${visits}`)).toBe(
      await count(`SELECT COUNT(DISTINCT "actor") AS n ${visits}`),
    );
  });

  it('lets everything happen at its own time and strikes it off', async () => {
    const past = `"sandboxId" = '${shop.market}' AND "dueAt" <= '2026-11-03T01:00:00.000Z'`;
    expect(await count(`SELECT COUNT(*) AS n FROM "due_event" WHERE ${past} AND "doneAt" IS NULL`)).toBe(0);
    const events = await raw.ask<{ marketAt: string }>(
      `SELECT "marketAt" FROM "activity_event" WHERE "chain" = 'market:${shop.market}.1' ORDER BY "seq"`,
    );
    const times = events.map(({ marketAt }) => marketAt);
    expect(times).toEqual([...times].sort());
  });

  it('goes on to its own morning when the process that moved it has died', async () => {
    const lease = new Date(Date.now() - 1000).toISOString();
    const target = '2026-11-04T01:00:00.000Z';
    await raw.insert('clock_run', { sandboxId: shop.market, holder: 'gone', target, leaseUntil: lease });
    await nextMorning(shop);
    expect(await day(shop.market)).toBe('2026-11-04T01');
    expect(await count(`SELECT COUNT(*) AS n FROM "clock_run"`)).toBe(0);
  });

  it('steps over what has become pointless instead of standing still for ever', async () => {
    await raw.insert('due_event', {
      id: `due_${shop.market}.1.9999.1`,
      sandboxId: shop.market,
      generation: 1,
      dueAt: '2026-11-04T02:00:00.000Z',
      verb: 'order.complete',
      payload: JSON.stringify({ orderId: 'ord_gone' }),
    });
    await nextMorning(shop);
    expect(await day(shop.market)).toBe('2026-11-05T01');
  });

  it('leaves nothing due in a market that begins anew but its first day', async () => {
    await shop.me.visit(shop.attempt);
    await shop.me.press('เริ่มใหม่');
    expect(await day(shop.market)).toBe('2026-11-02T01');
    const due = await raw.ask(
      `SELECT "verb" FROM "due_event" WHERE "sandboxId" = '${shop.market}' AND "generation" = 2`,
    );
    expect(due).toEqual([{ verb: 'day.begin' }]);
    for (const table of ['shop', 'cart', 'market_order', 'shop_visit'])
      expect(await count(`SELECT COUNT(*) AS n FROM "${table}" WHERE "market" = '${shop.market}.2'`)).toBe(0);
    await nextMorning(shop);
    expect(await day(shop.market)).toBe('2026-11-03T01');
  });
});
