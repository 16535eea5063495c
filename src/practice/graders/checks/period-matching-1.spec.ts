import { describe, expect, it } from '@jest/globals';
import type { BooksFacts } from '../facts-books.js';
import { booksSaid, fullySaidOf } from '../spec-support.js';

type Submitted = NonNullable<BooksFacts['matching']['submitted']>;
const say = (change: (submitted: Submitted) => void) =>
  booksSaid('period-matching@1', ({ matching }) => matching.submitted && change(matching.submitted));

describe('matching a period', () => {
  it('is wrong with crossed pairs, and with a stranger\u2019s money given to an order', () => {
    expect(say(({ pairs }) => Object.assign(pairs[0] ?? {}, { orderId: 'ord_s3' }))).toBe('wrong_pair');
    expect(say(({ pairs }) => pairs.push({ creditId: 'crd_3', orderId: 'ord_s9' }))).toBe('wrong_pair');
  });

  it('is wrong when a credit is left out, even if it is listed as unmatched', () => {
    expect(say(({ pairs }) => pairs.pop())).toBe('left_out');
    const setAside = say(({ pairs, unmatched }) => {
      pairs.pop();
      unmatched.push('crd_2');
    });
    expect(setAside).toBe('left_out');
  });

  it('lists what belongs to no order', () => {
    expect(say(({ unmatched }) => unmatched.pop())).toBe('not_listed');
  });

  it('names how many and the first amount in baht', () => {
    const { params } = fullySaidOf('period-matching@1', ({ books }) => books?.matching.submitted?.pairs.splice(0));
    expect(params).toEqual({ found: 2, amount: 120 });
  });

  it('is not attempted before it is submitted, and not observed when no money came', () => {
    expect(booksSaid('period-matching@1', ({ matching }) => Object.assign(matching, { submitted: null }))).toBe('none');
    const said = fullySaidOf('period-matching@1', ({ books }) => books?.matching.credits.splice(0));
    expect([said.key, said.notObserved]).toEqual(['no_period', true]);
  });
});
