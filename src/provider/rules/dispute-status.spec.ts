import { describe, expect, it } from '@jest/globals';
import {
  DISPUTE_STATUSES,
  type DisputeMove,
  disputeAfter,
  isClosed,
  isRefundable,
  verdictAtOnce,
  verdictOf,
} from './dispute-status.js';

const WALK: Record<DisputeMove, Record<string, string>> = {
  submit: { warning_needs_response: 'warning_under_review', needs_response: 'under_review' },
  escalate: { warning_needs_response: 'needs_response', warning_under_review: 'needs_response' },
  close: {
    warning_needs_response: 'warning_closed',
    warning_under_review: 'warning_closed',
    needs_response: 'lost',
  },
  lapse: {
    warning_needs_response: 'warning_closed',
    warning_under_review: 'warning_closed',
    needs_response: 'lost',
  },
  refund: { warning_needs_response: 'warning_closed', warning_under_review: 'warning_closed' },
  win: { under_review: 'won' },
  lose: { under_review: 'lost' },
};

describe('a dispute', () => {
  for (const [move, from] of Object.entries(WALK) as Array<[DisputeMove, Record<string, string>]>) {
    it(`can ${move} from ${Object.keys(from).join(', ')} and from nowhere else`, () => {
      const seen = DISPUTE_STATUSES.flatMap((status) => {
        const next = disputeAfter(status, move);
        return next ? [[status, next]] : [];
      });
      expect(Object.fromEntries(seen)).toEqual(from);
    });
  }

  it('leaves a payment refundable only while the buyer’s bank has not taken the money', () => {
    expect(DISPUTE_STATUSES.filter(isRefundable)).toEqual([
      'warning_needs_response',
      'warning_under_review',
      'warning_closed',
      'won',
    ]);
    expect(DISPUTE_STATUSES.filter(isClosed)).toEqual(['warning_closed', 'won', 'lost']);
  });

  it('is decided by evidence that answers the complaint, or at once by the words of the test mode', () => {
    expect(verdictOf('product_not_received', { shipping_tracking_number: 'TH1' })).toBe('win');
    expect(verdictOf('fraudulent', { shipping_tracking_number: 'TH1' })).toBe('lose');
    expect(verdictOf('general', { uncategorized_text: 'please' })).toBe('lose');
    expect(verdictAtOnce({ uncategorized_text: 'winning_evidence' })).toBe('win');
    expect(verdictAtOnce({ uncategorized_text: 'losing_evidence' })).toBe('lose');
    expect(verdictAtOnce({ uncategorized_text: 'escalate_inquiry_evidence' })).toBe('escalate');
    expect(verdictAtOnce({ uncategorized_text: 'other' })).toBeNull();
  });
});
