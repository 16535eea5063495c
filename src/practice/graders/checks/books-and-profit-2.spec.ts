import { describe, expect, it } from '@jest/globals';
import type { BooksFacts } from '../facts-books.js';
import { booksSaid } from '../spec-support.js';

const say = (change: (books: BooksFacts) => void) => booksSaid('books-and-profit@2', change);
const line = (change: object) => say(({ lines }) => Object.assign(lines[1] ?? {}, change));
/** 400.00 of materials with a full tax invoice. */
const registered = (change: object, profit = 82_617) =>
  say((books) => {
    Object.assign(books.moneyEvents[1] ?? {}, { vat: 2_617 });
    Object.assign(books.lines[1] ?? {}, { vat: 2_617, ...change });
    Object.assign(books.profit ?? {}, { amount: profit });
  });

describe('the book and the profit of a shop that may be registered for VAT', () => {
  it('has a line for every money event, at its amount, with its document', () => {
    expect(say(({ lines }) => lines.pop())).toBe('missing');
    expect(line({ amount: 40001 })).toBe('other_amount');
    expect(line({ documentId: null })).toBe('no_document');
    expect(say(() => {})).toBe('met');
  });

  it('tells the VAT of each paper, give or take a satang, and none that is not there', () => {
    expect([registered({}), registered({ vat: 2_618 }), registered({ vat: 2_616 })]).toEqual(['met', 'met', 'met']);
    expect([registered({ vat: 0 }), registered({ vat: 2_619 })]).toEqual(['other_vat', 'other_vat']);
    expect(line({ vat: 2_617 })).toBe('other_vat');
  });

  it('has no VAT in its profit', () => {
    expect(registered({}, 80_000)).toBe('other_profit');
  });
});
