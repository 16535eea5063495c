import { describe, expect, it } from '@jest/globals';
import { PAYMENT_MOVES, PAYMENT_STATUSES, paymentAfter } from './payment-status.js';

const ALLOWED: Record<string, string> = {
  'pending capture': 'captured',
  'pending fail': 'failed',
  'pending expire': 'expired',
  'failed capture': 'captured',
  'expired capture': 'captured',
  'captured refund': 'refunded',
  'captured refund_part': 'partially_refunded',
  'partially_refunded refund': 'refunded',
  'partially_refunded refund_part': 'partially_refunded',
  'partially_refunded came_back': 'captured',
  'partially_refunded came_back_part': 'partially_refunded',
  'refunded came_back': 'captured',
  'refunded came_back_part': 'partially_refunded',
};

describe('the moves of a payment', () => {
  for (const from of PAYMENT_STATUSES) {
    for (const move of PAYMENT_MOVES) {
      const to = ALLOWED[`${from} ${move}`];
      it(`from ${from} by ${move} lead ${to ? `to ${to}` : 'nowhere'}`, () =>
        expect(paymentAfter(from, move)).toBe(to));
    }
  }
});
