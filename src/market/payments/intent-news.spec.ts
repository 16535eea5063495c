import { describe, expect, it } from '@jest/globals';
import { moveFor, newsOf } from './intent-news.js';

describe('what an intent means for its payment', () => {
  it('is captured once it succeeded', () =>
    expect(moveFor({ status: 'succeeded', failureCode: null })).toBe('capture'));
  it('is expired once it was cancelled', () =>
    expect(moveFor({ status: 'canceled', failureCode: null })).toBe('expire'));
  it('is failed when the card was declined', () =>
    expect(moveFor({ status: 'requires_payment_method', failureCode: 'card_declined' })).toBe('fail'));
  it('is undecided before anybody tried to pay', () =>
    expect(moveFor({ status: 'requires_payment_method', failureCode: null })).toBeNull());
  it('is undecided while the code waits to be scanned', () =>
    expect(moveFor({ status: 'requires_action', failureCode: null })).toBeNull());
  it('names why the bank said no rather than that it did', () => {
    const intent = {
      id: 'pi_1',
      status: 'x',
      last_payment_error: { decline_code: 'insufficient_funds', code: 'card_declined' },
    };
    expect(newsOf(intent).failureCode).toBe('insufficient_funds');
  });
});
