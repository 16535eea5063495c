import { describe, expect, it } from '@jest/globals';
import { DAY } from '../../shared/clock.js';
import { whyNotDecide } from './who-may-decide.js';

const now = new Date('2026-12-01T09:00:00Z');
const decider = { isDecider: true, isCandidate: false, taughtUntil: null, hasMarked: false };
const daysAgo = (days: number) => new Date(now.getTime() - days * DAY);

describe('who may decide of a unit', () => {
  it('is who is named for it and has nothing else to do with the candidate', () => {
    expect(whyNotDecide(decider, now)).toBeNull();
    expect(whyNotDecide({ ...decider, isDecider: false }, now)).toBe('no_decider');
    expect(whyNotDecide({ ...decider, isCandidate: true }, now)).toBe('own');
    expect(whyNotDecide({ ...decider, hasMarked: true }, now)).toBe('marked');
  });

  it('is nobody who taught her within 730 days', () => {
    expect(whyNotDecide({ ...decider, taughtUntil: daysAgo(729) }, now)).toBe('trained');
    expect(whyNotDecide({ ...decider, taughtUntil: daysAgo(730) }, now)).toBeNull();
  });
});
