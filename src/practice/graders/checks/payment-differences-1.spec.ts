import { describe, expect, it } from '@jest/globals';
import type { Facts } from '../facts.js';
import type { MoneyFacts } from '../facts-money.js';
import { first, fullySaidOf, moneySaid } from '../spec-support.js';

type Difference = MoneyFacts['differences'][number];
const say = (change: (difference: Difference, facts: Facts) => void) =>
  moneySaid('payment-differences@1', ({ differences }, facts) => change(first(differences), facts));
const answer = (change: object) => say(({ answers }) => Object.assign(first(answers), change));

describe('payments that do not fit', () => {
  it('are put right to the satang', () => {
    expect(answer({ amount: 1001 })).toBe('other_amount');
    expect(answer({ amount: 999 })).toBe('other_amount');
  });

  it('may be put right in two parts', () => {
    const halves = say((difference) => {
      const [one] = difference.answers;
      if (one)
        difference.answers = [
          { ...one, amount: 400 },
          { ...one, amount: 600, seq: 91 },
        ];
    });
    expect(halves).toBe('met');
  });

  it('go the right way: too much and twice go back, too little is asked for', () => {
    expect(answer({ way: 'top_up' })).toBe('other_way');
    expect(say((difference) => Object.assign(difference, { kind: 'short' }))).toBe('other_way');
    expect(say((difference) => Object.assign(difference, { kind: 'double' }))).toBe('met');
  });

  it('are put right within two market days, to the second', () => {
    expect(answer({ at: '2026-11-25T04:00:00.000Z' })).toBe('met');
    expect(answer({ at: '2026-11-25T04:00:01.000Z' })).toBe('late');
  });

  it('are open while there is time, and overdue afterwards', () => {
    const at = (marketAt: string) =>
      say((difference, facts) => {
        difference.answers = [];
        facts.sandbox.marketAt = marketAt;
      });
    expect(at('2026-11-25T03:59:59.000Z')).toBe('open');
    expect(at('2026-11-25T04:00:00.000Z')).toBe('overdue');
  });

  it('are not observed when none came', () => {
    const said = fullySaidOf('payment-differences@1', ({ money }) => money?.differences.splice(0));
    expect([said.key, said.notObserved]).toEqual(['no_case', true]);
  });
});
