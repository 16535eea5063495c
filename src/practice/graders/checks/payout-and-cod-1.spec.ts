import { describe, expect, it } from '@jest/globals';
import { booksSaid, fullySaidOf } from '../spec-support.js';

const payout = (amount: number) =>
  booksSaid('payout-and-cod@1', ({ payout: it }) => Object.assign(it.computed ?? {}, { amount }));
const cod = (amount: number, change: object = {}) =>
  booksSaid('payout-and-cod@1', ({ cashToCome }) => {
    Object.assign(cashToCome, change);
    Object.assign(cashToCome.computed ?? {}, { amount });
  });

describe('the payout and the cash on delivery to come', () => {
  it('is what is left after fees and refunds, give or take a satang', () => {
    expect([payout(82999), payout(83000), payout(83001)]).toEqual(['met', 'met', 'met']);
    expect([payout(82998), payout(83002)]).toEqual(['other_payout', 'other_payout']);
  });

  it('is told apart when nothing was taken off', () => {
    expect(payout(100000)).toBe('fees_kept');
  });

  it('counts what the carrier collected and still holds: not what is long paid over, not what is still on its way', () => {
    expect(cod(50000)).toBe('other_cod');
    expect(cod(40000)).toBe('other_cod');
    expect(cod(50000, { holdDays: 30 })).toBe('met');
    expect(cod(0, { on: '2026-11-22T04:59:59.000Z' })).toBe('met');
    // Paid over at the very end of the hold.
    expect(cod(0, { on: '2026-11-25T05:00:00.000Z' })).toBe('met');
  });

  it('is not finished with one of the two, and not observed without a statement', () => {
    expect(booksSaid('payout-and-cod@1', (books) => Object.assign(books.payout, { computed: null }))).toBe('none');
    expect(booksSaid('payout-and-cod@1', (books) => Object.assign(books.cashToCome, { computed: null }))).toBe(
      'no_cod',
    );
    const said = fullySaidOf('payout-and-cod@1', ({ books }) => books?.payout.lines.splice(0));
    expect([said.key, said.notObserved]).toEqual(['no_statement', true]);
  });
});
