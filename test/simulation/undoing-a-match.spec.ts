import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { buy } from '../support/buying.js';
import { ledgerOf, ledgerUntruths } from '../support/ledger-truth.js';
import { sendParcel } from '../support/parcel.js';
import { closePlace, openPlace, type Place } from '../support/place.js';
import { tap, tapIn } from '../support/taps.js';
import { type MoneyShop, moneyShop } from '../support/week-of-money.js';

/** Two orders of one price, and money that came for the second: the seller taps the first. */
describe('a credit that was matched with the wrong order', () => {
  let place: Place;
  let shop: MoneyShop;
  let wrong: string;
  let right: string;
  let credit: string;

  beforeAll(async () => {
    place = await openPlace('undoing');
    shop = await moneyShop(place);
    wrong = await ordered();
    right = await ordered();
    await transfer(right);
    credit = await newestCredit();
  });
  afterAll(() => closePlace(place));

  const rows = <T = Record<string, string>>(sql: string) => place.raw.ask<T>(sql);
  const ordered = async () => {
    const { me, market, product } = shop;
    const group = await buy(me, market, product.split('/').at(-1) ?? '');
    await me.visit(group);
    await tap(tapIn(me, `${group}/payment`, { method: 'bank_transfer' }));
    return group;
  };
  const transfer = async (group: string) => {
    await shop.me.visit(`${group}/transfer`);
    await shop.me.press('โอนเงินฝึก', { how: 'exact' });
  };
  const newestCredit = async () => {
    await shop.me.visit(`${shop.money}/statement`);
    await shop.me.press('เปิดดูรายการล่าสุด');
    return shop.me.page.$(`main a[href^="${shop.money}/statement/"]`).first().attr('href') ?? '';
  };
  const orderOf = async (group: string) => {
    const [row] = await rows(`SELECT * FROM "market_order" WHERE "groupId" = '${group.split('/').at(-1)}'`);
    return row ?? {};
  };
  const state = async (group: string) => {
    const { orderStatus, paymentStatus, paidAt } = await orderOf(group);
    return `${orderStatus}/${paymentStatus}/${paidAt ? 'paid' : '-'}`;
  };
  const match = async (line: string, group: string) => {
    await shop.me.visit(line);
    await shop.me.pressIn(`${line}/match`, { order: (await orderOf(group)).id ?? '' });
  };
  const undo = async (line: string, group: string) => {
    await shop.me.visit(`${shop.money}/orders/${(await orderOf(group)).id}`);
    return tap(tapIn(shop.me, `${line}/undoing`));
  };
  const bank = async () => (await ledgerOf(place.raw, `${shop.market}.1`)).of('bank');
  const sound = async () => expect(await ledgerUntruths(place.raw, `${shop.market}.1`)).toEqual([]);
  const shelf = async () => {
    const [row] = await rows<{ reserved: number; allocated: number }>(
      `SELECT SUM("reserved") AS "reserved", SUM("allocated") AS "allocated" FROM "stock_level" WHERE "market" = '${shop.market}.1'`,
    );
    return { reserved: Number(row?.reserved), allocated: Number(row?.allocated) };
  };

  it('is undone by a tap: money, order, shelf and line are as they were, and the log tells of it', async () => {
    const before = { bank: await bank(), shelf: await shelf() };
    await match(credit, wrong);
    expect(await state(wrong)).toBe('placed/captured/paid');
    await shop.me.visit(`/m/${shop.market}/orders/${(await orderOf(wrong)).id}`);
    await shop.me.press('รับคำสั่งซื้อ');
    expect(await state(wrong)).toBe('confirmed/captured/paid');
    await undo(credit, wrong);
    expect(await state(wrong)).toBe('placed/pending/-');
    expect({ bank: await bank(), shelf: await shelf() }).toEqual(before);
    const told = await rows<{
      type: string;
    }>(`SELECT "type" FROM "activity_event" WHERE "chain" = 'market:${shop.market}.1'
      AND "type" IN ('bank_ledger.matched', 'bank_ledger.unmatched', 'payment.unseen', 'order.unpaid') ORDER BY "seq"`);
    expect(told.map(({ type }) => type).slice(-4)).toEqual([
      'bank_ledger.matched',
      'bank_ledger.unmatched',
      'payment.unseen',
      'order.unpaid',
    ]);
    await sound();
  });

  it('goes to the right order then, and both go on as if nothing had been', async () => {
    await match(credit, right);
    expect([await state(wrong), await state(right)]).toEqual(['placed/pending/-', 'placed/captured/paid']);
    expect(await bank()).toBe(Number((await orderOf(right)).totalSatang));
    await transfer(wrong);
    await match(await newestCredit(), wrong);
    expect(await state(wrong)).toBe('placed/captured/paid');
    await sound();
  });

  it('that was too much besides what was paid wants nothing back any more, and leaves the order paid', async () => {
    const third = await ordered();
    await transfer(third);
    const second = await newestCredit();
    await match(second, right);
    const wanted = () => rows(`SELECT "id" FROM "refund" WHERE "status" = 'wanted'`);
    expect(await wanted()).toHaveLength(1);
    await undo(second, right);
    expect([await wanted(), await state(right)]).toEqual([[], 'placed/captured/paid']);
    await match(second, third);
    expect(await state(third)).toBe('placed/captured/paid');
    await sound();
  });

  it('is not undone a second time, nor once money went back or the parcel left: the page says why', async () => {
    const third = (await orderOf(wrong)).id;
    const [line] = await rows(`SELECT "id" FROM "bank_transfer" WHERE "matchedTo" = '${third}'`);
    await shop.me.visit(`${shop.money}/orders/${third}`);
    const again = tapIn(shop.me, `${shop.money}/statement/${line?.id}/undoing`);
    await shop.me.pressIn(`${shop.money}/orders/${third}/refund`, { back: '1' });
    expect((await tap(again)).status).toBe(409);
    await shop.me.visit(`${shop.money}/orders/${third}`);
    expect(shop.me.page.$('main').text()).toContain('คืนเงินไปแล้ว ยกเลิกการจับคู่ไม่ได้');
    const id = (await orderOf(right)).id;
    await shop.me.visit(`${shop.money}/orders/${id}`);
    const late = tapIn(shop.me, `${credit}/undoing`);
    await sendParcel(shop.me, `/m/${shop.market}/orders/${id}`);
    expect((await tap(late)).status).toBe(409);
    await shop.me.visit(`${shop.money}/orders/${id}`);
    expect(shop.me.page.$('main').text()).toContain('ส่งของไปแล้ว ยกเลิกการจับคู่ไม่ได้');
    expect(shop.me.page.$(`form[action$="/undoing"]`)).toHaveLength(0);
    await sound();
  });
});
