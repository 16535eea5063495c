import { describe, expect, it } from '@jest/globals';
import { byShop, orderTotals } from './order-totals.js';

describe('what an order costs', () => {
  it('is goods, extra charges of each piece and one parcel', () =>
    expect(
      orderTotals(
        [
          { priceSatang: 4500, extraSatang: 500, quantity: 2 },
          { priceSatang: 1, extraSatang: 0, quantity: 3 },
        ],
        3000,
      ),
    ).toEqual({
      goodsSatang: 9003,
      extraSatang: 1000,
      shippingSatang: 3000,
      totalSatang: 13003,
    }));
});

describe('the lines of a cart', () => {
  it('make one order for each shop', () => {
    const lines = [
      { shopId: 'a', n: 1 },
      { shopId: 'b', n: 2 },
      { shopId: 'a', n: 3 },
    ];
    expect(byShop(lines).map(([shop, its]) => [shop, its.map(({ n }) => n)])).toEqual([
      ['a', [1, 3]],
      ['b', [2]],
    ]);
  });
});
