import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { buy, cardTap } from '../support/buying.js';
import { type FairShop, fairShop } from '../support/fair-shop.js';
import { ledgerOf, ledgerUntruths } from '../support/ledger-truth.js';
import { nextMorning } from '../support/mornings.js';
import { sendParcel } from '../support/parcel.js';
import { closePlace, openPlace, type Place, untilNone } from '../support/place.js';
import { tap } from '../support/taps.js';

/** A seller who sold before she linked an account: the market cannot pay her until she does. */
describe('a payout of a shop that has no account', () => {
  let place: Place;
  let shop: FairShop;

  beforeAll(async () => {
    place = await openPlace('no_account');
    // Too dear for the market's own shoppers.
    shop = await fairShop({ seed: 'no-account', base: place.app.url, pricePercent: 400 });
    const group = await buy(shop.me, shop.market, shop.product.split('/').at(-1) ?? '');
    await tap(await cardTap(shop.me, group));
    const order = async () =>
      (
        await place.raw.ask<{ id: string; paymentStatus: string }>(
          `SELECT * FROM "market_order" WHERE "groupId" = '${group.split('/').at(-1)}'`,
        )
      )[0];
    await untilNone(async () => ((await order())?.paymentStatus === 'captured' ? [] : ['not paid']), 20);
    await sendParcel(shop.me, `/m/${shop.market}/orders/${(await order())?.id}`);
  });
  afterAll(() => closePlace(place));

  const payouts = (status: string) =>
    place.raw.ask<{ amountSatang: string | number }>(
      `SELECT * FROM "shop_payout" WHERE "market" = '${shop.market}.1' AND "status" = '${status}' ORDER BY "payday"`,
    );
  const until = async (status: string, times: number) => {
    for (let day = 0; day < 20 && (await payouts(status)).length < times; day += 1) await nextMorning(shop);
    expect(await payouts(status)).toHaveLength(times);
    expect(await ledgerUntruths(place.raw, `${shop.market}.1`)).toEqual([]);
  };
  const reads = async (path: string) => {
    await shop.me.visit(`/m/${shop.market}/${path}`);
    return shop.me.page.$('main').text().replace(/\s+/g, ' ');
  };
  const baht = (satang: string | number | undefined) =>
    (Number(satang) / 100).toLocaleString('en-US', { minimumFractionDigits: 2 }).replace(/\.00$/, '');

  it('comes back whole each time, and she reads why and what to do wherever she looks', async () => {
    await until('failed', 2);
    const [first, second] = await payouts('failed');
    expect(Number(first?.amountSatang)).toBeGreaterThan(0);
    expect(second?.amountSatang).toBe(first?.amountSatang);
    const { of } = await ledgerOf(place.raw, `${shop.market}.1`);
    expect([of('bank'), of('shop')]).toEqual([0, Number(first?.amountSatang)]);
    for (const page of ['money', 'money/payouts']) {
      expect(await reads(page)).toContain(`เงินขาย ฿${baht(first?.amountSatang)} โอนไม่ได้ เพราะร้านยังไม่มีบัญชี`);
      expect(shop.me.page.$(`.alert a[href="/m/${shop.market}/money/account"]`)).toHaveLength(1);
    }
    expect(await reads('notifications')).toContain('ตลาดโอนเงินขายให้ไม่ได้ ร้านยังไม่มีบัญชี');
    await shop.me.press('ตลาดโอนเงินขายให้ไม่ได้ ร้านยังไม่มีบัญชี ผูกบัญชีแล้วเงินจะมาในรอบหน้า');
    expect(shop.me.page.$('main').text()).toContain('ร้านยังไม่ได้ผูกบัญชีธนาคาร เงินจะไปรวมกับรอบหน้า');
  });

  it('arrives with the next payday once she has linked one', async () => {
    const [failed] = await payouts('failed');
    await shop.me.visit(`/m/${shop.market}/money/account`);
    await shop.me.press('ใช้บัญชีนี้', { kind: shop.me.page.$('[name=kind]').first().attr('value') ?? '' });
    expect(await reads('money')).not.toContain('โอนไม่ได้');
    await until('paid', 1);
    expect((await payouts('paid'))[0]?.amountSatang).toBe(failed?.amountSatang);
    const { of } = await ledgerOf(place.raw, `${shop.market}.1`);
    expect([of('bank'), of('shop')]).toEqual([Number(failed?.amountSatang), 0]);
  });
});
