import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { buy, cardTap, scanPage } from '../support/buying.js';
import { crowd, openToClass } from '../support/crowd.js';
import { dropDatabase, emptyDatabase } from '../support/databases.mjs';
import { backup, command, restore } from '../support/operator.js';
import { closePlace, openPlace, type Place, untilNone } from '../support/place.js';
import { freePort } from '../support/ports.mjs';
import { openRaw } from '../support/raw-database.js';
import { startApp, stopApp } from '../support/server.mjs';
import { type SmallShop, shelve, smallShop } from '../support/small-shop.js';
import { tap, tapIn } from '../support/taps.js';
import { untruths } from '../support/truth.js';
import { verifyLog } from '../support/verify-log.js';

const BUYERS = 6;
const BACKUPS = 3;

describe('a backup that is made while people buy, pay and write', () => {
  let place: Place;
  let own: SmallShop;
  let shared: SmallShop;
  let folders: string[];
  let purchases = 0;
  const restored: Place[] = [];

  /** Orders, pays by turns with a card and by another phone's scan, and tells the buyer of the newest order that it is on its way. */
  async function lively(shop: SmallShop, me: SmallShop['me'], isSeller: boolean, isOver: () => boolean): Promise<void> {
    for (let turn = 0; !isOver(); turn += 1) {
      const group = await buy(me, shop.market, shop.product);
      if (turn % 2 === 0) await tap(await cardTap(me, group));
      else {
        const page = await scanPage(me, group);
        await fetch(`${place.app.url}${new URL(page).pathname}/payment`, { method: 'POST', redirect: 'manual' });
      }
      if (isSeller) await write(shop, turn);
      purchases += 1;
    }
  }

  async function write({ me, market }: SmallShop, turn: number): Promise<void> {
    await me.visit(`/m/${market}/orders`);
    const order = me.page.$(`a[href^="/m/${market}/orders/"]`).first().attr('href');
    // The news of the first payment may still be on its way.
    if (!order) return;
    await me.visit(order);
    await tap(tapIn(me, `${order}/messages`, { body: `กำลังเตรียมของ ${turn}` }));
  }

  beforeAll(async () => {
    place = await openPlace('backup_load');
    own = await smallShop(place.app.url);
    shared = await smallShop(place.app.url);
    for (const shop of [own, shared]) await shelve(shop, 900);
    await openToClass(place, shared.market);
    const buyers = await crowd(place, BUYERS);
    let isOver = false;
    const loads = buyers.map((one) => lively(shared, one, false, () => isOver));
    loads.push(lively(own, own.me, true, () => isOver));
    await untilNone(async () => (purchases > 8 ? [] : ['nobody has bought yet']), 60);
    folders = [];
    for (let made = 0; made < BACKUPS; made += 1) folders.push(await backup(place.settings, '--keep', '9'));
    const atTheEnd = purchases;
    await untilNone(async () => (purchases > atTheEnd + 5 ? [] : ['nobody bought any more']), 60);
    isOver = true;
    await Promise.all(loads);
  }, 240_000);
  afterAll(async () => {
    for (const one of restored) {
      await stopApp(one.app);
      await one.raw.close();
      await dropDatabase(one.settings);
    }
    await closePlace(place);
  });

  /** What a backup gives on another machine: its own folder, its own ports. */
  async function restoredFrom(folder: string, name: string): Promise<Place['settings']> {
    const settings = { ...(await emptyDatabase(name)), PORT: await freePort(), PROVIDER_PORT: await freePort() };
    expect(await restore(settings, folder)).toMatchObject({ code: 0, said: expect.stringContaining('Restored into') });
    return settings;
  }

  const headOf = async ({ raw }: Pick<Place, 'raw'>, market: string) =>
    (
      await raw.ask<{ seq: number; hash: string }>(`SELECT * FROM "activity_head" WHERE "chain" = 'market:${market}.1'`)
    )[0];

  it('restores into an empty folder to a market that its provider knows every payment of', async () => {
    for (const [i, folder] of folders.entries()) {
      const settings = await restoredFrom(folder, `restored_${i}`);
      expect(verifyLog(settings)).toMatchObject({ code: 0 });
      const app = await startApp(settings);
      const there = {
        ...place,
        settings,
        app,
        raw: await openRaw(settings),
        providerUrl: `http://127.0.0.1:${settings.PROVIDER_PORT}`,
      };
      restored.push(there);
      for (const { market } of [own, shared]) await untilNone(() => untruths(there, market), 60);
    }
  }, 240_000);

  it('was made in the middle of it: each holds more than the one before and less than there was in the end', async () => {
    const orders = async ({ raw }: Place) =>
      Number((await raw.ask<{ n: number }>('SELECT COUNT(*) AS n FROM "market_order"'))[0]?.n);
    const counts = [];
    for (const one of [...restored, place]) counts.push(await orders(one));
    expect(counts).toEqual([...counts].sort((a, b) => a - b));
    expect(new Set(counts).size).toBe(counts.length);
  });

  it('tells the same as the market that it was made of, and a replay of it gives the same market hash', async () => {
    const settings = await restoredFrom(folders.at(-1) ?? '', 'restored_replay');
    const raw = await openRaw(settings);
    for (const { market } of [own, shared]) {
      const head = await headOf({ raw }, market);
      const [then] = await place.raw.ask(
        `SELECT "hash" FROM "activity_event" WHERE "chain" = 'market:${market}.1' AND "seq" = ${head?.seq}`,
      );
      expect(then).toEqual({ hash: head?.hash });
    }
    await raw.close();
    const { said } = await command('replay-cli', { ...settings, PORT: '0', PROVIDER_PORT: '0' }, own.market);
    expect(JSON.parse(said)).toMatchObject({ market: own.market, equal: true });
    await dropDatabase(settings);
  }, 240_000);
});
