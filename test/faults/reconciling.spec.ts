import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { buy, cancelTap, cardTap } from '../support/buying.js';
import { closePlace, openPlace, type Place, untilNone } from '../support/place.js';
import { type SmallShop, shelve, smallShop } from '../support/small-shop.js';
import { tap } from '../support/taps.js';

const run = promisify(execFile);

/** Three payments by card, one of them given back; then each way in which two books can differ is made behind the app's back. */
describe('our ledger and the books of the provider', () => {
  let place: Place;
  let shop: SmallShop;
  let orders: Array<{ payment: string; intent: string }>;

  beforeAll(async () => {
    place = await openPlace('reconciling');
    shop = await smallShop(place.app.url);
    await shelve(shop, 5);
    for (let n = 0; n < 3; n += 1) await tap(await cardTap(shop.me, await buy(shop.me, shop.market, shop.product)));
    await untilStatus('captured', 3);
    const [first] = await rows<{ reference: string }>(
      `SELECT "reference" FROM "payment" WHERE "status" = 'captured' ORDER BY "id"`,
    );
    await tap(await cancelTap(shop.me, shop.market, `/m/${shop.market}/groups/${first?.reference}`));
    await untilStatus('refunded', 1);
    orders = await rows(`SELECT "id" AS "payment", "providerIntentId" AS "intent" FROM "payment" ORDER BY "id"`);
  });
  afterAll(() => closePlace(place));

  const rows = <T = Record<string, unknown>>(sql: string) => place.raw.ask<T>(sql);
  const untilStatus = (status: string, times: number) =>
    untilNone(async () => {
      const found = await rows(`SELECT "id" FROM "payment" WHERE "status" = '${status}'`);
      return found.length === times ? [] : [`${found.length} payments are ${status}`];
    }, 20);
  const text = () => shop.me.page.$('main').text().replace(/\s+/g, ' ');
  const compare = async () => {
    await shop.me.visit(`/m/${shop.market}/money/reconciliation`);
    await shop.me.press('ตรวจตอนนี้');
    return text();
  };
  /** With the ledger so for as long as it is looked at. */
  const whileSo = async (change: string, back: string) => {
    await rows(change);
    try {
      return await compare();
    } finally {
      await rows(back);
    }
  };
  const postingOf = (at: number, kind: string) =>
    `"kind" = '${kind}' AND "objectId" = '${orders[at]?.payment}' AND "market" = '${shop.market}.1'`;

  it('agree on every payment, every fee and every refund', async () => {
    expect(await compare()).toContain('ตรงกันทั้ง 4 รายการ');
  });

  it('differ where the provider has what we do not', async () => {
    const at = postingOf(1, 'received');
    const said = await whileSo(
      `UPDATE "ledger_transaction" SET "market" = 'elsewhere' WHERE ${at}`,
      `UPDATE "ledger_transaction" SET "market" = '${shop.market}.1' WHERE "market" = 'elsewhere'`,
    );
    expect(said).toContain('ไม่ตรงกัน 1 รายการ');
    expect(said).toContain('สมุดเราไม่มีรายการนี้');
    expect(said).toContain(orders[1]?.intent);
    expect(said).toMatch(/คำสั่งซื้อ TL-\d+/);
  });

  it('differ where we have what the provider does not', async () => {
    const is = (from: string, to: string) =>
      `UPDATE "payment" SET "providerIntentId" = '${to}' WHERE "providerIntentId" = '${from}'`;
    const intent = orders[2]?.intent ?? '';
    const said = await whileSo(is(intent, 'pi_nowhere'), is('pi_nowhere', intent));
    expect(said).toContain('ผู้ให้บริการไม่มีรายการนี้');
    expect(said).toContain('pi_nowhere');
  });

  it.each([
    ['received', 'ยอดไม่เท่ากัน'],
    ['provider_fee', 'ค่ารับเงินไม่เท่ากัน'],
  ])('differ by a single satang of what is called %s', async (kind, sentence) => {
    const by = (satang: string) =>
      `UPDATE "ledger_transaction" SET "cameSatang" = "cameSatang" ${satang}, "leftSatang" = "leftSatang" ${satang} WHERE ${postingOf(1, kind)}`;
    const said = await whileSo(by('+ 1'), by('- 1'));
    expect(said).toContain('ไม่ตรงกัน 1 รายการ');
    expect(said).toContain(sentence);
  });

  it('are compared each night by the market clock', async () => {
    const done = () =>
      rows<{ status: string; found: number }>(
        `SELECT * FROM "reconciliation" WHERE "night" IS NOT NULL AND "status" <> 'due'`,
      );
    expect(await done()).toHaveLength(0);
    // Three payments and a refund ask for one look at the books.
    expect(await rows(`SELECT "id" FROM "due_event" WHERE "verb" = 'money.reconcile'`)).toHaveLength(1);
    const [attempt] = await rows(`SELECT "id" FROM "attempt" WHERE "sandboxId" = '${shop.market}'`);
    await shop.me.visit(`/attempts/${attempt?.id}`);
    await shop.me.pressIn(`/m/${shop.market}/clock/next-morning`);
    expect(shop.me.page.status).toBe(200);
    const [night, second] = await done();
    expect(second).toBeUndefined();
    expect(night).toMatchObject({ status: 'done' });
    expect(Number(night?.found)).toBe(0);
  });

  it('are compared by a command of the operator, too, who is told by its exit', async () => {
    const command = () =>
      run(process.execPath, ['dist/reconcile-cli.js'], { env: { ...process.env, ...place.settings } });
    expect((await command()).stdout).toContain('0 entries differ');
    const by = (satang: string) =>
      `UPDATE "ledger_transaction" SET "cameSatang" = "cameSatang" ${satang}, "leftSatang" = "leftSatang" ${satang} WHERE ${postingOf(1, 'provider_fee')}`;
    await rows(by('+ 1'));
    const failed = await command().catch((problem: { code: number; stdout: string }) => problem);
    await rows(by('- 1'));
    expect(failed).toMatchObject({ code: 1 });
    expect(failed.stdout).toContain(`${orders[1]?.intent}: our fee is`);
  });
});
