import { describe, expect, it } from '@jest/globals';
import { failureAt, PAYOUT_STATUSES, type PayoutMove, payoutAfter, payoutTimes } from './payout-status.js';

const WALK: Record<PayoutMove, Record<string, string>> = {
  leave: { pending: 'in_transit' },
  arrive: { in_transit: 'paid' },
  fail: { pending: 'failed', in_transit: 'failed', paid: 'failed' },
  cancel: { pending: 'canceled' },
};

describe('a payout', () => {
  for (const [move, from] of Object.entries(WALK) as Array<[PayoutMove, Record<string, string>]>) {
    it(`can ${move} from ${Object.keys(from).join(', ')} and from nowhere else`, () => {
      const seen = PAYOUT_STATUSES.flatMap((status) => {
        const next = payoutAfter(status, move);
        return next ? [[status, next]] : [];
      });
      expect(Object.fromEntries(seen)).toEqual(from);
    });
  }

  it('leaves at midnight in Bangkok and arrives at noon, never at a weekend', () => {
    const times = (from: string) => {
      const { leaves, arrives } = payoutTimes(Date.parse(from) / 1000);
      return [leaves, arrives].map((seconds) => new Date(seconds * 1000).toISOString().slice(0, 16));
    };
    // Tuesday, 08:00 in Bangkok; Tuesday, 23:59 there; Friday evening.
    expect(times('2026-11-24T01:00:00Z')).toEqual(['2026-11-24T17:00', '2026-11-25T05:00']);
    expect(times('2026-11-24T16:59:59Z')).toEqual(['2026-11-24T17:00', '2026-11-25T05:00']);
    expect(times('2026-11-27T12:00:00Z')).toEqual(['2026-11-27T17:00', '2026-11-30T05:00']);
  });

  it('fails at the account numbers that Stripe publishes for that', () => {
    expect(failureAt('ba_000111111113')).toBe('account_closed');
    expect(failureAt('ba_practice')).toBeNull();
  });
});
