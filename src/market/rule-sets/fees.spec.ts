import { describe, expect, it } from '@jest/globals';
import { METHODS } from '../payments/payment.js';
import { commission, methodFee, refundFee, shareOf } from './fees.js';
import { moneyRulesOf } from './money-rules.js';

const rules = moneyRulesOf(null);

describe('what a way to pay costs', () => {
  it.each([
    ['promptpay', 1650, 116],
    ['card', 4650, 326],
    ['bank_transfer', 0, 0],
    ['wallet', 2650, 186],
    ['cod', 3000, 210],
  ] as const)('of 1,000 baht by %s is %i satang and %i of VAT', (method, feeSatang, vatSatang) =>
    expect(methodFee(rules, method, 100_000)).toEqual({ feeSatang, vatSatang }),
  );

  it('is ten baht and VAT where a PromptPay payment goes back, and nothing by card', () => {
    expect(refundFee(rules, 'promptpay')).toEqual({ feeSatang: 1000, vatSatang: 70 });
    expect(refundFee(rules, 'card')).toEqual({ feeSatang: 0, vatSatang: 0 });
  });

  it('is a share of the goods for the market', () =>
    expect(commission(rules, 24_000)).toEqual({ feeSatang: 1200, vatSatang: 84 }));

  it('rounds half a satang up, and a negative amount as its mirror', () => {
    expect(shareOf(30, 165)).toBe(0);
    expect(shareOf(31, 165)).toBe(1);
    expect(shareOf(-31, 165)).toBe(-1);
  });
});

describe('the money rules', () => {
  it('give each number of each method its source and day', () => {
    for (const method of METHODS)
      for (const term of Object.values(rules.methods[method])) {
        expect(term.source.length).toBeGreaterThan(5);
        expect(term.checked).toMatch(/^2026-/);
      }
  });

  it('are refused when there is no such file', () =>
    expect(() => moneyRulesOf({ moneyRules: 'money-1999-1' })).toThrow('money-1999-1'));
});
