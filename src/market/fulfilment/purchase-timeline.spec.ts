import { describe, expect, it } from '@jest/globals';
import { purchaseTimeline } from './purchase-timeline.js';

const nothing = {
  placedAt: '2026-11-02T01:00:00.000Z',
  paidAt: null,
  acceptedAt: null,
  packedAt: null,
  handedOverAt: null,
  deliveredAt: null,
  completedAt: null,
  cancelledAt: null,
  orderStatus: 'placed',
} as const;
const later = '2026-11-03T01:00:00.000Z';

describe("an order's way as its buyer reads it", () => {
  it('shows all of it, and the one step that she waits for', () => {
    const steps = purchaseTimeline({ ...nothing, paidAt: later });
    expect(steps.map(({ step }) => step)).toEqual([
      'placed',
      'paid',
      'accepted',
      'packed',
      'handed_over',
      'delivered',
      'completed',
    ]);
    expect(steps.filter(({ isNext }) => isNext).map(({ step }) => step)).toEqual(['accepted']);
  });

  it('waits for nothing when it is complete', () => {
    const done = { paidAt: later, acceptedAt: later, packedAt: later, handedOverAt: later, deliveredAt: later };
    const steps = purchaseTimeline({ ...nothing, ...done, completedAt: later, orderStatus: 'completed' });
    expect(steps.some(({ isNext, at }) => isNext || at === null)).toBe(false);
  });

  it('ends where it was cancelled', () => {
    expect(purchaseTimeline({ ...nothing, cancelledAt: later, orderStatus: 'cancelled' })).toEqual([
      { step: 'placed', at: nothing.placedAt, isNext: false },
      { step: 'cancelled', at: later, isNext: false },
    ]);
  });
});
