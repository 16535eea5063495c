import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MARKET_TABLES, SANDBOX_TABLES } from '../../dist/simulation/removal/market-removal.service.js';
import { closePlace, openPlace, type Place, startAgain } from '../support/place.js';
import { openRaw, type Raw } from '../support/raw-database.js';
import { changed, rowCounts } from '../support/row-counts.js';
import { verifyLog } from '../support/verify-log.js';
import { Visitor } from '../support/visitor.js';

const DOOR = 'ลองเล่น 1 นาที ไม่ต้องสมัคร';
/** Counts per address, what sends a form once and the segments of SQLite's search index: all three prune themselves. */
const PASSING = ['throttle', 'once_key', 'centre', 'product_search_data', 'product_search_idx'];

const lines = ({ page: { $ } }: Visitor): string[] =>
  $('main li.card')
    .map((_i, line) => $(line).text().replace(/\s+/g, ' ').trim())
    .get();

describe('the minute of somebody without an account', () => {
  let place: Place;

  beforeAll(async () => {
    place = await openPlace('one_minute');
  });
  afterAll(() => closePlace(place));

  async function come(): Promise<{ visitor: Visitor; market: string; order: string }> {
    const visitor = new Visitor(place.app.url);
    await visitor.visit('/');
    await visitor.press(DOOR);
    const order = new URL(visitor.page.path, place.app.url).pathname;
    return { visitor, order, market: order.split('/')[2] ?? '' };
  }

  const expire = (market: string) =>
    place.raw.ask(`UPDATE "tryout" SET "expiresAt" = '2026-01-01T00:00:00.000Z' WHERE "sandboxId" = '${market}'`);

  it('opens at a parcel that is paid and packed, with what its buyer wants', async () => {
    const { visitor } = await come();
    const said = visitor.page.$('body').text();
    expect(visitor.page.status).toBe(200);
    for (const words of ['ดูว่าใบปะหน้าตรงกับผู้ซื้อไหม', 'ส่งที่เคาน์เตอร์', 'รบกวนส่งวันนี้เลยค่ะ']) expect(said).toContain(words);
  });

  it('is judged by the real checks: what was sent unread goes astray', async () => {
    const { visitor } = await come();
    await visitor.press('ส่งที่เคาน์เตอร์');
    await visitor.press('ดูผลของฉัน');
    expect(visitor.page.$('h1').text()).toBe('กล่องนี้จะไปผิดที่');
    const [label = '', document = ''] = lines(visitor);
    expect(label).toMatch(/ลองอีกครั้ง ใบปะหน้าของ TL-0001 ช่องรหัสไปรษณีย์เขียนว่า "10200"/);
    expect(label).toContain('รหัสไปรษณีย์บนใบปะหน้า: 10200');
    expect(label).toMatch(/2 พ\.ย\. 2569 \d\d:\d\d คุณสร้างใบปะหน้า/);
    expect(document).toMatch(/ผ่าน.*คุณส่งพัสดุให้ขนส่ง/);
  });

  it('is judged otherwise when she looks first and mends the label', async () => {
    const { visitor, order } = await come();
    const buyer = visitor.page.$('section:has(h2:contains("ผู้ซื้อ"))').first().text();
    await visitor.pressIn(`${order}/label`, { postcode: /\d{5}(?=\s*$)/.exec(buyer.trim())?.[0] ?? '' });
    await visitor.press('ส่งที่เคาน์เตอร์');
    await visitor.press('ดูผลของฉัน');
    expect(visitor.page.$('h1').text()).toBe('ผ่านทุกข้อ ของถึงมือผู้ซื้อ');
    expect(lines(visitor).every((line) => line.includes('ผ่าน'))).toBe(true);
  });

  it('judges nothing of a parcel that she does not send', async () => {
    const { visitor } = await come();
    await visitor.press('ปฏิเสธและคืนเงิน', { reason: 'ของหมด' });
    await visitor.press('ดูผลของฉัน');
    expect(visitor.page.$('h1').text()).toBe('กล่องนี้ไม่ได้ส่ง');
    expect(lines(visitor).every((line) => line.includes('ยังไม่ได้ทำ'))).toBe(true);
  });

  it('is nobody else’s: another visitor, a learner and a stranger do not find it', async () => {
    const mine = await come();
    const other = await come();
    const learner = new Visitor(place.app.url);
    await learner.visit('/');
    await learner.press('ลองเป็นผู้เรียน');
    for (const path of [mine.order, `/m/${mine.market}`, `/m/${mine.market}/orders`]) {
      expect((await other.visitor.visit(path)).status).toBe(404);
      expect((await learner.visit(path)).status).toBe(404);
    }
    expect((await new Visitor(place.app.url).visit(mine.order)).status).toBe(401);
  });

  it('lets a visitor into nothing but her market', async () => {
    const { visitor, market } = await come();
    for (const path of ['/classes', '/exercises', `/m/${market}/products`, `/m/${market}/shop`])
      expect((await visitor.visit(path)).status).toBe(403);
    await visitor.visit('/home');
    expect(new URL(visitor.page.path, place.app.url).pathname).toContain('/orders/');
  });

  it('leads back to the door who has no such market', async () => {
    const visitor = new Visitor(place.app.url);
    await visitor.visit('/try');
    expect(new URL(visitor.page.path, place.app.url).pathname).toBe('/');
  });

  it('begins at the same moment again, and leaves nothing of the time before', async () => {
    const { visitor, market, order } = await come();
    const before = visitor.page.$('main').text();
    await visitor.press('ส่งที่เคาน์เตอร์');
    await visitor.press('ดูผลของฉัน');
    await visitor.press('ลองใหม่ตรงจุดเดิม');
    expect(visitor.page.$('main').text()).toBe(before);
    expect(await place.raw.ask(`SELECT 1 FROM "sandbox" WHERE "id" = '${market}'`)).toEqual([]);
    expect((await visitor.visit(order)).status).toBe(404);
  });

  it('takes away every row of a market that is over, when the next visitor comes and when the app starts', async () => {
    const books = await booksOf(place);
    await come();
    const counts = await rowCounts(place.raw, place.postgres);
    const kept = await providerRows(books);
    const first = await come();
    await first.visitor.press('ส่งที่เคาน์เตอร์');
    await expire(first.market);
    const second = await come();
    await second.visitor.press('ปฏิเสธและคืนเงิน', { reason: 'ของหมด' });
    await expire(second.market);
    await startAgainClean(place);
    const left = changed(counts, await rowCounts(place.raw, place.postgres));
    expect(Object.keys(left).filter((table) => !PASSING.includes(table))).toEqual([]);
    expect(await providerRows(books)).toBe(kept);
    await books.close();
    expect(verifyLog(place.settings).code).toBe(0);
  });

  it('knows every table that a market has rows in', async () => {
    const owned = (column: string) => tablesWith(place, column);
    expect((await owned('market')).sort()).toEqual([...MARKET_TABLES].sort());
    const others = ['attempt', 'sandbox', 'tryout'];
    const sandboxed = (await owned('sandboxId')).filter((table) => !others.includes(table));
    expect(sandboxed.sort()).toEqual([...SANDBOX_TABLES].sort());
  });

  it('stays away from classes, queues and gradebooks', async () => {
    const { visitor, market } = await come();
    await visitor.press('ส่งที่เคาน์เตอร์');
    await visitor.press('ดูผลของฉัน');
    const [me] = await place.raw.ask<{ personId: string }>(`SELECT * FROM "tryout" WHERE "sandboxId" = '${market}'`);
    // Where a visitor may stand at all: with her session, in her market and in its log.
    const own = [
      ...PASSING,
      'person',
      'session',
      'tryout',
      'sandbox',
      'act',
      'activity_event',
      'activity_head',
      ...MARKET_TABLES,
    ];
    const counts = await rowCounts(place.raw, place.postgres);
    const elsewhere: string[] = [];
    for (const table of Object.keys(counts).filter((name) => ![...own, ...SANDBOX_TABLES].includes(name)))
      for (const row of await place.raw.ask(`SELECT * FROM "${table}"`))
        if (JSON.stringify(row).includes(String(me?.personId)) || Object.values(row).includes(market))
          elsewhere.push(table);
    expect(elsewhere).toEqual([]);
    for (const table of ['class_member', 'assignment']) expect([table, Number(counts[table])]).not.toEqual([table, 0]);
    for (const table of ['attempt', 'submission', 'grading_run', 'marking'])
      expect([table, Number(counts[table])]).toEqual([table, 0]);
  });

  it('turns a phone away that asks again and again, and lets a hall in', async () => {
    const answers: number[] = [];
    for (let turn = 0; turn < 65; turn += 1) {
      const answer = await fetch(`${place.app.url}/try`, { method: 'POST', redirect: 'manual' });
      answers.push(answer.status);
    }
    expect(answers.slice(0, 30)).toEqual(Array(30).fill(303));
    expect(answers.at(-1)).toBe(429);
  });
});

