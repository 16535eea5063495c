import { describe, expect, it } from '@jest/globals';
import { answersEmail, givesGoodAccount, REFUND_STATUSES, type RefundMove, refundAfter } from './refund-status.js';

const WALK: Record<RefundMove, Record<string, string>> = {
  answer: { requires_action: 'pending' },
  succeed: { pending: 'succeeded' },
  fail: { pending: 'failed', succeeded: 'failed' },
  cancel: { requires_action: 'canceled' },
  expire: { requires_action: 'failed' },
};

describe('a refund', () => {
  for (const [move, from] of Object.entries(WALK) as Array<[RefundMove, Record<string, string>]>) {
    it(`can ${move} from ${Object.keys(from).join(', ')} and from nowhere else`, () => {
      const seen = REFUND_STATUSES.flatMap((status) => {
        const next = refundAfter(status, move);
        return next ? [[status, next]] : [];
      });
      expect(Object.fromEntries(seen)).toEqual(from);
    });
  }

  it('is answered by every buyer but those whose address says that they do not, or wrongly', () => {
    expect(answersEmail('malee@practice.test')).toBe(true);
    expect(answersEmail('malee+no_answer@practice.test')).toBe(false);
    expect(givesGoodAccount('malee@practice.test')).toBe(true);
    expect(givesGoodAccount('malee+wrong_account@practice.test')).toBe(false);
  });
});
