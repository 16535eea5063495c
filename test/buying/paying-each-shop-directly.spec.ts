import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { buy, cardTap, readyToBuy } from '../support/buying.js';
import { closePlace, openPlace, type Place, untilNone } from '../support/place.js';
import { type SmallShop, smallShop } from '../support/small-shop.js';
import { tap } from '../support/taps.js';

/** As Stripe Thailand has it: a buyer pays the shop, and nobody collects for several. */
describe('a market in which each shop is paid directly', () => {
  let place: Place;
  let shop: SmallShop;

  beforeAll(async () => {
    place = await openPlace('direct', { CONNECT_MODEL: 'direct' });
    shop = await smallShop(place.app.url);
  });
  afterAll(() => closePlace(place));

  const orders = () =>
    place.raw.ask<{ paymentStatus: string; shopId: string }>(
      `SELECT * FROM "market_order" WHERE "market" = '${shop.market}.1'`,
    );
  /** Goods of a shop that was there before her. */
  const another = async () => {
    await shop.me.visit(`/m/${shop.market}`);
    const links = shop.me.page
      .$(`main a[href^="/m/${shop.market}/p/"]`)
      .map((_i, link) => shop.me.page.$(link).attr('href')?.split('/').at(-1) ?? '')
      .get();
    return links.find((id) => id !== shop.product) ?? '';
  };

  const inCart = async () => {
    const { $ } = await shop.me.visit(`/m/${shop.market}/cart`);
    return $(`form[action="/m/${shop.market}/cart/removal"] [name=variantId]`)
      .map((_i, field) => $(field).attr('value') ?? '')
      .get();
  };

  it('says so to the seller who compares the ways to be paid', async () => {
    await shop.me.visit(`/m/${shop.market}/money/methods`);
    expect(shop.me.page.$('main').text()).toContain('ที่นี่ผู้ซื้อจ่ายให้ร้านโดยตรง จึงซื้อได้ทีละร้าน');
  });

  it('takes no cart of two shops, on the page or past it, and says what to do', async () => {
    await readyToBuy(shop.me, shop.market, shop.product);
    const both = await readyToBuy(shop.me, shop.market, await another());
    const text = shop.me.page.$('main').text();
    expect(text).toContain('ที่นี่จ่ายตรงถึงร้าน ซื้อได้ทีละร้าน เอาของออกให้เหลือร้านเดียว');
    expect(await tap(both)).toMatchObject({ status: 409, text: expect.stringContaining('ซื้อได้ทีละร้าน') });
    expect(await orders()).toEqual([]);
  });

  it('takes one shop’s goods, and the money of it, as any market does', async () => {
    for (const variant of await inCart()) {
      await shop.me.visit(`/m/${shop.market}/cart`);
      await shop.me.pressIn(`/m/${shop.market}/cart/removal`, { variantId: variant });
    }
    const group = await buy(shop.me, shop.market, shop.product);
    await tap(await cardTap(shop.me, group));
    await untilNone(async () => ((await orders())[0]?.paymentStatus === 'captured' ? [] : ['not paid']), 20);
    expect(await orders()).toHaveLength(1);
  });
});
