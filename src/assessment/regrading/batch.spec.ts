import { describe, expect, it } from '@jest/globals';
import { BATCH_STATUSES, type BatchMove, batchAfter, EMPTY_SUMMARY, whyNotApply, withChanges } from './batch.js';
import type { Changes } from './changes.js';

const changes = (more: Partial<Changes>): Changes => ({
  direction: 'up',
  criteria: [],
  reworded: [],
  points: { from: 0, fromMax: 10, to: 10, toMax: 10 },
  isBroken: false,
  ...more,
});
const ready = { status: 'ready' as const, summary: EMPTY_SUMMARY, unreadable: [], approvedBy: null };

describe('a regrade', () => {
  it('is applied or cancelled once, and never before it is ready', () => {
    const moves: BatchMove[] = ['finish', 'apply', 'cancel'];
    const allowed = BATCH_STATUSES.flatMap((status) =>
      moves.flatMap((move) => (batchAfter(status, move) ? [`${status} ${move} ${batchAfter(status, move)}`] : [])),
    );
    expect(allowed).toEqual([
      'running finish ready',
      'running cancel cancelled',
      'ready apply applied',
      'ready cancel cancelled',
    ]);
    expect(whyNotApply({ ...ready, status: 'running' })).toBe('not_ready');
    expect(whyNotApply(ready)).toBeNull();
  });

  it('adds up who gains and who loses, in all and at each criterion', () => {
    const lost = changes({ direction: 'down', criteria: [{ code: 'a', from: 'met', to: 'not_met' }] });
    const gained = changes({ criteria: [{ code: 'a', from: 'not_met', to: 'met' }] });
    const unasked = changes({ direction: 'level', criteria: [{ code: 'b', from: 'met', to: null }] });
    expect([lost, gained, gained, unasked].reduce(withChanges, EMPTY_SUMMARY)).toEqual({
      directions: { down: 1, up: 2, level: 1 },
      broken: 0,
      criteria: { a: { gained: 2, lost: 1 }, b: { gained: 0, lost: 0 } },
    });
  });

  it('takes nothing from anybody before a second person approved', () => {
    const summary = withChanges(EMPTY_SUMMARY, changes({ direction: 'down' }));
    expect(whyNotApply({ ...ready, summary })).toBe('not_approved');
    expect(whyNotApply({ ...ready, summary, approvedBy: 'per_other' })).toBeNull();
  });

  it('is barred by a check that broke and by work that cannot be read', () => {
    const summary = withChanges(EMPTY_SUMMARY, changes({ isBroken: true }));
    expect(whyNotApply({ ...ready, summary, approvedBy: 'per_other' })).toBe('broken');
    expect(whyNotApply({ ...ready, unreadable: ['sub_1'] })).toBe('unreadable');
  });
});
