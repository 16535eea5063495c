import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type Stripe from 'stripe';
import { buy, cancelTap } from '../support/buying.js';
import { type FairShop, fairShop } from '../support/fair-shop.js';
import { ledgerOf, ledgerUntruths } from '../support/ledger-truth.js';
import { closePlace, openPlace, type Place, providerOf, untilNone } from '../support/place.js';
import { tap, tapIn } from '../support/taps.js';

/** A wallet sends its buyer to a page of its own, which sends her back. */
describe('a purchase that is paid by a wallet', () => {
  let place: Place;
  let shop: FairShop;
  let group: string;

  beforeAll(async () => {
    place = await openPlace('wallet');
    shop = await fairShop({ seed: 'wallet', base: place.app.url, pricePercent: 400 });
    await shop.me.visit(`/m/${shop.market}/shop/payments`);
    await shop.me.press('บันทึก', { use_wallet: '1' });
    group = await buy(shop.me, shop.market, shop.product.split('/').at(-1) ?? '');
  });
  afterAll(() => closePlace(place));

  const order = async () =>
    (
      await place.raw.ask<Record<string, string>>(
        `SELECT * FROM "market_order" WHERE "groupId" = '${group.split('/').at(-1)}'`,
      )
    )[0] ?? {};
  const payments = () =>
    place.raw.ask<Record<string, string>>(
      `SELECT * FROM "payment" WHERE "reference" = '${group.split('/').at(-1)}' ORDER BY "attempt"`,
    );
  const until = (status: string) =>
    untilNone(async () => ((await order()).paymentStatus === status ? [] : [`not ${status}`]), 20);
  /** Goes to the wallet's own page and presses one of its buttons; answers where she is sent. */
  const atTheWallet = async (button: 'payment' | 'refusal') => {
    await shop.me.visit(group);
    expect((await tap(tapIn(shop.me, `${group}/payment`, { method: 'wallet' }))).status).toBe(303);
    await shop.me.visit(group);
    const page = new URL(shop.me.page.$('a[href*="/pay/grabpay/"]').attr('href') ?? '', place.app.url).pathname;
    const { status, to } = await tap({ base: place.app.url, path: `${page}/${button}`, body: '', cookie: '' });
    expect(status).toBe(303);
    return to;
  };

  it('is refused there, comes back unpaid, and can be tried again', async () => {
    expect(await atTheWallet('refusal')).toContain(group);
    await untilNone(async () => ((await payments())[0]?.status === 'failed' ? [] : ['not failed']), 20);
    expect((await order()).paymentStatus).toBe('pending');
  });

  it('is paid by its word alone, and kept by the market less its fee', async () => {
    expect(await atTheWallet('payment')).toContain(group);
    await until('captured');
    const stripe: Stripe = await providerOf(place, shop.market);
    const intent = await stripe.paymentIntents.retrieve((await payments())[1]?.providerIntentId ?? '', {
      expand: ['latest_charge.balance_transaction'],
    });
    const charge = intent.latest_charge as Stripe.Charge;
    expect(charge.payment_method_details?.type).toBe('grabpay');
    const { id, totalSatang } = await order();
    const { sum } = await ledgerOf(place.raw, `${shop.market}.1`);
    expect(sum(({ account, orderId }) => account === 'escrow' && orderId === id)).toBe(Number(totalSatang));
    const fee = (charge.balance_transaction as Stripe.BalanceTransaction).fee;
    expect(fee).toBeGreaterThan(0);
    expect(sum(({ account, orderId }) => account === 'shop' && orderId === id)).toBe(-fee);
    expect(await ledgerUntruths(place.raw, `${shop.market}.1`)).toEqual([]);
  });

  it('goes back into the wallet when the order is cancelled, and both books agree', async () => {
    await tap(await cancelTap(shop.me, shop.market, group));
    await until('refunded');
    await shop.me.visit(`/m/${shop.market}/money/reconciliation`);
    await shop.me.press('ตรวจตอนนี้');
    expect(shop.me.page.$('main').text()).toContain('ตรงกันทั้ง 2 รายการ');
    expect(await ledgerUntruths(place.raw, `${shop.market}.1`)).toEqual([]);
  });
});
