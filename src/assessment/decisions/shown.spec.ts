import { describe, expect, it } from '@jest/globals';
import { afterReassessment, shownIn } from './shown.js';

const exercise = (occasions?: number) => ({
  criteria: [{ code: 'C1', method: 'auto' as const, required: true, ...(occasions ? { occasions } : {}) }],
});

describe('what the work of a session shows', () => {
  it('counts each work as one occasion, and as many as its check declares', () => {
    const met = new Map([['C1', 'met' as const]]);
    const not = new Map([['C1', 'not_met' as const]]);
    expect(shownIn([{ exercise: exercise(), verdicts: met }])).toEqual({ C1: ['met'] });
    const both = [
      { exercise: exercise(2), verdicts: met },
      { exercise: exercise(), verdicts: not },
    ];
    expect(shownIn(both)).toEqual({ C1: ['met', 'met', 'not_met'] });
  });

  it('leaves out what its exercise never looked at', () => {
    expect(shownIn([{ exercise: exercise(), verdicts: new Map([['C9', 'met' as const]]) }])).toEqual({ C9: [] });
  });
});

describe('a re-assessment', () => {
  const before = {
    shown: { C1: ['met', 'not_met'], C2: ['met'], C3: ['met', 'met'] },
    standings: { C1: 'not_met', C2: 'not_observed', C3: 'met' },
  } as const;
  const copy = {
    shown: { C1: [...before.shown.C1], C2: [...before.shown.C2], C3: [...before.shown.C3] },
    standings: before.standings,
  };

  it('begins anew where she had not met it, and goes on where too little had been seen', () => {
    const now = { C1: ['met', 'met'], C2: ['met'] } as { [code: string]: Array<'met'> };
    expect(afterReassessment(copy, new Set(['C1', 'C2']), now)).toEqual({
      C1: ['met', 'met'],
      C2: ['met', 'met'],
      C3: ['met', 'met'],
    });
  });

  it('takes nothing from new work about what was not to be assessed again', () => {
    expect(afterReassessment(copy, new Set(['C1']), { C3: ['not_met'] }).C3).toEqual(['met', 'met']);
  });
});
