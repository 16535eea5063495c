import { seededRandom } from '../../shared/seeded-random.js';

/** A whole number between two bounds, both included, by the market's seed and a place in its past; `step` keeps sums of money whole. */
export const drawn = (seed: string, at: number, [low, high]: readonly [number, number], step = 1): number =>
  seededRandom(`${seed}/past ${at}`).whole(Math.ceil(low / step), Math.floor(high / step)) * step;
