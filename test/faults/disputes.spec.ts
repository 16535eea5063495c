import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { buy, cancelTap, cardTap } from '../support/buying.js';
import { type FairShop, fairShop } from '../support/fair-shop.js';
import { ledgerOf, ledgerUntruths } from '../support/ledger-truth.js';
import { nextMorning } from '../support/mornings.js';
import { News } from '../support/news.js';
import { sendParcel } from '../support/parcel.js';
import { closePlace, control, openPlace, type Place, untilNone } from '../support/place.js';
import { changed, rowCounts } from '../support/row-counts.js';
import { tap } from '../support/taps.js';

const PAID = 'payment_intent.succeeded';

/** Buyers who complain to their banks: one before the parcel leaves, one after the shop was paid, and how the banks decide. */
describe('a dispute', () => {
  let place: Place;
  let shop: FairShop;
  let news: News;

  beforeAll(async () => {
    place = await openPlace('disputes');
    // Too dear for the market's own shoppers: they would wait for news of their money that is held back.
    shop = await fairShop({ seed: 'disputes', base: place.app.url, pricePercent: 400 });
    const first = await buy(shop.me, shop.market, product());
    await tap(await cardTap(shop.me, first));
    await untilNone(async () => ((await orderOf(first)).paymentStatus === 'captured' ? [] : ['not paid']), 20);
    news = await News.heldBack(place, shop.market);
  });
  afterAll(() => closePlace(place));

  const product = () => shop.product.split('/').at(-1) ?? '';
  const rows = <T = Record<string, string>>(sql: string) => place.raw.ask<T>(sql);
  const orderOf = async (group: string) => {
    const [row] = await rows(`SELECT * FROM "market_order" WHERE "groupId" = '${group.split('/').at(-1)}'`);
    return row ?? {};
  };
  const intentOf = async (group: string) => {
    const [row] = await rows(
      `SELECT "providerIntentId" FROM "payment" WHERE "reference" = '${group.split('/').at(-1)}'`,
    );
    return String(row?.providerIntentId);
  };
  const heard = async (type: string, id: string) => expect(await news.deliver(await news.newest(type, id))).toBe(200);
  const byCard = async () => {
    const group = await buy(shop.me, shop.market, product());
    await tap(await cardTap(shop.me, group));
    await heard(PAID, await intentOf(group));
    return group;
  };
  /** The buyer complains; answers the dispute's id. The market has not heard of it. */
  const complain = async (group: string, reason = 'product_not_received') => {
    const { latest_charge } = await news.stripe.paymentIntents.retrieve(await intentOf(group));
    await control(place, shop.market, `charges/${latest_charge}/dispute`, { reason });
    const { data } = await news.stripe.disputes.list({ payment_intent: await intentOf(group) });
    return data[0]?.id ?? '';
  };
  const decide = (dispute: string, verdict: string) =>
    control(place, shop.market, `disputes/${dispute}/verdict`, { verdict });
  const handIn = (dispute: string) =>
    news.stripe.disputes.update(dispute, { evidence: { shipping_tracking_number: 'FK1' }, submit: true });
  const held = async (account: string, group: string, what?: string) => {
    const { id } = await orderOf(group);
    const { sum } = await ledgerOf(place.raw, `${shop.market}.1`);
    return sum((line) => line.account === account && line.orderId === id && (!what || line.what.startsWith(what)));
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

  it('that was not heard of is named in the report, in both languages', async () => {
    const group = await byCard();
    const dispute = await complain(group);
    expect(await compared()).toContain('ไม่ตรงกัน 1 รายการ');
    expect(shop.me.page.$('main').text()).toContain('ผู้ซื้อค้านกับธนาคาร');
    expect(shop.me.page.$('main').text()).toContain(dispute);
    await shop.me.pressIn('/language', { language: 'en' });
    await shop.me.visit(`/m/${shop.market}/money/reconciliation`);
    expect(shop.me.page.$('main').text()).toContain('A buyer complained to his bank');
    await shop.me.pressIn('/language', { language: 'th' });
    await heard('charge.dispute.created', dispute);
    expect(await compared()).toContain('ตรงกันทั้ง');
  });

  it('takes what was kept, and a fee of the shop, once; nothing goes back besides, and when it is lost it stays so', async () => {
    const group = await byCard();
    const total = Number((await orderOf(group)).totalSatang);
    const dispute = await complain(group);
    await heard('charge.dispute.funds_withdrawn', dispute);
    await heard('charge.dispute.created', dispute);
    expect([await held('escrow', group), await held('buyer', group), await held('shop', group, 'dispute')]).toEqual([
      0,
      total,
      -(50_000 + 3_500),
    ]);
    const before = await rowCounts(place.raw, place.postgres);
    await heard('charge.dispute.created', dispute);
    expect(changed(before, await rowCounts(place.raw, place.postgres))).toEqual({});
    expect(await sellerReads(group)).toContain('ผู้ซื้อค้านกับธนาคาร เงินถูกดึงกลับระหว่างรอตัดสิน');
    expect((await tap(await cancelTap(shop.me, shop.market, group))).status).toBe(409);
    await decide(dispute, 'lapse');
    await heard('charge.dispute.closed', dispute);
    expect(await sellerReads(group)).toContain('ธนาคารตัดสินให้ผู้ซื้อ');
    expect([await held('escrow', group), await held('buyer', group)]).toEqual([0, total]);
    expect(await compared()).toContain('ตรงกันทั้ง');
    await sound();
  });

  it('that is won gives back the money and the fee, though its last news comes first', async () => {
    const group = await byCard();
    const total = Number((await orderOf(group)).totalSatang);
    const dispute = await complain(group);
    await handIn(dispute);
    await decide(dispute, 'win');
    for (const type of ['funds_reinstated', 'closed', 'updated', 'created', 'funds_withdrawn'])
      await heard(`charge.dispute.${type}`, dispute);
    expect([await held('escrow', group), await held('buyer', group), await held('shop', group, 'dispute')]).toEqual([
      total,
      0,
      0,
    ]);
    expect(await sellerReads(group)).toContain('ธนาคารตัดสินให้ร้าน');
    expect(await compared()).toContain('ตรงกันทั้ง');
    await sound();
  });

  it('after the payout is a negative line of the next, with the commission back; won, all of it comes again', async () => {
    const group = await byCard();
    await sendParcel(shop.me, `/m/${shop.market}/orders/${(await orderOf(group)).id}`);
    for (let day = 0; day < 14; day += 1) await nextMorning(shop);
    const [paid, commission] = [await held('shop', group), await held('shop', group, 'commission')];
    expect([paid > 0, commission < 0, await held('escrow', group)]).toEqual([true, true, 0]);
    const dispute = await complain(group);
    await heard('charge.dispute.created', dispute);
    const lines = await rows<{ payoutId: string | null }>(`SELECT l."payoutId" FROM "ledger_line" l
      JOIN "ledger_transaction" t ON t."id" = l."transactionId" WHERE t."kind" = 'disputed' AND l."account" = 'shop'
      AND l."orderId" = '${(await orderOf(group)).id}'`);
    expect(lines.map(({ payoutId }) => payoutId !== null)).toEqual([true]);
    expect([await held('shop', group, 'commission'), (await held('shop', group)) < 0]).toEqual([0, true]);
    await sound();
    await handIn(dispute);
    await decide(dispute, 'win');
    await heard('charge.dispute.closed', dispute);
    expect([await held('shop', group), await held('shop', group, 'commission')]).toEqual([paid, commission]);
    expect(await compared()).toContain('ตรงกันทั้ง');
    await sound();
  });

  it('that is won after the day of its release is released all the same', async () => {
    const group = await byCard();
    const dispute = await complain(group);
    await heard('charge.dispute.created', dispute);
    await sendParcel(shop.me, `/m/${shop.market}/orders/${(await orderOf(group)).id}`);
    for (let day = 0; day < 10; day += 1) await nextMorning(shop);
    expect(await held('shop', group, 'sale')).toBe(0);
    await handIn(dispute);
    await decide(dispute, 'win');
    await heard('charge.dispute.closed', dispute);
    for (let day = 0; day < 10; day += 1) await nextMorning(shop);
    expect(await held('escrow', group)).toBe(0);
    expect(await held('shop', group, 'sale')).toBe(Number((await orderOf(group)).totalSatang));
    expect((await held('shop', group, 'commission')) < 0).toBe(true);
    await sound();
  });

  it('that only asks takes nothing, and money older than the ledger is named and wants nobody', async () => {
    const group = await byCard();
    const dispute = await complain(group, 'inquiry');
    await heard('charge.dispute.created', dispute);
    expect([await held('buyer', group), await sellerReads(group)]).toEqual([0, expect.stringContaining('สอบถาม')]);
    const intent = await intentOf(group);
    const [payment] = await rows(`SELECT "id" FROM "payment" WHERE "providerIntentId" = '${intent}'`);
    await rows(`DELETE FROM "ledger_line" WHERE "transactionId" IN
      (SELECT "id" FROM "ledger_transaction" WHERE "objectId" = '${payment?.id}')`);
    await rows(`DELETE FROM "ledger_transaction" WHERE "objectId" = '${payment?.id}'`);
    expect(await compared()).toContain('สมุดเราไม่มีรายการนี้');
    await rows(`UPDATE "payment" SET "beforeLedger" = 1 WHERE "id" = '${payment?.id}'`);
    const said = await compared();
    expect([said.includes('ตรงกันทั้ง'), said.includes('เก่ากว่าสมุดเงิน'), said.includes(intent)]).toEqual([
      true,
      true,
      true,
    ]);
  });
});
