import { seededRandom } from '../../shared/seeded-random.js';
import type { ShopperSettings } from '../scenarios/scenario-schema.js';

/**
 * Why somebody comes. A friend follows the link of a shop whose seller she knows and compares no other; a follower follows a link and
 * compares; a seeker looks for goods that the market's own sellers have; a browser for what she likes.
 */
export type Coming = 'friend' | 'follower' | 'seeker' | 'browser';

/** A visit as the morning knows it. */
export interface PlannedVisit {
  /** The shopper's number on this day, from 1. */
  n: number;
  comes: Coming;
  /** Whose link she follows. */
  shopId: string | null;
  /** Minutes after midnight. */
  minute: number;
}

const FIRST_MINUTE = 9 * 60 + 5;
const LAST_MINUTE = 20 * 60 + 55;

/** The visits of a day in the order of their numbers: it follows from seed, day and the shops that are open in the morning. */
export function dayPlan(
  seed: string,
  day: number,
  { visitsPerDay, followers, seekPercent }: ShopperSettings,
  openShops: readonly string[],
): PlannedVisit[] {
  const random = seededRandom(`${seed}/shoppers/${day}`);
  const wanted = random.whole(...visitsPerDay);
  const visits = openShops.flatMap((shopId) =>
    Array.from({ length: random.whole(...followers) }, (_, at) => ({
      comes: at === 0 ? ('friend' as const) : ('follower' as const),
      shopId,
    })),
  );
  const others = Array.from({ length: Math.max(0, wanted - visits.length) }, () => ({
    comes: random.whole(1, 100) <= seekPercent ? ('seeker' as const) : ('browser' as const),
    shopId: null,
  }));
  return [...visits, ...others].map((visit, at) => ({
    ...visit,
    n: at + 1,
    minute: random.whole(FIRST_MINUTE, LAST_MINUTE),
  }));
}
