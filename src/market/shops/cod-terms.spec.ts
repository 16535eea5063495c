import { describe, expect, it } from '@jest/globals';
import { type AskedAtDoor, type CodTerms, outsideOf } from './cod-terms.js';

const terms: CodTerms = { limitSatang: 100_000, zones: ['bangkok', 'upcountry'], refusals: 2 };
const asked = (change: Partial<AskedAtDoor> = {}): AskedAtDoor => ({
  ...{ totalSatang: 100_000, zone: 'upcountry', refusedBefore: 1 },
  ...change,
});

describe('the conditions of cash on delivery', () => {
  it('are kept up to the limit, in a zone of the list, by a buyer who once did not take a parcel', () => {
    expect(outsideOf(asked(), terms)).toEqual([]);
  });

  it.each([
    ['amount', { totalSatang: 100_001 }],
    ['area', { zone: 'island' }],
    ['history', { refusedBefore: 2 }],
  ] as const)('break by %s alone', (condition, change) => {
    expect(outsideOf(asked(change), terms)).toEqual([condition]);
  });

  it('name everything that breaks, and nothing where the shop set none', () => {
    const worst = asked({ totalSatang: 9_999_999, zone: 'island', refusedBefore: 9 });
    expect(outsideOf(worst, terms)).toEqual(['amount', 'area', 'history']);
    expect(outsideOf(worst, { limitSatang: null, zones: null, refusals: null })).toEqual([]);
  });
});
