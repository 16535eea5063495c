import { describe, expect, it } from '@jest/globals';
import { Refusal } from '../../shared/refusal.js';
import { noteFrom, noteSums, rightNote } from './credit-note.js';

const FORM = { title: 'credit_note', amount: '107', vat: 'split', vatAmount: '7', reason: 'ของแตก' };
const problemsOf = (form: Record<string, string>) => {
  try {
    noteFrom(form);
    return [];
  } catch (refusal) {
    return refusal instanceof Refusal && refusal.kind === 'invalid'
      ? refusal.problems.map(({ field }) => field)
      : ['?'];
  }
};

describe('a credit note', () => {
  it('is read from its form, and what is missing is named', () => {
    expect(noteFrom(FORM)).toEqual({
      title: 'credit_note',
      amountSatang: 10_700,
      vatSatang: 700,
      reason: 'ของแตก',
    });
    expect(noteFrom({ ...FORM, vat: 'none', vatAmount: '' }).vatSatang).toBeNull();
    expect(problemsOf({})).toEqual(['title', 'amount', 'vat', 'reason']);
    expect(problemsOf({ ...FORM, vatAmount: 'เจ็ด', amount: '0' })).toEqual(['amount', 'vatAmount']);
  });

  it('says what the sum was, what is right now, and what the difference is without VAT', () => {
    const sums = noteSums({ amountSatang: 10_700, vatSatang: 700 }, 28_500);
    expect(sums).toEqual({ wasSatang: 28_500, rightSatang: 17_800, beforeVatSatang: 10_000 });
    expect(noteSums({ amountSatang: 500, vatSatang: null }, 28_500, 10_700)).toEqual({
      wasSatang: 17_800,
      rightSatang: 17_300,
      beforeVatSatang: 500,
    });
  });

  it.each([
    ['registered', true, 10_700, 'credit_note', 700],
    ['registered, all of it exempt', true, 0, 'credit_note', null],
    ['not registered', false, 10_700, 'refund_note', null],
  ])('has the right name and VAT from a shop that is %s', (_, isRegistered, taxableSatang, title, vatSatang) => {
    const refund = { amountSatang: 10_700, taxableSatang };
    expect(rightNote(refund, { isRegistered, basisPoints: 700 })).toEqual({ title, vatSatang, amountSatang: 10_700 });
  });
});
