import { describe, expect, it } from '@jest/globals';
import { loadGoods } from '../catalogue/goods.js';
import { exemptSatangOf, vatStandingOf } from './vat-standing.js';

describe('how a shop stands with VAT', () => {
  const rice = [...loadGoods().values()].find(({ category }) => category === 'food-rice')?.key ?? '';
  const line = (goodsKey: string | null, categoryId: string, unitSatang: number, quantity = 1) => ({
    ...{ goodsKey, categoryId, unitSatang, quantity },
  });

  it('is unregistered unless its market says otherwise, at the rate of the money rules', () => {
    expect(vatStandingOf(null)).toMatchObject({ isRegistered: false, number: null, basisPoints: 700 });
    expect(vatStandingOf({ books: { vatNumber: 'ฝึก-1' } })).toMatchObject({ isRegistered: true, number: 'ฝึก-1' });
  });

  it('knows exempt goods by what they are, whatever shelf they were put on', () => {
    const vat = vatStandingOf(null);
    const lines = [line(rice, 'textile-bag', 5_000, 3), line(null, 'food-rice', 700), line(null, 'food-snack', 900)];
    expect(exemptSatangOf(lines, vat)).toBe(15_700);
  });
});
