import { describe, expect, it } from '@jest/globals';
import { ROUND_ROLES, whyNotAppoint } from './round-roles.js';

describe('who does what in a round', () => {
  it.each(['assessor', 'second', 'moderator'] as const)('keeps the %s from watching and from deciding', (judge) => {
    expect(whyNotAppoint('invigilator', [judge], ['assessor'])).toBe('is_judge');
    expect(whyNotAppoint('decider', [judge], ['assessor'])).toBe('is_judge');
    expect(whyNotAppoint(judge, ['invigilator'], ['assessor'])).toBe('is_not_judge_only');
    expect(whyNotAppoint(judge, ['decider'], ['assessor'])).toBe('is_not_judge_only');
  });

  it('lets one person watch and decide, and one judge in two stages of different work', () => {
    expect(whyNotAppoint('decider', ['invigilator'], ['admin'])).toBeNull();
    expect(whyNotAppoint('second', ['assessor'], ['assessor'])).toBeNull();
  });

  it('asks only assessors to judge', () => {
    expect(ROUND_ROLES.filter((role) => whyNotAppoint(role, [], ['trainer']) === 'no_assessor')).toEqual([
      'assessor',
      'second',
      'moderator',
    ]);
  });
});
