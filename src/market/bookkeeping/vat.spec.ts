import { describe, expect, it } from '@jest/globals';
import { seededRandom } from '../../shared/seeded-random.js';
import { vatWithin } from './vat.js';

describe('VAT', () => {
  it.each([
    [10_700, 700],
    [28_500, 1864],
    [1, 0],
    [8, 1],
    [0, 0],
  ])('in %s satang at 7 %% is %s', (total, vat) => {
    expect(vatWithin(total, 700)).toBe(vat);
  });

  it('is never further from the exact share than half a satang, and never more than the price', () => {
    const random = seededRandom('vat');
    for (let turn = 0; turn < 500; turn += 1) {
      const total = random.whole(0, 99_999_999);
      const rate = random.whole(0, 2500);
      const vat = vatWithin(total, rate);
      expect(Number.isInteger(vat)).toBe(true);
      // 2 × |vat × (100 + r) − total × r| ≤ 100 + r, kept in whole numbers.
      expect(2 * Math.abs(vat * (10_000 + rate) - total * rate)).toBeLessThanOrEqual(10_000 + rate);
      expect(vat).toBeLessThanOrEqual(total);
    }
  });
});
