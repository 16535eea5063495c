import { describe, expect, it } from '@jest/globals';
import { seededRandom } from '../../shared/seeded-random.js';
import { LINE_KINDS } from '../ledger/posting.js';
import { netOf, statementLines } from './statement.js';

describe('the statement of a payout', () => {
  it('comes to gross less what is taken off; the money sent is no part of it', () => {
    const lines = [
      { what: 'sale' as const, amountSatang: 28_500 },
      { what: 'commission' as const, amountSatang: -1_200 },
      { what: 'commission_vat' as const, amountSatang: -84 },
      { what: 'refund' as const, amountSatang: -5_000 },
      { what: 'carried' as const, amountSatang: -300 },
      { what: 'payout' as const, amountSatang: -21_916 },
    ];
    expect(netOf(lines)).toBe(21_916);
    expect(statementLines(lines).map(({ part }) => part)).toEqual(['gross', 'fee', 'fee', 'refund', 'adjustment']);
  });

  it('is what was sent, so that a statement with its payout sums to nothing', () => {
    const random = seededRandom('statements');
    const kinds = LINE_KINDS.filter((kind) => kind !== 'payment' && kind !== 'payout');
    for (let turn = 0; turn < 200; turn += 1) {
      const lines = Array.from({ length: random.whole(1, 12) }, () => ({
        what: random.pick(kinds),
        amountSatang: random.whole(-9_999, 99_999),
      }));
      const net = netOf(lines);
      const all = [...lines, { what: 'payout' as const, amountSatang: -net }];
      expect(all.reduce((sum, { amountSatang }) => sum + amountSatang, 0)).toBe(0);
      expect(netOf(all)).toBe(net);
    }
  });
});
