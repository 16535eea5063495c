import { describe, expect, it } from '@jest/globals';
import { SETUP_STATUSES, type SetupMove, whyNotSetUp } from './setup-status.js';

const OPEN = ['requires_payment_method', 'requires_confirmation', 'requires_action'];
const WALK: Record<SetupMove, string[]> = {
  confirm: OPEN,
  cancel: OPEN,
  update: OPEN,
  authenticate: ['requires_action'],
};

describe('a setup intent', () => {
  for (const [move, from] of Object.entries(WALK) as Array<[SetupMove, string[]]>) {
    it(`can ${move} only from ${from.join(', ')}`, () => {
      expect(SETUP_STATUSES.filter((status) => whyNotSetUp(status, move) === null)).toEqual(from);
    });
  }

  it('says in Stripe’s words why not', () => {
    expect(whyNotSetUp('succeeded', 'confirm')).toContain('already succeeded');
    expect(whyNotSetUp('canceled', 'cancel')).toContain('could not be canceled because it has a status of canceled');
  });
});
