import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { balancer } from '../support/balancer.js';
import { buy, cardTap, scanPage } from '../support/buying.js';
import { dropDatabase, emptyDatabase } from '../support/databases.mjs';
import { sendParcel } from '../support/parcel.js';
import { closePlace, cutPower, openPlace, type Place, startAgain, untilNone } from '../support/place.js';
import { freePort } from '../support/ports.mjs';
import { startApp, stopApp } from '../support/server.mjs';
import { type SmallShop, shelve, smallShop } from '../support/small-shop.js';
import { tap, tapIn } from '../support/taps.js';
import { untruths } from '../support/truth.js';

/** One PostgreSQL, one folder for files and the server's key, two processes with a provider each over the same books. */
describe('two processes on one database', () => {
  let front: Awaited<ReturnType<typeof balancer>>;
  let one: Place;
  let other: Place;
  let shop: SmallShop;

  beforeAll(async () => {
    front = await balancer();
    one = await openPlace('two_processes', { APP_URL: front.url });
    const settings = { ...one.settings, PORT: await freePort(), PROVIDER_PORT: await freePort() };
    other = { ...one, settings, app: await startApp({ ...settings, APP_URL: front.url }) };
    front.before(one.app.url, other.app.url);
  });
  afterAll(async () => {
    front.close();
    await stopApp(other.app);
    await closePlace(one);
  });

  const allTrue = () => untilNone(() => untruths(one, shop.market), 60);
  const acts = (verb: string) =>
    one.raw.ask<{ marketAt: string; input: string }>(
      `SELECT "marketAt", "input" FROM "act" WHERE "sandboxId" = '${shop.market}' AND "verb" = '${verb}' ORDER BY "marketAt"`,
    );

  it('share a journey whose every second request goes to the other', async () => {
    shop = await smallShop(front.url);
    await shelve(shop, 30);
    const group = await buy(shop.me, shop.market, shop.product, 2);
    const page = await scanPage(shop.me, group);
    expect(new URL(page).origin).toBe(front.url);
    expect((await fetch(`${page}/payment`, { method: 'POST', redirect: 'manual' })).status).toBe(303);
    await allTrue();
    await shop.me.visit(`/m/${shop.market}/orders`);
    await shop.me.press('คำสั่งซื้อ TL-0001');
    const number = await sendParcel(shop.me, shop.me.page.path);
    await shop.me.visit(`/m/${shop.market}/purchases`);
    await shop.me.press('คำสั่งซื้อ TL-0001');
    expect(shop.me.page.$('main').text()).toContain(number);
    expect(await untruths(one, shop.market)).toEqual([]);
  }, 120_000);

  it('advance a market clock at once, and whatever falls due happens once and at its own time', async () => {
    const [attempt] = await one.raw.ask<{ id: string }>(
      `SELECT "id" FROM "attempt" WHERE "sandboxId" = '${shop.market}'`,
    );
    for (let morning = 0; morning < 7; morning += 1) {
      await shop.me.visit(`/attempts/${attempt?.id}`);
      const next = tapIn(shop.me, `/m/${shop.market}/clock/next-morning`);
      const taps = [one, other].map(({ app }) => tap({ ...next, path: next.path, base: app.url }));
      for (const { status } of await Promise.all(taps)) expect(status).toBe(303);
    }
    // What the shoppers still have before them lies after the clock.
    const due = await one.raw.ask<{ verb: string; dueAt: string; doneAt: string | null }>(
      `SELECT d."verb", d."dueAt", d."doneAt" FROM "due_event" d JOIN "sandbox" s ON s."id" = d."sandboxId"
        WHERE s."id" = '${shop.market}' AND d."dueAt" <= s."clock" ORDER BY d."dueAt"`,
    );
    expect(due.filter(({ doneAt }) => doneAt === null)).toEqual([]);
    for (const verb of ['carrier.scan', 'order.complete']) {
      const times = due.filter((event) => event.verb === verb).map(({ dueAt }) => dueAt);
      expect(times.length).toBeGreaterThan(0);
      expect((await acts(verb)).map(({ marketAt }) => marketAt)).toEqual(times);
    }
  }, 120_000);

  it('recover a payment after a power cut, one of them at a time', async () => {
    const group = await buy(shop.me, shop.market, shop.product);
    const pay = await cardTap(shop.me, group);
    await Promise.all([cutPower(one), cutPower(other)]);
    await startAgain(one, { CRASH_AT: 'payment-before-call', APP_URL: front.url });
    await tap({ ...pay, base: one.app.url });
    await untilNone(async () => (one.app.child.signalCode === 'SIGKILL' ? [] : ['the app still lives']), 30);
    await Promise.all([one, other].map((place) => startAgain(place, { APP_URL: front.url })));
    await allTrue();
    const recovered = (await acts('payment.settled')).filter(({ input }) => input.includes('"recovery"'));
    expect(recovered).toHaveLength(1);
  }, 120_000);

  it('may start together on an empty database', async () => {
    const empty = await emptyDatabase('two_starts');
    const apps = await Promise.all([1, 2].map(() => startApp({ ...empty, SEED_DEMO: 'no' })));
    for (const { url } of apps) expect((await fetch(`${url}/readyz`)).status).toBe(200);
    await Promise.all(apps.map(stopApp));
    await dropDatabase(empty);
  }, 120_000);
});
