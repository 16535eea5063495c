import { describe, expect, it } from '@jest/globals';
import { compared, decide, type Opinion } from './decision.js';
import type { Offer } from './offer.js';
import { drawShopper, type Shopper } from './shopper.js';
import { goodListing, rivals, terms } from './small-market.js';

/** Somebody with a full purse who buys what is good and compares; `changes` make her another. */
function shopper(changes: Partial<Shopper> = {}): Shopper {
  const drawn = drawShopper('decision', { day: 1, n: 1, comes: 'follower' }, terms.settings);
  return { ...drawn, pursePercent: 160, buysFrom: 90, quantity: 1, ...changes };
}

const GOODS = 'banana-chips';
const priced = (percent: number): Partial<Offer> => ({
  variants: goodListing(GOODS).variants.map((variant) => ({ ...variant, satang: (variant.satang * percent) / 100 })),
});
const why = (changes: Partial<Offer>, who: Partial<Shopper> = {}): Opinion['reason'] | undefined =>
  decide(shopper(who), [goodListing(GOODS, changes)], terms)[0]?.reason;

describe('a shopper', () => {
  it('buys a fair and complete offer', () => {
    const [opinion] = decide(shopper(), [goodListing(GOODS)], terms);
    expect(opinion?.reason).toBeNull();
    expect(opinion?.purchase).toMatchObject({ quantity: 1, deliveryCode: 'registered' });
  });

  it.each<[string, Partial<Offer>, Opinion['reason']]>([
    ['has no photo', { photos: { good: 0, flawed: 0 } }, 'no_photo'],
    ['has one blurred photo', { photos: { good: 0, flawed: 1 } }, 'no_photo'],
    ['does not say what it is', { title: 'ของดีบ้านเรา' }, 'unclear_title'],
    ['says next to nothing of itself', { attributes: {}, description: 'อร่อย', unit: null }, 'details_missing'],
    ['costs far more than is fair', priced(300), 'too_dear'],
    [
      'is sent for four times what carriers ask',
      { deliveries: [{ code: 'registered', fees: { bangkok: 10_000, upcountry: 12_000, island: 20_000 } }] },
      'delivery_dear',
    ],
    ['can only be paid at the door', { payments: ['cod'] }, 'cannot_pay'],
    ['is sent by nobody', { deliveries: [] }, 'shop_incomplete'],
    [
      'lies on an empty shelf',
      { variants: goodListing(GOODS).variants.map((variant) => ({ ...variant, available: 0 })) },
      'sold_out',
    ],
  ])('leaves an offer that %s, and says so', (_, changes, reason) => {
    expect(why(changes)).toBe(reason);
  });

  it('does not call a fair price dear when her purse is small', () => {
    expect(why({}, { pursePercent: 70 })).toBe('small_purse');
    expect(why(priced(200), { pursePercent: 70 })).toBe('too_dear');
  });

  it('only looks on a day on which she would not buy the best', () => {
    expect(why({}, { buysFrom: 120 })).toBe('only_looking');
    expect(why({ title: 'ของดี' }, { buysFrom: 120 })).toBe('only_looking');
  });

  it('who is a friend of the seller buys unseen, but not at any price', () => {
    const friend = { comes: 'friend' as const, buysFrom: terms.settings.buyAt };
    expect(why({ photos: { good: 0, flawed: 0 } }, friend)).toBeNull();
    expect(why(priced(200), friend)).toBe('too_dear');
  });

  it('takes the better of two, and the other learns that it was not the best', () => {
    const poor = {
      ...goodListing(GOODS),
      productId: 'prd_m.1.30.1',
      shopId: 'shp_m.1.20.1',
      photos: { good: 1, flawed: 0 },
    };
    const opinions = decide(shopper({ buysFrom: 60 }), [poor, goodListing(GOODS)], terms);
    expect(opinions.map(({ reason }) => reason)).toEqual(['other_shop_better', null]);
  });

  it('never takes more pieces than lie on the shelf', () => {
    const last = goodListing(GOODS).variants.map((variant) => ({ ...variant, available: 1 }));
    const [opinion] = decide(shopper({ quantity: 2 }), [goodListing(GOODS, { variants: last })], terms);
    expect(opinion?.purchase?.quantity).toBe(1);
  });

  it('compares what she came for and only as much beside it as she has patience for', () => {
    const followed = goodListing(GOODS);
    const offers = compared(shopper(), [followed], [followed, ...rivals(GOODS), ...rivals('riceberry')], 3);
    expect(offers[0]).toBe(followed);
    expect(offers).toHaveLength(3);
    expect(new Set(offers.map(({ productId }) => productId)).size).toBe(3);
  });

  it('is the same person with the same mind for the same seed, day and number', () => {
    const twice = [1, 2].map(() => {
      const { random, ...who } = drawShopper('seed', { day: 3, n: 5, comes: 'seeker' }, terms.settings);
      return { who, next: random.next() };
    });
    expect(twice[0]).toEqual(twice[1]);
    const others = [6, 7, 8].map(
      (n) => drawShopper('seed', { day: 3, n, comes: 'seeker' }, terms.settings).persona.key,
    );
    expect(new Set(others).size).toBe(3);
  });
});
