import { describe, expect, it } from '@jest/globals';
import type { MoneyFacts } from '../facts-money.js';
import { first, fullySaidOf, moneySaid } from '../spec-support.js';

type Transfer = MoneyFacts['transfers'][number];
const say = (change: (transfers: Transfer[]) => void) =>
  moneySaid('money-before-shipping@1', ({ transfers }) => change(transfers));
const match = (change: object) => say((all) => Object.assign(first(first(all).matches), change));

describe('money before shipping', () => {
  it('is wrong for an order sent on a forged slip, and on a real slip that she did not match', () => {
    expect(say((all) => Object.assign(all[1] ?? {}, { handedOverSeq: 82 }))).toBe('sent_unpaid');
    expect(say((all) => first(all).matches.splice(0))).toBe('sent_unpaid');
  });

  it('is wrong a satang short, and right when a second credit makes it up before sending', () => {
    expect(match({ amount: 11999 })).toBe('sent_short');
    const rest = { creditId: 'crd_9', amount: 1, seq: 75, viewedSeq: 74 };
    const madeUp = (seq: number) =>
      say((all) => {
        Object.assign(first(first(all).matches), { amount: 11999 });
        first(all).matches.push({ ...rest, seq });
      });
    expect([madeUp(75), madeUp(99)]).toEqual(['met', 'matched_late']);
  });

  it('is wrong when matched after hand-over, or before she looked', () => {
    expect(match({ seq: 99 })).toBe('matched_late');
    expect(match({ viewedSeq: null })).toBe('not_looked');
    expect(match({ viewedSeq: 72 })).toBe('not_looked');
  });

  it('does not ask for money of what was not sent, nor praise sending nothing', () => {
    expect(say((all) => void Object.assign(first(all), { handedOverSeq: null, matches: [] }))).toBe('met');
    expect(say((all) => all.forEach((each) => void Object.assign(each, { handedOverSeq: null })))).toBe('none');
  });

  it.each<[string, (money: MoneyFacts) => void]>([
    ['fewer than three transfers', ({ transfers }) => void transfers.splice(2)],
    ['none with a forged slip', ({ transfers }) => void Object.assign(transfers[1] ?? {}, { forged: false })],
  ])('is not observed with %s', (_, change) => {
    const said = fullySaidOf('money-before-shipping@1', ({ money }) => money && change(money));
    expect([said.key, said.notObserved]).toEqual(['no_transfer', true]);
  });
});
