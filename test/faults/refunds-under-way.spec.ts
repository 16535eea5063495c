import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type Stripe from 'stripe';
import { buy, cancelTap, cardTap, scanPage } from '../support/buying.js';
import { type FairShop, fairShop } from '../support/fair-shop.js';
import { ledgerOf, ledgerUntruths } from '../support/ledger-truth.js';
import { nextMorning } from '../support/mornings.js';
import { News } from '../support/news.js';
import { closePlace, control, openPlace, type Place, untilNone } from '../support/place.js';
import { changed, rowCounts } from '../support/row-counts.js';
import { tap } from '../support/taps.js';

const PAID = 'payment_intent.succeeded';

/** Refunds that take days: what is posted is posted when the money is there, once, in whatever order the news come. */
describe('a refund that is under way', () => {
  let place: Place;
  let shop: FairShop;
  let news: News;

  beforeAll(async () => {
    place = await openPlace('underway');
    // Too dear for the market's own shoppers: they would wait for news of their money that is held back.
    shop = await fairShop({ seed: 'under-way', base: place.app.url, pricePercent: 400 });
    const first = await buy(shop.me, shop.market, product());
    await tap(await cardTap(shop.me, first));
    await untilNone(async () => ((await state(first)) === 'placed/captured' ? [] : ['not paid']), 20);
    news = await News.heldBack(place, shop.market);
  });
  afterAll(() => closePlace(place));

  const product = () => shop.product.split('/').at(-1) ?? '';
  const rows = <T = Record<string, string>>(sql: string) => place.raw.ask<T>(sql);
  const orderOf = async (group: string) => {
    const [row] = await rows(`SELECT * FROM "market_order" WHERE "groupId" = '${group.split('/').at(-1)}'`);
    return row ?? {};
  };
  const state = async (group: string) => {
    const { orderStatus, paymentStatus } = await orderOf(group);
    return `${orderStatus}/${paymentStatus}`;
  };
  const intentOf = async (group: string) => {
    const [row] = await rows(
      `SELECT "providerIntentId" FROM "payment" WHERE "reference" = '${group.split('/').at(-1)}'`,
    );
    return String(row?.providerIntentId);
  };
  const refundOf = async (group: string): Promise<Stripe.Refund> => {
    const { data } = await news.stripe.refunds.list({ payment_intent: await intentOf(group) });
    return data[0] as Stripe.Refund;
  };
  const heard = async (type: string, id: string) => expect(await news.deliver(await news.newest(type, id))).toBe(200);
  const byCard = async () => {
    const group = await buy(shop.me, shop.market, product());
    await tap(await cardTap(shop.me, group));
    await heard(PAID, await intentOf(group));
    return group;
  };
  const byQr = async () => {
    const group = await buy(shop.me, shop.market, product());
    const page = await scanPage(shop.me, group);
    await fetch(`${place.app.url}${new URL(page).pathname}/payment`, { method: 'POST', redirect: 'manual' });
    await heard(PAID, await intentOf(group));
    return group;
  };
  const givenUp = async (group: string) => tap(await cancelTap(shop.me, shop.market, group));
  /** Satang that the ledger has given back to the buyer of an order, and in how many postings. */
  const back = async (group: string) => {
    const { id } = await orderOf(group);
    const { lines } = await ledgerOf(place.raw, `${shop.market}.1`);
    const its = lines.filter(
      ({ account, what, orderId }) => account === 'buyer' && what === 'refund' && orderId === id,
    );
    return { times: its.length, satang: its.reduce((sum, { amountSatang }) => sum + amountSatang, 0) };
  };
  const sound = async () => expect(await ledgerUntruths(place.raw, `${shop.market}.1`)).toEqual([]);
  const compared = async () => {
    await shop.me.visit(`/m/${shop.market}/money/reconciliation`);
    await shop.me.press('ตรวจตอนนี้');
    return shop.me.page.$('main').text().replace(/\s+/g, ' ');
  };
  const sellerReads = async (group: string) => {
    await shop.me.visit(`/m/${shop.market}/orders/${(await orderOf(group)).id}/refund`);
    return shop.me.page.$('main').text().replace(/\s+/g, ' ');
  };

  it('asks the buyer, then goes to the bank, and is posted once it is there, though the last news comes first', async () => {
    const group = await byQr();
    const total = Number((await orderOf(group)).totalSatang);
    await givenUp(group);
    const { id, status } = await refundOf(group);
    expect([status, await state(group)]).toEqual(['requires_action', 'cancelled/captured']);
    await control(place, shop.market, `refunds/${id}/outcome`, { outcome: 'answer' });
    const pending = await news.newest('refund.updated', id);
    expect(await news.deliver(pending)).toBe(200);
    expect([await state(group), await back(group)]).toEqual(['cancelled/captured', { times: 0, satang: 0 }]);
    expect(await compared()).toContain('ตรงกันทั้ง');
    await control(place, shop.market, `refunds/${id}/outcome`, { outcome: 'succeed' });
    const { data } = await news.stripe.events.list({ type: 'refund.updated', limit: 100 });
    const its = data.filter(({ data: { object } }) => (object as Stripe.Refund).id === id);
    expect(its).toHaveLength(2);
    for (const event of [...its, ...its]) expect(await news.deliver(event)).toBe(200);
    expect([await state(group), await back(group)]).toEqual(['cancelled/refunded', { times: 1, satang: total }]);
    const before = await rowCounts(place.raw, place.postgres);
    expect(await news.deliver(pending)).toBe(200);
    expect(changed(before, await rowCounts(place.raw, place.postgres))).toEqual({});
    expect(await compared()).toContain('ตรงกันทั้ง');
    await sound();
  });

  it('that the buyer never answers fails: nothing was posted, the seller reads it and the market still owes it', async () => {
    const group = await byQr();
    await givenUp(group);
    const { id } = await refundOf(group);
    await control(place, shop.market, `refunds/${id}/outcome`, { outcome: 'expire' });
    await heard('refund.failed', id);
    await heard('refund.updated', id);
    expect([await state(group), (await back(group)).times]).toEqual(['cancelled/captured', 0]);
    expect(await sellerReads(group)).toContain('คืนไม่สำเร็จ ตลาดจะคืนให้เอง');
    expect(await compared()).toContain('คืนเงินไม่สำเร็จ');
    await shop.me.press('โอนคืนผู้ซื้อแล้ว');
    expect([await state(group), (await back(group)).times]).toEqual(['cancelled/refunded', 1]);
    await sound();
  });

  it('comes back after it was there: its money is kept for the buyer again, and both books agree on it', async () => {
    const group = await byCard();
    const total = Number((await orderOf(group)).totalSatang);
    await givenUp(group);
    const { id } = await refundOf(group);
    expect([await state(group), await back(group)]).toEqual(['cancelled/refunded', { times: 1, satang: total }]);
    await control(place, shop.market, `refunds/${id}/outcome`, { outcome: 'fail' });
    await heard('refund.updated', id);
    await heard('refund.failed', id);
    expect([await state(group), await back(group)]).toEqual(['cancelled/captured', { times: 2, satang: 0 }]);
    const { sum } = await ledgerOf(place.raw, `${shop.market}.1`);
    const { id: order } = await orderOf(group);
    expect(sum(({ account, orderId }) => account === 'escrow' && orderId === order)).toBe(total);
    expect(await sellerReads(group)).toContain('คืนไม่สำเร็จ');
    expect(await compared()).toContain('ตรงกันทั้ง');
    await sound();
  });

  it('waits where the provider has too little, and is looked at each day until there is enough', async () => {
    const group = await byCard();
    const total = Number((await orderOf(group)).totalSatang);
    await control(place, shop.market, 'balance/settlement');
    const { available } = await news.stripe.balance.retrieve();
    await news.stripe.payouts.create({ amount: available[0]?.amount ?? 0, currency: 'thb' });
    await givenUp(group);
    const waiting = await refundOf(group);
    expect(waiting).toMatchObject({
      status: 'pending',
      pending_reason: 'insufficient_funds',
      balance_transaction: null,
    });
    for (let day = 0; day < 2; day += 1) await nextMorning(shop);
    expect([await state(group), await back(group)]).toEqual(['cancelled/captured', { times: 0, satang: 0 }]);
    expect(await sellerReads(group)).toContain('กำลังคืน');
    expect(await compared()).toContain('ตรงกันทั้ง');
    for (let more = 0; more < 2; more += 1) await byCard();
    await control(place, shop.market, 'balance/settlement');
    await untilNone(async () => ((await refundOf(group)).status === 'succeeded' ? [] : ['it waits']), 20);
    // No news of it comes through: the market looks by itself.
    await nextMorning(shop);
    expect([await state(group), await back(group)]).toEqual(['cancelled/refunded', { times: 1, satang: total }]);
    await heard('refund.updated', waiting.id);
    expect((await back(group)).times).toBe(1);
    expect(await compared()).toContain('ตรงกันทั้ง');
    await sound();
  });
});
