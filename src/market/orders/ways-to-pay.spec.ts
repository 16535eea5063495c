import { describe, expect, it } from '@jest/globals';
import { METHODS } from '../payments/payment.js';
import { moneyRulesOf } from '../rule-sets/money-rules.js';
import { waysToPay } from './ways-to-pay.js';

const rules = moneyRulesOf(null);
const shop = (...methods: string[]) => ({ methods, codLimit: null });
const ways = (shops: Parameters<typeof waysToPay>[0], baht = 120) => waysToPay(shops, baht * 100, rules);

describe('the ways to pay for a purchase', () => {
  it('are those of its shop, in the order in which they are offered', () => {
    expect(ways([shop('cod', 'bank_transfer', 'promptpay')])).toEqual(['promptpay', 'bank_transfer', 'cod']);
    expect(ways([shop(...METHODS)])).toEqual(METHODS);
  });
  it('are those that all of its shops accept', () =>
    expect(ways([shop('promptpay', 'card'), shop('card', 'wallet')])).toEqual(['card']));
  it('are none where two shops have none in common', () =>
    expect(ways([shop('promptpay'), shop('card')])).toBe('cart.no_common_payment'));
  it('are never a transfer or the courier where the money is for two shops', () => {
    expect(ways([shop('bank_transfer', 'card'), shop('bank_transfer', 'card')])).toEqual(['card']);
    expect(ways([shop('cod'), shop('cod')])).toBe('cart.no_common_payment');
  });
  it('are none where a shop takes nothing that is known', () => expect(ways([shop('gold')])).toBe('cart.no_payment'));
  it('end at the limits of the rule set', () => {
    expect(ways([shop('promptpay', 'bank_transfer')], 9)).toEqual(['bank_transfer']);
    expect(ways([shop('promptpay', 'wallet')], 30_001)).toEqual(['promptpay']);
    expect(ways([shop('wallet')], 30_001)).toBe('cart.no_payment_for_sum');
  });
  it("end at the shop's own limit for money at the door", () => {
    const cod = { methods: ['cod'], codLimit: 100_000 };
    expect(ways([cod], 1_000)).toEqual(['cod']);
    expect(ways([cod], 1_001)).toBe('cart.no_payment_for_sum');
  });
});
