import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { dropDatabase, ownDatabase } from '../support/databases.mjs';
import { fairShop } from '../support/fair-shop.js';
import { nextMorning } from '../support/mornings.js';
import { openRaw } from '../support/raw-database.js';
import { startApp, stopApp } from '../support/server.mjs';
import { smallShop } from '../support/small-shop.js';
import { Visitor } from '../support/visitor.js';

const CLI = fileURLToPath(new URL('../../dist/replay-cli.js', import.meta.url));
const run = promisify(execFile);
type Settings = Awaited<ReturnType<typeof ownDatabase>>;

/** A learner's shop sells to herself: stock, money through the provider, a refusal with its refund, a parcel. */
async function playOn(base: string): Promise<string> {
  const { me, market, product } = await smallShop(base);
  for (const number of ['TL-0001', 'TL-0002']) {
    await me.visit(`/m/${market}/p/${product}`);
    await me.press('ใส่ตะกร้า', { quantity: '1' });
    await me.press('สั่งซื้อ');
    await me.press('สั่งซื้อ');
    const group = new URL(me.page.path, base).pathname;
    await me.press('บัตรฝึก วีซ่า: จ่ายได้');
    await until(me, group, 'จ่ายแล้ว');
    await me.visit(`/m/${market}/orders`);
    await me.press(`คำสั่งซื้อ ${number}`);
    if (number === 'TL-0001') await me.press('รับคำสั่งซื้อ');
    else await me.press('ปฏิเสธและคืนเงิน', { reason: 'ของหมดแล้ว' });
  }
  await me.visit(`/m/${market}/shop/profile`);
  await me.press('บันทึก', { name: 'ร้านส่งไวกว่าเดิม' });
  return market;
}

/** Two days of a shop to which the market's own shoppers come, buy and pay, and whose seller takes the first order. */
async function twoDays(base: string): Promise<string> {
  const shop = await fairShop({ seed: 'two-days', base });
  await nextMorning(shop);
  await shop.me.press('คำสั่งซื้อ TL-0001');
  await shop.me.press('รับคำสั่งซื้อ');
  await nextMorning(shop);
  return shop.market;
}

/** A shop whose past was prepared by the market's own verbs: sales, transfers, parcels, and money from a stranger. */
async function prepared(base: string): Promise<string> {
  const me = new Visitor(base);
  await me.visit('/');
  await me.press('ลองเป็นผู้สอน');
  await me.visit('/exercises');
  await me.pressIn('/exercises/close-the-week/preview', { seed: 'same-past' });
  return /\/m\/([a-z0-9]+)/.exec(me.page.html)?.[1] ?? '';
}

async function played(settings: Settings, play: (base: string) => Promise<void>): Promise<void> {
  const app = await startApp(settings);
  await play(app.url).finally(() => stopApp(app));
}

/** A database that is a file, also where the specs run on PostgreSQL. */
async function onSqlite(name: string): Promise<Settings> {
  const { TEST_DATABASE } = process.env;
  delete process.env.TEST_DATABASE;
  const settings = await ownDatabase(name);
  if (TEST_DATABASE) process.env.TEST_DATABASE = TEST_DATABASE;
  return settings;
}

async function until(me: Visitor, path: string, words: string): Promise<void> {
  for (let turn = 0; turn < 50; turn += 1) {
    await me.visit(path);
    if (me.page.$('main').text().includes(words)) return;
    await new Promise((done) => setTimeout(done, 100));
  }
  throw new Error(`${path} never said "${words}".`);
}

describe('a replay of the acts of a market', () => {
  let settings: Settings;
  let market: string;
  let days: string;
  let elsewhere: Settings;
  let otherDays: string;
  let past: string;
  let otherPast: string;

  beforeAll(async () => {
    settings = await ownDatabase(`replay${process.env.JEST_WORKER_ID}`);
    await played(settings, async (base) => {
      market = await playOn(base);
      days = await twoDays(base);
      past = await prepared(base);
    });
    elsewhere = await onSqlite(`elsewhere${process.env.JEST_WORKER_ID}`);
    await played(elsewhere, async (base) => {
      otherDays = await twoDays(base);
      otherPast = await prepared(base);
    });
  }, 180_000);
  afterAll(() => dropDatabase(settings));

  const replay = async (id: string, place = settings) => {
    const env = { ...process.env, ...place };
    const { stdout, stderr } = await run(process.execPath, [CLI, id], { env }).catch((failed) => failed);
    if (!stdout) throw new Error(`The replay said nothing: ${stderr}`);
    return JSON.parse(stdout);
  };

  it('gives the same market hash, and gives it again', async () => {
    const first = await replay(market);
    expect(first).toMatchObject({ market, equal: true });
    expect(await replay(market)).toEqual(first);
  });

  it('gives the same market hash of days full of shoppers, in whichever database the days were', async () => {
    const here = await replay(days);
    const there = await replay(otherDays, elsewhere);
    expect([here.equal, there.equal]).toEqual([true, true]);
    expect(there.hash).toBe(here.hash);
  });

  it('gives the same market hash of a past that was prepared, with money from a stranger in it, on both databases', async () => {
    const raw = await openRaw(settings);
    const strays = await raw.ask(`SELECT "seq" FROM "act" WHERE "sandboxId" = '${past}' AND "verb" = 'stray.transfer'`);
    await raw.close();
    expect(strays.length).toBeGreaterThan(0);
    const here = await replay(past);
    const there = await replay(otherPast, elsewhere);
    expect([here.equal, there.equal]).toEqual([true, true]);
    expect(there.hash).toBe(here.hash);
  });

  it('differs when an input was changed behind its back', async () => {
    const raw = await openRaw(settings);
    const changed = await raw.ask(`UPDATE "act" SET "input" = REPLACE("input", 'ร้านส่งไวกว่าเดิม', 'ร้านอื่น')
      WHERE "sandboxId" = '${market}' AND "input" LIKE '%ร้านส่งไวกว่าเดิม%' RETURNING "seq"`);
    await raw.close();
    expect(changed).toHaveLength(1);
    expect(await replay(market)).toMatchObject({ equal: false });
  });
});
