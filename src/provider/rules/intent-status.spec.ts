import { describe, expect, it } from '@jest/globals';
import { INTENT_STATUSES, type IntentMove, whyNotMove } from './intent-status.js';

const WALK: Record<IntentMove, string[]> = {
  confirm: ['requires_payment_method', 'requires_confirmation', 'requires_action'],
  capture: ['requires_capture'],
  cancel: ['requires_payment_method', 'requires_confirmation', 'requires_action', 'requires_capture'],
  update: ['requires_payment_method', 'requires_confirmation', 'requires_action'],
  authenticate: ['requires_action'],
  process: ['processing'],
};

describe('a payment intent', () => {
  for (const [move, from] of Object.entries(WALK) as Array<[IntentMove, string[]]>) {
    it(`can ${move} only from ${from.join(', ')}`, () => {
      expect(INTENT_STATUSES.filter((status) => whyNotMove(status, move) === null).sort()).toEqual([...from].sort());
    });
  }

  it('says in Stripe’s words why it cannot be captured', () => {
    expect(whyNotMove('succeeded', 'capture')).toBe(
      'This PaymentIntent could not be captured because it has a status of succeeded. Only a PaymentIntent with one of the following statuses may be captured: requires_capture.',
    );
  });
});
