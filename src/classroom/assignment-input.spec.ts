import { describe, expect, it } from '@jest/globals';
import { readAssignment } from './assignment-input.js';

const now = new Date('2026-11-24T02:00:00.000Z');
const read = (form: Record<string, string>) =>
  readAssignment({ exercise: 'first-sale', mode: 'practice', ...form }, ['first-sale'], now);

describe('what a trainer assigns', () => {
  it('is open from now on and for good when no time is given', () => {
    expect(read({}).input).toEqual({ code: 'first-sale', mode: 'practice', opensAt: null, closesAt: null });
  });

  it('opens and closes in Bangkok time, in either era', () => {
    const { input } = read({ opens: '2026-11-25T09:00', closes: '2569-11-25T12:30' });
    expect(input?.opensAt?.toISOString()).toBe('2026-11-25T02:00:00.000Z');
    expect(input?.closesAt?.toISOString()).toBe('2026-11-25T05:30:00.000Z');
  });

  it('must be an exercise that there is, as practice or as an assessment', () => {
    expect(read({ exercise: 'nosuch', mode: '' }).problems).toEqual([
      { field: 'exercise', key: 'classroom.exercise_missing' },
      { field: 'mode', key: 'classroom.mode_missing' },
    ]);
  });

  it('cannot close before it opens or before now', () => {
    const tooEarly = [{ field: 'closes', key: 'classroom.closes_too_early' }];
    expect(read({ opens: '2026-11-25T09:00', closes: '2026-11-25T09:00' }).problems).toEqual(tooEarly);
    expect(read({ closes: '2026-11-24T08:59' }).problems).toEqual(tooEarly);
  });

  it('says of which time it cannot be read', () => {
    expect(read({ opens: 'พรุ่งนี้' }).problems).toEqual([{ field: 'opens', key: 'classroom.time_unreadable' }]);
    expect(read({ closes: '2026-13-45T99:99' }).problems).toEqual([
      { field: 'closes', key: 'classroom.time_unreadable' },
    ]);
  });
});
