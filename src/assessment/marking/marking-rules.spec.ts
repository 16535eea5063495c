import { describe, expect, it } from '@jest/globals';
import { loadFramework } from '../../practice/competency/framework.js';
import { seedPath } from '../../shared/seed-file.js';
import { MARKING_STATUSES, statusAfter, statusesBefore } from './marking-status.js';
import { missingForSignature, missingForUnit } from './missing.js';
import { whyNotMark } from './who-may-mark.js';

describe('who may mark', () => {
  it('is nobody her own work, in practice either', () => {
    for (const mode of ['practice', 'assessment'] as const)
      expect(whyNotMark({ isOwn: true, isOwnTrainee: false, mode })).toBe('own_work');
  });

  it('is in an assessment nobody who teaches the learner', () => {
    expect(whyNotMark({ isOwn: false, isOwnTrainee: true, mode: 'assessment' })).toBe('own_trainee');
    expect(whyNotMark({ isOwn: false, isOwnTrainee: true, mode: 'practice' })).toBeNull();
    expect(whyNotMark({ isOwn: false, isOwnTrainee: false, mode: 'assessment' })).toBeNull();
  });
});

describe('a marking', () => {
  it('goes from unmarked to signed and no further', () => {
    const moves = MARKING_STATUSES.map((from) => [from, statusAfter(from, 'mark'), statusAfter(from, 'sign')]);
    expect(moves).toEqual([
      ['not_marked', 'in_marking', undefined],
      ['in_marking', 'in_marking', 'marking_completed'],
      ['marking_completed', undefined, undefined],
    ]);
    expect(statusesBefore('sign')).toEqual(['in_marking']);
  });
});

describe('what is missing', () => {
  it('before a signature is each criterion without an answer, and each whose check broke even with one', () => {
    const missing = missingForSignature([
      { code: 'A', method: 'auto', outcome: 'met', isMarked: true },
      { code: 'B', method: 'auto', outcome: 'met', isMarked: false },
      { code: 'C', method: 'both', outcome: 'met', isMarked: false },
      { code: 'D', method: 'auto', outcome: 'needs_person', isMarked: false },
      { code: 'E', method: 'auto', outcome: 'error', isMarked: true },
    ]);
    expect(missing.map(({ code, why }) => `${code} ${why}`)).toEqual([
      'B unmarked',
      'C own_answer',
      'D own_answer',
      'E error',
    ]);
  });

  it('before a unit can be decided are the criteria that other work must show', () => {
    const unit = loadFramework(seedPath('frameworks/ecu-sbx-1.0.0.json')).units.find(({ code }) => code === 'ECU03');
    if (!unit) throw new Error('There is no ECU03.');
    const { total, shown, rest } = missingForUnit(unit, new Set(['ECU03.1.1', 'ECU03.2.3', 'ECU04.1.1']));
    expect([shown, rest.length]).toEqual([2, total - 2]);
    expect(rest.map(({ code }) => code)).not.toContain('ECU03.1.1');
  });
});
