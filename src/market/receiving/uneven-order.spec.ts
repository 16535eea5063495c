import { describe, expect, it } from '@jest/globals';
import { type OrderSums, waitsForSeller } from './uneven-order.js';

const order = (sums: Partial<OrderSums>): OrderSums => ({
  totalSatang: 16_500,
  cameSatang: 0,
  backSatang: 0,
  isCancelled: false,
  isPaid: false,
  hasAsked: false,
  ...sums,
});

describe('an order whose money waits for the seller', () => {
  it.each<[string, Partial<OrderSums>, boolean]>([
    ['nothing came', {}, false],
    ['the sum came', { cameSatang: 16_500, isPaid: true }, false],
    ['a baht is missing', { cameSatang: 16_400 }, true],
    ['the missing baht was asked for', { cameSatang: 16_400, hasAsked: true }, false],
    ['ten baht too much came', { cameSatang: 17_500, isPaid: true }, true],
    ['the ten baht went back', { cameSatang: 17_500, backSatang: 1_000, isPaid: true }, false],
    ['it was paid twice', { cameSatang: 33_000, isPaid: true }, true],
    ['all of it was given back after it was paid', { cameSatang: 16_500, backSatang: 16_500, isPaid: true }, false],
    ['it was cancelled with money in it', { cameSatang: 16_500, isCancelled: true }, true],
    ['it was cancelled and given back', { cameSatang: 16_400, backSatang: 16_400, isCancelled: true }, false],
  ])('%s: %j', (_what, sums, waits) => {
    expect(waitsForSeller(order(sums))).toBe(waits);
  });
});
