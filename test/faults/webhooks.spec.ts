import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { buy, cancelTap, cardTap, scanPage } from '../support/buying.js';
import { ledgerUntruths } from '../support/ledger-truth.js';
import { News } from '../support/news.js';
import { closePlace, control, openPlace, type Place, untilNone } from '../support/place.js';
import { changed, rowCounts } from '../support/row-counts.js';
import { type SmallShop, shelve, smallShop } from '../support/small-shop.js';
import { tap } from '../support/taps.js';
import { untruths } from '../support/truth.js';

const PAID = 'payment_intent.succeeded';
const FAILED = 'payment_intent.payment_failed';

describe('the news that the provider sends', () => {
  let place: Place;
  let shop: SmallShop;
  let news: News;

  beforeAll(async () => {
    place = await openPlace('webhooks');
    shop = await smallShop(place.app.url);
    await shelve(shop, 12);
    // The first order makes the market known to the provider; from then on its news are held back.
    await tap(await cardTap(shop.me, await order()));
    await untilNone(() => untruths(place, shop.market), 30);
    news = await News.heldBack(place, shop.market);
  });
  afterAll(() => closePlace(place));

  const order = (pieces = 1) => buy(shop.me, shop.market, shop.product, pieces);
  const rows = (sql: string) => place.raw.ask<Record<string, unknown>>(sql);
  const reference = (group: string) => group.split('/').at(-1) ?? '';
  const counts = () => rowCounts(place.raw, place.postgres);
  const state = async (group: string) => {
    const [row] = await rows(`SELECT * FROM "market_order" WHERE "groupId" = '${reference(group)}'`);
    return `${row?.orderStatus}/${row?.paymentStatus}`;
  };
  const intentOf = async (group: string, attempt = 1) => {
    const [row] = await rows(`SELECT "providerIntentId" FROM "payment"
      WHERE "reference" = '${reference(group)}' AND "attempt" = ${attempt}`);
    return String(row?.providerIntentId);
  };
  const payByCard = async (group: string, card?: string) =>
    expect((await tap(await cardTap(shop.me, group, card))).status).toBe(303);
  const scan = async (page: string) =>
    fetch(`${place.app.url}${new URL(page).pathname}/payment`, { method: 'POST', redirect: 'manual' });
  /** With nothing on the shelf: the market's own shoppers would wait for news of their money that is held back. */
  const nextMorning = async () => {
    const listing = `/m/${shop.market}/products/${shop.product}`;
    const [row] = await rows(`SELECT "id" FROM "attempt" WHERE "sandboxId" = '${shop.market}'`);
    await shop.me.visit(listing);
    await shop.me.press('หยุดขาย');
    await shop.me.visit(`/attempts/${row?.id}`);
    await shop.me.pressIn(`/m/${shop.market}/clock/next-morning`);
    await shop.me.visit(listing);
    await shop.me.press('ลงขาย');
  };

  it('has its effect once, though it comes three times at once and once more', async () => {
    const group = await order();
    await payByCard(group);
    expect(await state(group)).toBe('placed/pending');
    const event = await news.newest(PAID, await intentOf(group));
    expect(await Promise.all([1, 2, 3].map(() => news.deliver(event)))).toEqual([200, 200, 200]);
    expect(await state(group)).toBe('placed/captured');
    const before = await counts();
    expect(await news.deliver(event)).toBe(200);
    expect(changed(before, await counts())).toEqual({});
    expect(await untruths(place, shop.market)).toEqual([]);
  });

  it('is refused and has no effect with a wrong, a missing or a stale signature', async () => {
    const group = await order();
    await payByCard(group);
    const event = await news.newest(PAID, await intentOf(group));
    const before = await counts();
    expect(await news.deliver(event, { secret: 'whsec_of_somebody_else' })).toBe(403);
    expect(await news.deliver(event, { timestamp: Math.floor(Date.now() / 1000) - 3600 })).toBe(403);
    expect(await news.post(JSON.stringify(event), {})).toBe(403);
    expect(changed(before, await counts())).toEqual({});
    expect(await state(group)).toBe('placed/pending');
    expect(await news.deliver(event)).toBe(200);
  });

  it('counts as the money came, though the failure before it is heard after it', async () => {
    const group = await order();
    await payByCard(group, 'pm_card_chargeDeclined');
    const intent = await intentOf(group);
    await news.stripe.paymentIntents.confirm(intent, {
      payment_method: 'pm_card_visa',
      return_url: 'http://shop.test/back',
    });
    expect(await news.deliver(await news.newest(PAID, intent))).toBe(200);
    expect(await state(group)).toBe('placed/captured');
    expect(await news.deliver(await news.newest(FAILED, intent))).toBe(200);
    expect(await state(group)).toBe('placed/captured');
  });

  it('of a second payment sends that one back, also when it is the newer attempt and the order is cancelled at once', async () => {
    const group = await order();
    const page = await scanPage(shop.me, group);
    await payByCard(group);
    expect((await scan(page)).status).toBe(303);
    const [scanned, carded] = [await intentOf(group, 1), await intentOf(group, 2)];
    expect(await news.deliver(await news.newest(PAID, scanned))).toBe(200);
    expect(await news.deliver(await news.newest(PAID, carded))).toBe(200);
    const postedBack = `SELECT t."id" FROM "ledger_transaction" t JOIN "refund" r ON r."id" = t."objectId" WHERE r."reason" = 'paid_twice'`;
    // As if the process had died before it could note that the second payment went back.
    await rows(`UPDATE "refund" SET "status" = 'wanted', "providerRefundId" = NULL WHERE "reason" = 'paid_twice'`);
    await rows(
      `UPDATE "payment" SET "status" = 'captured', "refundedSatang" = 0 WHERE "providerIntentId" = '${carded}'`,
    );
    await rows(`DELETE FROM "ledger_line" WHERE "transactionId" IN (${postedBack})`);
    await rows(`DELETE FROM "ledger_transaction" WHERE "id" IN (${postedBack})`);
    await tap(await cancelTap(shop.me, shop.market, group));
    expect(await state(group)).toBe('cancelled/captured');
    await news.buyersAnswer();
    await untilNone(async () => ((await state(group)) === 'cancelled/refunded' ? [] : ['not refunded']), 30);
    for (const id of [scanned, carded]) {
      const { data } = await news.stripe.refunds.list({ payment_intent: id });
      expect(data.map(({ status }) => status)).toEqual(['succeeded']);
    }
  });

  it('of money that came too late reopens the order while the goods are there', async () => {
    const group = await order();
    const page = await scanPage(shop.me, group);
    await nextMorning();
    await nextMorning();
    expect(await state(group)).toBe('cancelled/expired');
    await scan(page);
    expect(await news.deliver(await news.newest(PAID, await intentOf(group)))).toBe(200);
    expect(await state(group)).toBe('placed/captured');
    expect(await untruths(place, shop.market)).toEqual([]);
  });

  it('of money that came too late sends it back when somebody else has the goods', async () => {
    const group = await order(2);
    const page = await scanPage(shop.me, group);
    await nextMorning();
    await nextMorning();
    const [left] = await rows(`SELECT "onHand" - "reserved" - "allocated" AS n FROM "stock_level"
      WHERE "market" = '${shop.market}.1' AND "allocated" > 0`);
    const other = await order(Number(left?.n) - 1);
    await scan(page);
    expect(await news.deliver(await news.newest(PAID, await intentOf(group)))).toBe(200);
    await news.buyersAnswer();
    await untilNone(() => untruths(place, shop.market), 30);
    expect(await state(group)).toBe('cancelled/expired');
    const { data } = await news.stripe.refunds.list({ payment_intent: await intentOf(group) });
    expect(data.map(({ status }) => status)).toEqual(['succeeded']);
    await tap(await cancelTap(shop.me, shop.market, other));
  });

  it('is undone as a whole when the order that listens cannot take it, and sound when it comes again', async () => {
    const group = await order();
    await payByCard(group);
    const event = await news.newest(PAID, await intentOf(group));
    const shelf = (reserved: number) =>
      rows(`UPDATE "stock_level" SET "reserved" = ${reserved}
      WHERE "market" = '${shop.market}.1' AND "allocated" > 0`);
    await shelf(0);
    const before = await counts();
    expect(await news.deliver(event)).toBe(500);
    expect(changed(before, await counts())).toEqual({});
    const [payment] = await rows(`SELECT "status" FROM "payment" WHERE "reference" = '${reference(group)}'`);
    expect(payment?.status).toBe('pending');
    await shelf(1);
    expect(await news.deliver(event)).toBe(200);
    expect(await state(group)).toBe('placed/captured');
    expect(await untruths(place, shop.market)).toEqual([]);
  });

  it('is asked for again later when the payment is not known', async () => {
    const stranger = { amount: 2000, currency: 'thb', payment_method: 'pm_card_visa', confirm: true } as const;
    const automatic = { automatic_payment_methods: { enabled: true, allow_redirects: 'never' as const } };
    const { id } = await news.stripe.paymentIntents.create({ ...stranger, ...automatic });
    const before = await counts();
    expect(await news.deliver(await news.newest(PAID, id))).toBe(404);
    expect(changed(before, await counts())).toEqual({});
  });

  it('of too little or too much takes nothing, or gives the rest back', async () => {
    for (const [off, ends, reason, back] of [
      [100, 'placed/pending', 'paid_too_little', null],
      [-100, 'placed/captured', 'paid_too_much', 100],
    ] as const) {
      const group = await order();
      await payByCard(group);
      // The provider asks for what it was told: here the market wanted another sum.
      await rows(
        `UPDATE "payment_request" SET "amountSatang" = "amountSatang" + ${off} WHERE "reference" = '${reference(group)}'`,
      );
      const intent = await intentOf(group);
      expect(await news.deliver(await news.newest(PAID, intent))).toBe(200);
      expect(await state(group)).toBe(ends);
      const { data } = await news.stripe.refunds.list({ payment_intent: intent });
      const total = Number(
        (await rows(`SELECT "totalSatang" FROM "market_order" WHERE "groupId" = '${reference(group)}'`))[0]
          ?.totalSatang,
      );
      expect(data.map(({ amount }) => amount)).toEqual([back ?? total]);
      expect(await rows(`SELECT "status" FROM "refund" WHERE "reason" = '${reason}'`)).toEqual([{ status: 'done' }]);
      expect(await ledgerUntruths(place.raw, `${shop.market}.1`)).toEqual([]);
      await rows(
        `UPDATE "payment_request" SET "amountSatang" = "amountSatang" - ${off} WHERE "reference" = '${reference(group)}'`,
      );
    }
  });

  it('of a refund that comes back makes the order as good as paid, until the market gives it back by itself', async () => {
    const group = await order();
    await payByCard(group);
    expect(await news.deliver(await news.newest(PAID, await intentOf(group)))).toBe(200);
    await tap(await cancelTap(shop.me, shop.market, group));
    expect(await state(group)).toBe('cancelled/refunded');
    const { data } = await news.stripe.refunds.list({ payment_intent: await intentOf(group) });
    const refund = data[0]?.id ?? '';
    await control(place, shop.market, `refunds/${refund}/outcome`, { outcome: 'fail' });
    const failed = await news.newest('refund.failed', refund);
    expect(await news.deliver(failed)).toBe(200);
    expect(await state(group)).toBe('cancelled/captured');
    const before = await counts();
    expect(await news.deliver(failed)).toBe(200);
    expect(changed(before, await counts())).toEqual({});
    await shop.me.visit(`/m/${shop.market}/money/reconciliation`);
    await shop.me.press('โอนคืนผู้ซื้อแล้ว');
    expect(await state(group)).toBe('cancelled/refunded');
    expect(await ledgerUntruths(place.raw, `${shop.market}.1`)).toEqual([]);
  });

  it('of a market that began anew has no effect on the new one', async () => {
    const group = await order();
    await payByCard(group);
    const event = await news.newest(PAID, await intentOf(group));
    const [attempt] = await rows(`SELECT "id" FROM "attempt" WHERE "sandboxId" = '${shop.market}'`);
    await shop.me.visit(`/attempts/${attempt?.id}`);
    await shop.me.pressIn(`/attempts/${attempt?.id}/reset`);
    expect(shop.me.page.status).toBe(200);
    const before = await counts();
    expect(await news.deliver(event)).toBe(404);
    expect(changed(before, await counts())).toEqual({});
    expect(await state(group)).toBe('placed/pending');
  });
});
