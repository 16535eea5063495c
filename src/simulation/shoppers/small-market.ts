import { attributesOfLot, type Goods, getGoods } from '../../market/catalogue/goods.js';
import { carrierPrice } from '../scenarios/carrier-price.js';
import { loadScenario } from '../scenarios/scenario.js';
import { dayPlan } from './day-plan.js';
import { compared, decide, type Opinion, type Terms } from './decision.js';
import type { Offer } from './offer.js';
import { drawShopper, type Shopper } from './shopper.js';
import { drawWish } from './wish.js';

const scenario = loadScenario('first-market');
const TODAY = '2026-11-02';

/** For specs: the terms of the first market. */
export const terms: Terms = { settings: scenario.shoppers, carriers: scenario.carriers, today: TODAY };

/** For specs: a listing of these goods that leaves nothing to wish for, at what they usually cost, in a shop whose settings came ready. */
export function goodListing(goodsKey: string, changes: Partial<Offer> = {}): Offer {
  const goods = getGoods(goodsKey);
  return {
    ...listingOf(goods, 100),
    productId: 'prd_m.1.9.1',
    shopId: 'shp_m.1.1.1',
    shopName: 'เรือนทดลองของนวล',
    isOwn: true,
    photos: { good: 3, flawed: 0 },
    deliveries: Object.entries(scenario.shopDefaults.delivery).map(([code, fees]) => ({ code, fees })),
    payments: scenario.shopDefaults.payments,
    shop: { description: 'ของทำเองจากบ้าน ส่งทุกวัน', hasImage: true, hasContact: true, hasReturns: true },
    ...changes,
  };
}

/** For specs: what the shops of the background offer of these goods. */
export function rivals(goodsKey: string): Offer[] {
  return scenario.shops.flatMap((shop) =>
    shop.products
      .filter((product) => product.goods === goodsKey)
      .map((product) => ({
        ...listingOf(getGoods(goodsKey), product.pricePercent),
        productId: product.key,
        shopId: shop.key,
        shopName: shop.name.th,
      })),
  );
}

function listingOf(goods: Goods, pricePercent: number): Offer {
  const fee = (at: number, zone: 'bangkok' | 'upcountry' | 'island') =>
    carrierPrice(scenario.carriers[at] ?? raise(), zone, 500) ?? 0;
  return {
    productId: '',
    shopId: '',
    shopName: '',
    isOwn: false,
    goods,
    title: goods.title.th,
    description: goods.description.th,
    categoryId: goods.category,
    attributes: attributesOfLot(goods, TODAY),
    unit: goods.unit.th,
    photos: { good: 1, flawed: 0 },
    variants: goods.variants.map(({ sku, price }) => ({
      id: sku,
      sku,
      satang: Math.round((price * pricePercent) / 10_000) * 100,
      available: 20,
    })),
    deliveries: scenario.carriers.map(({ key }, at) => ({
      code: key,
      fees: { bangkok: fee(at, 'bangkok'), upcountry: fee(at, 'upcountry'), island: fee(at, 'island') },
    })),
    payments: ['promptpay', 'card', 'bank_transfer'],
    shop: { description: 'ของกินพื้นบ้านทำสดจากครัวเล็ก', hasImage: true, hasContact: true, hasReturns: true },
  };
}

/** For specs: everybody who comes on a day, with what she thinks of what she saw. `own` are the shelves of the market's sellers. */
export function marketDay(
  seed: string,
  day: number,
  own: readonly Offer[],
): Array<{ shopper: Shopper; opinions: Opinion[] }> {
  const { settings } = terms;
  const listings = own.map(({ productId, shopId, goods }) => ({ id: productId, shopId, goodsKey: goods.key }));
  const shops = [...new Set(own.map(({ shopId }) => shopId))];
  return dayPlan(seed, day, settings, shops).map(({ n, comes, shopId }) => {
    const shopper = drawShopper(seed, { day, n, comes }, settings);
    const wish = drawWish(shopper, listings, { goodsKey: null, shopId }, settings.browsed);
    const followed = own.filter(({ productId }) => productId === wish.listingId);
    const found = [...own.filter(({ goods }) => goods.key === wish.goods.key), ...rivals(wish.goods.key)];
    const offers =
      comes === 'friend' && followed.length > 0 ? followed : compared(shopper, followed, found, settings.compares);
    return { shopper, opinions: decide(shopper, offers, terms) };
  });
}

/** For specs: how many of a day's shoppers buy this listing. */
export const soldOn = (day: ReturnType<typeof marketDay>, productId: string): number =>
  day.filter(({ opinions }) => opinions.some(({ offer, reason }) => offer.productId === productId && reason === null))
    .length;

function raise(): never {
  throw new Error('The first market has no carrier.');
}
