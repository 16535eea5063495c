import { describe, expect, it } from '@jest/globals';
import { seededRandom } from '../../shared/seeded-random.js';
import { answersOf, kindOf, moneyAfter, PURSES, profitOf, sumsOf, WAYS } from './book.js';

const KINDS = ['income', 'expense', 'drawing', 'contribution'] as const;

describe('the book of a shop', () => {
  it('tells shop’s money from household’s by two answers, and back', () => {
    for (const way of WAYS) for (const purse of PURSES) expect(answersOf(kindOf(way, purse))).toEqual({ way, purse });
    expect(kindOf('out', 'household')).toBe('drawing');
    expect(kindOf('out', 'shop')).toBe('expense');
  });

  it('has a profit that is the sum of its lines, whatever the household takes or brings', () => {
    const random = seededRandom('books');
    for (let turn = 0; turn < 300; turn += 1) {
      const lines = Array.from({ length: random.whole(0, 20) }, () => {
        const kind = random.pick(KINDS);
        // The book takes no VAT of the household's money.
        const vatSatang = kind === 'income' || kind === 'expense' ? random.whole(0, 99) : 0;
        const category = random.pick(['refund', 'packing'] as const);
        return { kind, category, vatSatang, amountSatang: random.whole(100, 5_000_000) };
      });
      let profit = 0;
      let money = 1_000;
      for (const { kind, amountSatang, vatSatang } of lines) {
        if (kind === 'income') profit += amountSatang - vatSatang;
        if (kind === 'expense') profit -= amountSatang - vatSatang;
        money += kind === 'income' || kind === 'contribution' ? amountSatang : -amountSatang;
      }
      const sums = sumsOf(lines);
      expect(profitOf(sums)).toBe(profit);
      expect(moneyAfter(1_000, sums)).toBe(money);
      const withoutHousehold = lines.filter(({ kind }) => kind === 'income' || kind === 'expense');
      expect(profitOf(sumsOf(withoutHousehold))).toBe(profit);
    }
  });

  it('can show a loss', () => {
    expect(profitOf(sumsOf([{ kind: 'expense', amountSatang: 500 }]))).toBe(-500);
  });
});
