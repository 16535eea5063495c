import { describe, expect, it } from '@jest/globals';
import { ORDER_MOVES, ORDER_STATUSES, orderAfter } from './order-status.js';

const ALLOWED: Record<string, string> = {
  'placed accept': 'confirmed',
  'placed cancel': 'cancelled',
  'placed unpay': 'placed',
  'confirmed pack': 'packed',
  'confirmed cancel': 'cancelled',
  'confirmed unpay': 'placed',
  'packed hand_over': 'handed_over',
  'packed cancel': 'cancelled',
  'packed unpay': 'placed',
  'handed_over complete': 'completed',
  'handed_over come_back': 'cancelled',
  'cancelled reopen': 'placed',
};

describe('the moves of an order', () => {
  for (const from of ORDER_STATUSES) {
    for (const move of ORDER_MOVES) {
      const to = ALLOWED[`${from} ${move}`];
      it(`from ${from} by ${move} lead ${to ? `to ${to}` : 'nowhere'}`, () => expect(orderAfter(from, move)).toBe(to));
    }
  }
});