async function startAgainClean(place: Place): Promise<void> {
  place.app.child.kill('SIGTERM');
  await new Promise((gone) => place.app.child.once('exit', gone));
  await startAgain(place);
}

/** The provider's own books: a file of its own, or a schema of its own. */
async function booksOf(place: Place): Promise<Raw & { schema: string }> {
  const { DATA_DIR, DATABASE_URL } = place.settings;
  if (DATABASE_URL) return { ...(await openRaw(place.settings)), schema: 'provider.' };
  return { ...(await openRaw({ DATA_DIR, DATABASE_URL }, 'provider')), schema: '' };
}

async function providerRows(books: Raw & { schema: string }): Promise<string> {
  const tables = ['account', 'object', 'balance_entry', 'idempotency', 'webhook_secret', 'delivery', 'pay_page'];
  const counts = await Promise.all(
    tables.map((table) => books.ask<{ n: number }>(`SELECT COUNT(*) AS "n" FROM ${books.schema}"${table}"`)),
  );
  return tables.map((table, at) => `${table} ${Number(counts[at]?.[0]?.n)}`).join(', ');
}

async function tablesWith({ raw, postgres }: Place, column: string): Promise<string[]> {
  const asked = postgres
    ? `SELECT table_name AS "name" FROM information_schema.columns WHERE table_schema = 'public' AND column_name = '${column}'`
    : `SELECT m."name" FROM sqlite_master m JOIN pragma_table_info(m."name") c WHERE m.type = 'table' AND c."name" = '${column}'`;
  return (await raw.ask<{ name: string }>(asked)).map(({ name }) => name);
}
