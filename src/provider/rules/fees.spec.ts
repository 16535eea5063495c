import { describe, expect, it } from '@jest/globals';
import { feeOf } from './fees.js';

const table = {
  vatBasisPoints: 700,
  rates: [
    { from: '2020-01-01', kind: 'card', basisPoints: 365, fixed: 1000 },
    { from: '2026-06-01', kind: 'card', basisPoints: 400, fixed: 0 },
    { from: '2020-01-01', kind: 'promptpay', basisPoints: 165, fixed: 0 },
  ],
};

describe('the provider’s fee', () => {
  it('of a card for ฿250 is 3.65% and ฿10, with 7% VAT on the fee alone', () => {
    expect(feeOf(table, 'card', 25_000, '2025-01-01')).toEqual({ fee: 1913, tax: 134 });
  });

  it('of PromptPay is 1.65%, half a satang rounded up', () => {
    expect(feeOf(table, 'promptpay', 1000, '2025-01-01')).toEqual({ fee: 17, tax: 1 });
  });

  it('follows the price list of the day', () => {
    expect(feeOf(table, 'card', 10_000, '2026-05-31').fee).toBe(1365);
    expect(feeOf(table, 'card', 10_000, '2026-06-01').fee).toBe(400);
    expect(feeOf(table, 'card', 10_000, '2019-12-31')).toEqual({ fee: 0, tax: 0 });
  });

  it('of what has no price is nothing', () => {
    expect(feeOf(table, 'card_refund', 10_000, '2026-01-01')).toEqual({ fee: 0, tax: 0 });
  });
});
