import { describe, expect, it } from '@jest/globals';
import { differences, wanting } from './differences.js';

const paid = { key: 'pi_1', amountSatang: 28_500, feeSatang: 503 };
const back = { key: 're_1', amountSatang: -28_500, feeSatang: 0 };

describe('our ledger and the books of the provider', () => {
  it('agree when they have the same money and the same fees, in whatever order', () =>
    expect(differences([paid, back], [back, paid])).toEqual([]));

  it.each([
    ['missing', [paid, back], [paid], { key: 're_1', oursSatang: -28_500, theirsSatang: null }],
    ['extra', [paid], [paid, back], { key: 're_1', oursSatang: null, theirsSatang: -28_500 }],
    ['amount', [paid], [{ ...paid, amountSatang: 28_499 }], { key: 'pi_1', oursSatang: 28_500, theirsSatang: 28_499 }],
    ['fee', [paid], [{ ...paid, feeSatang: 504 }], { key: 'pi_1', oursSatang: 503, theirsSatang: 504 }],
    ['dispute', [paid], [paid, { ...back, sort: 'dispute' }], { key: 're_1', oursSatang: null, theirsSatang: -28_500 }],
    [
      'older',
      [{ ...paid, feeSatang: 0, sort: 'older' }],
      [paid],
      { key: 'pi_1', oursSatang: null, theirsSatang: 28_500 },
    ],
  ] as const)('differ by what is called %s', (kind, ours, theirs, rest) =>
    expect(differences(ours, theirs)).toEqual([{ kind, ...rest }]),
  );

  it('want nobody where one of them is only older than the other', () => {
    const found = differences([{ ...paid, feeSatang: 0, sort: 'older' }, back], [paid]);
    expect(wanting(found).map(({ kind }) => kind)).toEqual(['missing']);
  });

  it('may differ in amount and fee at once', () =>
    expect(differences([paid], [{ ...paid, amountSatang: 1, feeSatang: 1 }]).map(({ kind }) => kind)).toEqual([
      'amount',
      'fee',
    ]));

  it('agree on a refund that failed and came back, of which we know nothing', () =>
    expect(differences([paid], [paid, back, { ...back, amountSatang: 28_500 }])).toEqual([]));
});
