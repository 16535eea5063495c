import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type AtDoor, BUYERS, type Buyer, doorShop, ordersAtTheDoor, TERMS } from '../support/at-the-door.js';
import type { FairShop } from '../support/fair-shop.js';
import { ledgerOf, ledgerUntruths } from '../support/ledger-truth.js';
import { nextMorning } from '../support/mornings.js';
import { sendParcel } from '../support/parcel.js';
import { closePlace, openPlace, type Place } from '../support/place.js';

describe('cash on delivery from the order to the last satang', () => {
  let place: Place;
  let shop: FairShop;
  let orders: Record<Buyer, AtDoor>;

  beforeAll(async () => {
    place = await openPlace(`cod${process.env.JEST_WORKER_ID}`);
    shop = await doorShop('cod', place.app.url);
  });
  afterAll(() => closePlace(place));

  const text = () => shop.me.page.$('main').text().replace(/\s+/g, ' ');
  const rows = <T = AtDoor>(sql: string) => place.raw.ask<T>(sql);
  const told = async (type: string) => {
    const events = await rows<{ objectId: string; payload: string }>(`SELECT "objectId", "payload" FROM "activity_event"
      WHERE "chain" = 'market:${shop.market}.1' AND "type" = '${type}' ORDER BY "seq"`);
    return events.map(({ objectId, payload }) => ({ objectId, ...JSON.parse(payload) }));
  };
  const go = (path: string) => shop.me.visit(`/m/${shop.market}/${path}`);
  const sale = (buyer: Buyer) => `orders/${orders[buyer].id}`;
  const total = (buyer: Buyer) => Number(orders[buyer].totalSatang);
  const baht = (satang: number) =>
    `฿${(satang / 100).toLocaleString('en', { minimumFractionDigits: satang % 100 ? 2 : 0 })}`;
  const heldBy = async (account: string, { id }: AtDoor) =>
    (await ledgerOf(place.raw, `${shop.market}.1`)).sum((line) => line.account === account && line.orderId === id);
  const sound = async () => expect(await ledgerUntruths(place.raw, `${shop.market}.1`)).toEqual([]);
  /** The line of the forecast's open items that names the order. */
  const forecastOf = async (buyer: Buyer) => {
    const back = new URL(shop.me.page.path, shop.me.base).pathname;
    await go('money/forecast');
    const line = shop.me.page.$(`main li:contains("${orders[buyer].number}")`).text().replace(/\s+/g, ' ');
    await shop.me.visit(back);
    return line;
  };
  /** Less the courier's fee and the market's commission, each with its VAT. */
  const netOf = ({ totalSatang, commissionSatang, commissionVatSatang }: AtDoor) => {
    const fee = Math.floor((Number(totalSatang) * 300 + 5_000) / 10_000);
    const vat = Math.floor((fee * 700 + 5_000) / 10_000);
    return Number(totalSatang) - fee - vat - Number(commissionSatang) - Number(commissionVatSatang);
  };
  const section = (state: string) =>
    shop.me.page.$(`section:has(> h2:contains("${state}"))`).text().replace(/\s+/g, ' ');
  const mornings = async (days: number) => {
    for (let day = 0; day < days; day += 1) await nextMorning(shop);
  };

  it('is asked for within the terms that the seller has set, and beyond', async () => {
    await go('shop/payments');
    await shop.me.press('บันทึก', { ...TERMS, codRefusals: 'สอง' });
    expect([shop.me.page.status, text().includes('ใส่จำนวนครั้ง 1 ถึง 20')]).toEqual([422, true]);
    orders = await ordersAtTheDoor(place, shop);
    await go('shop/payments');
    const ticked = shop.me.page.$('input[name^=codZone_][checked]').map((_i, box) => shop.me.page.$(box).attr('name'));
    expect([ticked.get(), shop.me.page.$('[name=codRefusals]').attr('value')]).toEqual([
      ['codZone_bangkok', 'codZone_upcountry'],
      '2',
    ]);
    const asked = Object.values(orders);
    expect(asked.map(({ outside, paymentStatus }) => [outside, paymentStatus])).toEqual(
      ['', 'area', '', '', 'history'].map((outside) => [outside, 'on_delivery']),
    );
  });

  it('shows the order beside the terms, and sends the buyer what the seller writes', async () => {
    await go(sale('islander'));
    expect(text()).toContain('ตรวจเงื่อนไขและยืนยันเก็บเงินปลายทาง');
    await go(`${sale('islander')}/cod`);
    for (const words of [
      'เกาะ',
      'กรุงเทพฯ · ต่างจังหวัด',
      'ไม่ส่งเกาะ',
      'ไม่เกิน ฿20,000',
      'ไม่เคย',
      'น้อยกว่า 2 ครั้ง',
      'ภายใน 5 วัน',
    ])
      expect(text()).toContain(words);
    await shop.me.press('ส่งข้อความยืนยัน', { words: '  ' });
    expect([shop.me.page.status, text().includes('เขียนข้อความถึงผู้ซื้อก่อน')]).toEqual([422, true]);
    await shop.me.press('ส่งข้อความยืนยัน', { words: 'โทร 081-234-5678 เปิดดูก่อนจ่ายได้' });
    expect(shop.me.page.status).toBe(422);
    const words = 'เปิดดูก่อนจ่ายได้ ขอเงินคืนได้ภายใน 5 วัน';
    await shop.me.press('ส่งข้อความยืนยัน', { words, reason: 'ลูกค้าประจำ' });
    expect(text()).toContain('ยืนยันกับผู้ซื้อแล้วเมื่อ');
    expect(text()).toContain(words);
    const { number, id: objectId } = orders.islander;
    expect((await told('cod.confirmed')).at(-1)).toEqual({
      objectId,
      number,
      words,
      reason: 'ลูกค้าประจำ',
      outside: ['area'],
    });
  });

  it('lies with the courier from the door on, and comes less its fee five days later', async () => {
    for (const buyer of Object.keys(BUYERS) as Buyer[]) await sendParcel(shop.me, `/m/${shop.market}/${sale(buyer)}`);
    await go('money/cod');
    expect(section('ยังไม่ถึงผู้ซื้อ')).toContain(orders.plain.number);
    await mornings(5);
    await sound();
    await go('money/cod');
    expect(section('ขนส่งเก็บเงินแล้ว รอโอนมา')).toContain(orders.plain.number);
    expect(await heldBy('courier', orders.plain)).toBe(total('plain'));
    expect(await forecastOf('plain')).toContain(baht(netOf(orders.plain)));
    await mornings(6);
    await sound();
    await go('money/cod');
    const fee = Math.floor((total('plain') * 300 + 5_000) / 10_000);
    const vat = Math.floor((fee * 700 + 5_000) / 10_000);
    const done = section('โอนมาครบแล้ว');
    for (const words of [orders.plain.number, `ก่อนหักค่าบริการ${baht(total('plain'))}`, `−${baht(fee + vat)}`])
      expect(done).toContain(words);
    expect((await told('cod.remitted')).find(({ objectId }) => objectId === orders.plain.id)).toMatchObject({
      remittedSatang: total('plain') - fee - vat,
      missingSatang: 0,
    });
  });

  it('is claimed where a part is missing, and comes in full a day later', async () => {
    expect(section('โอนมาไม่ครบ')).toContain(`ยังขาด${baht(5_000)}`);
    expect(await heldBy('courier', orders.short)).toBe(5_000);
    expect(await forecastOf('short')).toContain(baht(5_000));
    await shop.me.pressIn(`/m/${shop.market}/money/cod/${orders.short.id}/claim`);
    expect(text()).toContain('ทวงแล้วเมื่อ');
    expect((await told('cod.claimed')).at(-1)).toMatchObject({ objectId: orders.short.id, missingSatang: 5_000 });
    await nextMorning(shop);
    await nextMorning(shop);
    await sound();
    expect(await heldBy('courier', orders.short)).toBe(0);
    await go('money/cod');
    expect(section('โอนมาครบแล้ว')).toContain(orders.short.number);
    expect(section('โอนมาไม่ครบ')).toBe('');
  });

  it('comes days too late from a late courier, and from nobody twice', async () => {
    const [late, plain] = (await told('cod.remitted')).filter(({ objectId }) =>
      [orders.late.id, orders.plain.id].includes(objectId),
    );
    expect([late?.objectId, plain?.objectId]).toEqual([orders.plain.id, orders.late.id]);
    const again = await told('cod.remitted');
    expect(again.filter(({ objectId }) => objectId === orders.late.id)).toHaveLength(1);
  });

  it('leaves of a refused parcel its way home to pay, and the goods on the shelf', async () => {
    await go('money/cod');
    const back = section('ผู้ซื้อไม่รับ ของกลับมาแล้ว');
    expect(back).toContain(orders.refuser.number);
    const [line] = (await ledgerOf(place.raw, `${shop.market}.1`)).lines.filter(
      ({ account, what }) => account === 'shop' && what === 'return_fee',
    );
    expect(line).toMatchObject({ account: 'shop', orderId: orders.refuser.id });
    expect(back).toContain(`ค่าส่งกลับ ผู้ซื้อไม่รับ−${baht(-Number(line?.amountSatang))}`);
    expect(line?.payoutId).not.toBeNull();
    await go(`money/payouts/${line?.payoutId}`);
    expect(text()).toContain('ค่าส่งกลับ ผู้ซื้อไม่รับ');
    expect(await heldBy('courier', orders.refuser)).toBe(0);
    const moved = await rows<{ kind: string }>(`SELECT "kind" FROM "stock_movement"
      WHERE "market" = '${shop.market}.1' AND "kind" = 'come_back'`);
    expect(moved.length).toBeGreaterThan(0);
  });

  it('goes back by a transfer of the shop’s own, at most what was collected, and the commission with it', async () => {
    await go(`${sale('plain')}/refund`);
    expect(text()).toContain('ขนส่งเก็บจากผู้ซื้อ');
    expect(shop.me.page.$('[name=more]')).toHaveLength(0);
    const kept = await heldBy('shop', orders.plain);
    await shop.me.press('โอนคืน', { back: String(total('plain') / 100 + 1) });
    expect(shop.me.page.status).toBe(409);
    await go(`money/orders/${orders.plain.id}`);
    await shop.me.press('โอนคืน', { back: '100' });
    expect(text()).toContain('฿100');
    await go(`money/orders/${orders.plain.id}`);
    await shop.me.press('โอนคืน', { back: String(total('plain') / 100 - 100) });
    await sound();
    const [order] = await rows(`SELECT * FROM "market_order" WHERE "id" = '${orders.plain.id}'`);
    expect(order?.paymentStatus).toBe('refunded');
    expect(await heldBy('buyer', orders.plain)).toBe(total('plain'));
    expect(await heldBy('bank', orders.plain)).toBe(-total('plain'));
    // The market's commission is back, the courier's fee is not.
    expect(await heldBy('shop', orders.plain)).toBeGreaterThan(kept);
    expect((await told('order.refunded')).map(({ amountSatang }) => amountSatang)).toEqual([
      10_000,
      total('plain') - 10_000,
    ]);
  });

  it('cannot be confirmed any more, nor claimed where nothing is missing', async () => {
    await go(`${sale('plain')}/cod`);
    expect(text()).toContain('จึงยืนยันไม่ได้');
    expect(shop.me.page.$('[name=words]')).toHaveLength(0);
    const claims = shop.me.page.$('form[action$="/claim"]');
    expect(claims).toHaveLength(0);
  });
});
