import { describe, expect, it } from '@jest/globals';
import { declineWords } from './decline-words.js';

describe('what a buyer reads of a payment that failed', () => {
  it.each([
    ['insufficient_funds', 'payments.declined_no_money'],
    ['expired_card', 'payments.declined_expired_card'],
    ['payment_intent_authentication_failure', 'payments.declined_not_confirmed'],
    ['generic_decline', 'payments.declined'],
    [null, 'payments.declined'],
  ])('a card that failed with %s: %s', (failureCode, words) => {
    expect(declineWords({ method: 'card', failureCode })).toBe(words);
  });

  it('blames no card where none was used', () => {
    const failureCode = 'payment_intent_payment_attempt_failed';
    expect(declineWords({ method: 'promptpay', failureCode })).toBe('payments.declined_not_paid');
    expect(declineWords({ method: 'wallet', failureCode })).toBe('payments.declined_not_paid');
    expect(declineWords({ method: 'promptpay', failureCode: 'payment_intent_payment_attempt_expired' })).toBe(
      'payments.declined_too_late',
    );
  });
});
