import { describe, expect, it } from '@jest/globals';
import { type MatchState, whyNotUndo } from './undoing.js';

const OPEN: MatchState = { orderStatus: 'packed', handedOverAt: null, backSatang: 0, hasAcceptedSlip: false };

describe('a wrong match', () => {
  it('can be undone until the parcel leaves', () => expect(whyNotUndo(OPEN)).toBeNull());

  it.each<[string, Partial<MatchState>, string]>([
    [
      'the parcel has left',
      { orderStatus: 'handed_over', handedOverAt: '2026-11-02T01:00:00.000Z' },
      'bank.undo_shipped',
    ],
    ['money went back', { backSatang: 1 }, 'bank.undo_refunded'],
    ['the order is cancelled', { orderStatus: 'cancelled' }, 'bank.undo_cancelled'],
    ['a slip was accepted for it', { hasAcceptedSlip: true }, 'bank.undo_slip'],
  ])('stays when %s', (_when, change, why) => expect(whyNotUndo({ ...OPEN, ...change })).toBe(why));
});
