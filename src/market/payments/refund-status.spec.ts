import { describe, expect, it } from '@jest/globals';
import { mayRefundBecome, REFUND_STATUSES, refundStatusOf } from './refund-status.js';

const ALLOWED = [
  'wanted sent',
  'wanted done',
  'wanted failed',
  'sent done',
  'sent failed',
  'done failed',
  'failed by_hand',
];

describe('the way of a refund', () => {
  for (const from of REFUND_STATUSES)
    for (const to of REFUND_STATUSES) {
      const may = ALLOWED.includes(`${from} ${to}`);
      it(`from ${from} ${may ? 'leads' : 'does not lead'} to ${to}`, () => expect(mayRefundBecome(from, to)).toBe(may));
    }

  it.each([
    ['succeeded', 'done'],
    ['pending', 'sent'],
    ['requires_action', 'sent'],
    ['failed', 'failed'],
    ['canceled', 'failed'],
  ])('called %s by the provider is %s here', (theirs, ours) => expect(refundStatusOf(theirs)).toBe(ours));
});
