import { describe, expect, it } from '@jest/globals';
import { pricedRefunds } from './given-back.js';

const back = (amountSatang: number, more = {}) => ({
  ...{ orderId: 'ord_1', amountSatang, isPaid: true, transferredSatang: 0, of: { totalSatang: 28_500 }, ...more },
});
const amounts = (...refunds: Array<ReturnType<typeof back>>) =>
  pricedRefunds(refunds).map(({ amountSatang }) => amountSatang);

describe('money that went back', () => {
  it('costs the shop what it gave of the price, in however many steps', () => {
    expect(amounts(back(5_000))).toEqual([5_000]);
    expect(amounts(back(5_000), back(23_500))).toEqual([5_000, 23_500]);
  });

  it('costs nothing as far as it had come too much: that goes back first', () => {
    const over = { transferredSatang: 29_500 };
    expect(amounts(back(1_000, over))).toEqual([0]);
    expect(amounts(back(400, over), back(700, over), back(100, over))).toEqual([0, 100, 100]);
  });

  it('costs nothing where nothing was ever sold', () => {
    expect(amounts(back(28_500, { isPaid: false, transferredSatang: 28_500 }))).toEqual([0]);
  });

  it('is counted for each order by itself', () => {
    const over = { transferredSatang: 29_500 };
    expect(amounts(back(1_000, over), back(1_000, { ...over, orderId: 'ord_2' }))).toEqual([0, 0]);
  });
});
