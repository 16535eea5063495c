import { describe, expect, it } from '@jest/globals';
import { DISPUTE_STATUSES, disputeStatusOf, mayDisputeBecome, tookMoney } from './dispute-status.js';

describe('a dispute', () => {
  it('goes from an inquiry to the money being taken, and to an end from which it does not move', () => {
    const moves = DISPUTE_STATUSES.flatMap((from) =>
      DISPUTE_STATUSES.filter((to) => mayDisputeBecome(from, to)).map((to) => `${from}>${to}`),
    );
    expect(moves).toEqual([
      'inquiry>closed',
      'inquiry>withdrawn',
      'inquiry>won',
      'inquiry>lost',
      'withdrawn>won',
      'withdrawn>lost',
    ]);
  });

  it('may be heard of first at any point', () =>
    expect(DISPUTE_STATUSES.every((to) => mayDisputeBecome(null, to))).toBe(true));

  it.each([
    ['warning_needs_response', 'inquiry', false],
    ['warning_under_review', 'inquiry', false],
    ['warning_closed', 'closed', false],
    ['needs_response', 'withdrawn', true],
    ['under_review', 'withdrawn', true],
    ['won', 'won', true],
    ['lost', 'lost', true],
  ] as const)('that the provider calls %s is %s here', (theirs, ours, isMoney) => {
    expect(disputeStatusOf(theirs)).toBe(ours);
    expect(tookMoney(disputeStatusOf(theirs))).toBe(isMoney);
  });
});
