import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type Stripe from 'stripe';
import { buy, cancelTap, cardTap, scanPage } from '../support/buying.js';
import { type FairShop, fairShop } from '../support/fair-shop.js';
import { ledgerOf, ledgerUntruths } from '../support/ledger-truth.js';
import { nextMorning } from '../support/mornings.js';
import { sendParcel } from '../support/parcel.js';
import { closePlace, openPlace, type Place, providerOf, untilNone } from '../support/place.js';
import { tap, tapIn } from '../support/taps.js';

/** One shop, one week: a sale by QR, one by card, one at the door, and one that is cancelled after it was paid. */
describe("a market's money", () => {
  let place: Place;
  let shop: FairShop;
  let market: string;
  let stripe: Stripe;

  beforeAll(async () => {
    place = await openPlace('money');
    // Too dear for the market's own shoppers.
    shop = await fairShop({ seed: 'money', base: place.app.url, pricePercent: 400 });
    market = `${shop.market}.1`;
    await shop.me.visit(`/m/${shop.market}/money/account`);
    await shop.me.press('ใช้บัญชีนี้', { kind: shop.me.page.$('[name=kind]').first().attr('value') ?? '' });
    await shop.me.visit(`/m/${shop.market}/shop/payments`);
    await shop.me.press('บันทึก', { use_cod: '1', codLimit: '20000', codArea: 'ทั่วไทย', codInspection: 'เปิดดูได้' });
  });
  afterAll(() => closePlace(place));

  const product = () => shop.product.split('/').at(-1) ?? '';
  const rows = <T>(sql: string) => place.raw.ask<T>(sql);
  const orderOf = async (group: string) => {
    const [row] = await rows<{
      id: string;
      totalSatang: number;
      commissionSatang: number;
      commissionVatSatang: number;
      paymentStatus: string;
    }>(`SELECT * FROM "market_order" WHERE "groupId" = '${group.split('/').at(-1)}'`);
    if (!row) throw new Error(`${group} has no order.`);
    return row;
  };
  const untilPayment = (group: string, status: string) =>
    untilNone(async () => ((await orderOf(group)).paymentStatus === status ? [] : [`${group} is not ${status}`]), 20);
  const sound = async () => expect(await ledgerUntruths(place.raw, market)).toEqual([]);
  const heldBy = async (account: string, group: string) => {
    const { id } = await orderOf(group);
    return (await ledgerOf(place.raw, market)).sum((line) => line.account === account && line.orderId === id);
  };
  const send = async (group: string) => sendParcel(shop.me, `/m/${shop.market}/orders/${(await orderOf(group)).id}`);

  const byCard = async () => {
    const group = await buy(shop.me, shop.market, product());
    await tap(await cardTap(shop.me, group));
    await untilPayment(group, 'captured');
    await sound();
    return group;
  };
  let carded: string;
  let scanned: string;
  let atDoor: string;
  let cancelled: string;

  it('lies with the market from the payment on, less what the provider keeps', async () => {
    carded = await byCard();
    stripe = await providerOf(place, shop.market);
    scanned = await buy(shop.me, shop.market, product());
    const page = await scanPage(shop.me, scanned);
    await fetch(`${place.app.url}${new URL(page).pathname}/payment`, { method: 'POST', redirect: 'manual' });
    await untilPayment(scanned, 'captured');
    await sound();
    for (const group of [carded, scanned]) {
      const { totalSatang } = await orderOf(group);
      expect(await heldBy('escrow', group)).toBe(Number(totalSatang));
      expect(await heldBy('shop', group)).toBeLessThan(0);
    }
  });

  it('goes back whole when the order is cancelled, but for the fee', async () => {
    cancelled = await byCard();
    await tap(await cancelTap(shop.me, shop.market, cancelled));
    await untilPayment(cancelled, 'refunded');
    await sound();
    expect(await heldBy('escrow', cancelled)).toBe(0);
    expect(await heldBy('buyer', cancelled)).toBe(Number((await orderOf(cancelled)).totalSatang));
    expect(await heldBy('shop', cancelled)).toBeLessThan(0);
  });

  it('is with the courier from the door on', async () => {
    atDoor = await buy(shop.me, shop.market, product());
    await shop.me.visit(atDoor);
    await tap(tapIn(shop.me, `${atDoor}/payment`, { method: 'cod' }));
    for (const group of [carded, scanned, atDoor]) await send(group);
    for (let day = 0; day < 4 && (await orderOf(atDoor)).paymentStatus !== 'captured'; day += 1)
      await nextMorning(shop);
    await sound();
    expect(await heldBy('courier', atDoor)).toBe(Number((await orderOf(atDoor)).totalSatang));
  });

  it("becomes the shop's some days later, and is paid out on Mondays as the sum of its lines", async () => {
    for (let day = 0; day < 16; day += 1) {
      await nextMorning(shop);
      await sound();
    }
    const { lines, sum, of } = await ledgerOf(place.raw, market);
    expect(of('escrow')).toBe(0);
    expect(of('shop')).toBe(0);
    const payouts = await rows<{ id: string; status: string; amountSatang: string | number }>(
      `SELECT * FROM "shop_payout" WHERE "market" = '${market}' ORDER BY "payday"`,
    );
    const paid = payouts.filter(({ status }) => status === 'paid');
    expect(paid.length).toBeGreaterThan(0);
    for (const { id, amountSatang } of paid) {
      const released = sum(({ payoutId, what }) => payoutId === id && what !== 'payout');
      expect(Number(amountSatang)).toBe(released);
      expect(lines.filter(({ payoutId, what }) => payoutId === id && what === 'payout')).toHaveLength(1);
    }
    expect(of('bank')).toBe(paid.reduce((all, { amountSatang }) => all + Number(amountSatang), 0));
  });

  it('is for each sale what was paid, less the fee of its method and the commission of the day it was placed', async () => {
    const vat = (fee: number) => Math.floor((fee * 700 + 5_000) / 10_000);
    const fees = { [carded]: [365, 1_000], [scanned]: [165, 0], [atDoor]: [300, 0] } as const;
    for (const [group, [basisPoints = 0, fixed = 0]] of Object.entries(fees)) {
      const order = await orderOf(group);
      const total = Number(order.totalSatang);
      const fee = Math.floor((total * basisPoints + 5_000) / 10_000) + fixed;
      const commission = Number(order.commissionSatang);
      expect(Number(order.commissionVatSatang)).toBe(vat(commission));
      expect(await heldBy('shop', group)).toBe(total - fee - vat(fee) - commission - vat(commission));
    }
  });

  it('that goes back after the payout is a negative line of the next one, and a part of the commission with it', async () => {
    const giveBack = async (group: string, amount: string) => {
      await shop.me.visit(`/m/${shop.market}/orders/${(await orderOf(group)).id}/refund`);
      await shop.me.press('คืนเงิน', { amount, reason: 'ของมีตำหนิ' });
      return shop.me.page.$('main').text().replace(/\s+/g, ' ');
    };
    const { totalSatang: most } = await orderOf(carded);
    expect(await giveBack(carded, String(Number(most) / 100 + 1))).toContain('คืนได้ไม่เกิน');
    expect(await giveBack(carded, '50')).toContain('คืนแล้ว−฿50');
    await untilPayment(carded, 'partially_refunded');
    const { totalSatang } = await orderOf(scanned);
    // A PromptPay buyer is asked for an account first: it takes until the next day.
    expect(await giveBack(scanned, String(Number(totalSatang) / 100))).toContain('กำลังคืน');
    expect((await orderOf(scanned)).paymentStatus).toBe('captured');
    await sound();
    for (let day = 0; day < 8; day += 1) await nextMorning(shop);
    expect((await orderOf(scanned)).paymentStatus).toBe('refunded');
    await sound();
    const { lines } = await ledgerOf(place.raw, market);
    const back = lines.filter(({ account, what }) => account === 'shop' && what === 'refund');
    expect(back.map(({ amountSatang }) => amountSatang).sort((a, b) => a - b)).toEqual([-Number(totalSatang), -5_000]);
    const [statement] = await rows<{ status: string }>(
      `SELECT "status" FROM "shop_payout" WHERE "id" = '${back[0]?.payoutId}'`,
    );
    expect(statement?.status).toBe('carried');
    // Of what is wholly back the market keeps no commission; the fee of the payment and of the refund stay lost.
    const { id } = await orderOf(scanned);
    const kept = lines.filter(
      ({ account, what, orderId }) => account === 'shop' && orderId === id && what.startsWith('commission'),
    );
    expect(kept.reduce((all, { amountSatang }) => all + amountSatang, 0)).toBe(0);
    expect(await heldBy('shop', scanned)).toBeLessThan(-1_000);
  });

  it('comes into the account of the shop at the practice bank', async () => {
    await shop.me.visit(`/m/${shop.market}/money/statement`);
    if (!shop.me.page.$('main').text().includes('ตลาดแล็บ'))
      await shop.me.pressIn(`/m/${shop.market}/money/statement/viewing`);
    expect(shop.me.page.$('main').text()).toContain('ตลาดแล็บ โอนเงินค่าขาย');
  });

  it('agrees with the provider to the satang', async () => {
    let [net, fee] = [0, 0];
    for await (const booked of stripe.balanceTransactions.list({ limit: 100 })) {
      net += booked.net;
      fee += booked.fee;
    }
    const { id, totalSatang } = await orderOf(atDoor);
    const { of, sum } = await ledgerOf(place.raw, market);
    const ofMethod = sum(({ account, what }) => account === 'vat' && what !== 'commission_vat');
    const ofCourier = -sum(
      ({ account, what, orderId }) => account === 'shop' && what === 'method_fee_vat' && orderId === id,
    );
    expect(of('provider') + ofMethod - ofCourier).toBe(fee);
    expect(-of('buyer') - Number(totalSatang) - fee).toBe(net);
  });
});
