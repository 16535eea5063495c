import { describe, expect, it } from '@jest/globals';
import { loadScenario } from '../scenarios/scenario.js';
import type { Offer } from './offer.js';
import { goodListing, marketDay, soldOn } from './small-market.js';

const GOODS = loadScenario('first-market').learner.goods.map(({ goods }) => goods);
const seeds = (count: number) => Array.from({ length: count }, (_, at) => `seed-${at + 1}`);

const atPrice = (offer: Offer, satang: (fair: [number, number], usual: number) => number): Offer => ({
  ...offer,
  variants: offer.variants.map((variant) => {
    const { fair, price } = offer.goods.variants.find(({ sku }) => sku === variant.sku) ?? { fair: [0, 0], price: 0 };
    return { ...variant, satang: satang(fair as [number, number], price) };
  }),
});

describe('a day of the first market', () => {
  it.each(GOODS)('sells %s of a fair and complete listing on its first day, whatever the seed', (goods) => {
    const counts = seeds(60).map((seed) => soldOn(marketDay(seed, 1, [goodListing(goods)]), 'prd_m.1.9.1'));
    expect(Math.min(...counts)).toBeGreaterThanOrEqual(1);
    // A learner is not to be buried: about two parcels a day.
    const mean = counts.reduce((sum, count) => sum + count, 0) / counts.length;
    expect(mean).toBeGreaterThan(1.3);
    expect(mean).toBeLessThan(3);
  });

  it.each(GOODS)('sells %s also at the highest price that is fair', (goods) => {
    const dear = atPrice(goodListing(goods), ([, high]) => high);
    for (const seed of seeds(50)) expect(soldOn(marketDay(seed, 1, [dear]), dear.productId)).toBeGreaterThanOrEqual(1);
  });

  it('sells more of the better, cheaper listing of two in the same market', () => {
    const better = goodListing('banana-chips');
    const worse = {
      ...atPrice(goodListing('banana-chips'), (_, usual) => usual * 1.25),
      productId: 'prd_m.1.40.1',
      shopId: 'shp_m.1.30.1',
      title: 'กล้วยทอดกรอบ',
      photos: { good: 1, flawed: 0 },
    };
    const sold = seeds(20).map((seed) => {
      const days = [1, 2, 3].map((day) => marketDay(seed, day, [worse, better]));
      const of = (offer: Offer) => days.reduce((sum, day) => sum + soldOn(day, offer.productId), 0);
      return [of(better), of(worse)] as const;
    });
    for (const [good, bad] of sold) expect(good).toBeGreaterThanOrEqual(bad);
    const sum = (at: 0 | 1) => sold.reduce((total, one) => total + one[at], 0);
    expect(sum(0)).toBeGreaterThan(sum(1) * 1.5);
  });

  it.each<[string, (offer: Offer) => Offer]>([
    ['without photos', (offer) => ({ ...offer, photos: { good: 0, flawed: 0 } })],
    ['with a title that says nothing', (offer) => ({ ...offer, title: 'ของดี' })],
    ['without its details', (offer) => ({ ...offer, attributes: {}, description: '' })],
    ['that is dear', (offer) => atPrice(offer, ([, high]) => high)],
  ])('sells less of a listing %s', (_, spoil) => {
    const sold = (offer: Offer) =>
      seeds(20).reduce((sum, seed) => sum + soldOn(marketDay(seed, 1, [offer]), offer.productId), 0);
    expect(sold(spoil(goodListing('longan-honey')))).toBeLessThan(sold(goodListing('longan-honey')));
  });

  it('brings as many people as the scenario says, and at least a friend to every shop', () => {
    const [low, high] = loadScenario('first-market').shoppers.visitsPerDay;
    for (const seed of seeds(20)) {
      const count = marketDay(seed, 1, [goodListing('mulberry-tea')]).length;
      expect(count).toBeGreaterThanOrEqual(low);
      expect(count).toBeLessThanOrEqual(high);
    }
    const shops = Array.from({ length: 12 }, (_, at) => ({
      ...goodListing('mulberry-tea'),
      shopId: `shp_m.1.${at}.1`,
    }));
    const friends = marketDay('class', 1, shops).filter(({ shopper }) => shopper.comes === 'friend');
    expect(friends).toHaveLength(12);
  });
});
