import { describe, expect, it } from '@jest/globals';
import type { BooksFacts } from '../facts-books.js';
import { booksSaid, fullySaidOf } from '../spec-support.js';

const say = (change: (books: BooksFacts) => void) => booksSaid('books-and-profit@1', change);
const line = (change: object) => say(({ lines }) => Object.assign(lines[1] ?? {}, change));
const profit = (amount: number) => say((books) => Object.assign(books.profit ?? {}, { amount }));

describe('the book and the profit', () => {
  it('has a line for every money event, at its amount, with its document', () => {
    expect(say(({ lines }) => lines.pop())).toBe('missing');
    expect(line({ eventId: null })).toBe('missing');
    expect(line({ amount: 40001 })).toBe('other_amount');
    expect(line({ documentId: null })).toBe('no_document');
  });

  it('states the profit within half a percent, the household\u2019s money left out', () => {
    expect([profit(79600), profit(80400)]).toEqual(['met', 'met']);
    expect([profit(79599), profit(80401)]).toEqual(['other_profit', 'other_profit']);
    expect(profit(60000)).toBe('other_profit');
  });

  it('states a loss as a loss', () => {
    const loss = (amount: number) =>
      say((books) => {
        Object.assign(books.moneyEvents[1] ?? {}, { amount: 200000 });
        Object.assign(books.lines[1] ?? {}, { amount: 200000 });
        Object.assign(books.profit ?? {}, { amount });
      });
    expect([loss(-80000), loss(80000)]).toEqual(['met', 'other_profit']);
  });

  it('is not finished without a profit or a line, and not observed when no money moved', () => {
    expect(say((books) => Object.assign(books, { profit: null }))).toBe('no_profit');
    expect(say(({ lines }) => lines.splice(0))).toBe('none');
    const said = fullySaidOf('books-and-profit@1', ({ books }) => books?.moneyEvents.splice(0));
    expect([said.key, said.notObserved]).toEqual(['no_event', true]);
  });
});
