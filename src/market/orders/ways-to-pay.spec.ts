import { describe, expect, it } from '@jest/globals';
import { waysToPay } from './ways-to-pay.js';

describe('the ways to pay for a purchase', () => {
  it('are those of its shop that the provider knows', () =>
    expect(waysToPay([['promptpay', 'cod', 'bank_transfer']])).toEqual(['promptpay']));
  it('are those that all of its shops accept', () =>
    expect(
      waysToPay([
        ['promptpay', 'card'],
        ['card', 'cod'],
      ]),
    ).toEqual(['card']));
  it('are none where a shop only takes money at the door', () =>
    expect(waysToPay([['promptpay', 'card'], ['cod']])).toBe('cart.no_payment'));
  it('are none where two shops have none in common', () =>
    expect(waysToPay([['promptpay'], ['card']])).toBe('cart.no_common_payment'));
});
