import { describe, expect, it } from '@jest/globals';
import type { Unit } from '../../practice/competency/framework.js';
import { isAbout, planLines, readAdjustments, readSelfCheck } from './plan.js';

const words = { th: 'ก', en: 'a' };
const criterion = (code: string, method: 'auto' | 'both') => ({
  code,
  critical: false,
  statement: words,
  method,
  evidence: 'e',
});
const unit: Unit = {
  code: 'U1',
  title: words,
  elements: [
    { code: 'U1.1', title: words, criteria: [criterion('U1.1.1', 'auto'), criterion('U1.1.2', 'both')] },
    { code: 'U1.2', title: words, criteria: [criterion('U1.2.1', 'auto')] },
  ],
};
const showing = (...codes: string[]) => ({
  criteria: codes.map((code) => ({ code, method: 'auto' as const, required: true })),
});

describe('the plan of an assessment', () => {
  it('says of what the exercises show who judges it', () => {
    expect(planLines(unit, null, [showing('U1.1.2', 'X9.9.9'), showing('U1.2.1')])).toEqual([
      { code: 'U1.1.2', judgedBy: 'both' },
      { code: 'U1.2.1', judgedBy: 'auto' },
    ]);
  });

  it('is about the missing elements alone when she is assessed again', () => {
    expect(planLines(unit, ['U1.2'], [showing('U1.1.1', 'U1.2.1')])).toEqual([{ code: 'U1.2.1', judgedBy: 'auto' }]);
    expect(isAbout(showing('U1.1.1'), unit, ['U1.2'])).toBe(false);
    expect(isAbout(showing('U1.1.1'), unit, null)).toBe(true);
  });
});

describe('what a candidate writes', () => {
  it('is an answer to every element, or none', () => {
    expect(readSelfCheck({ 'U1.1': 'can', 'U1.2': 'not_yet' }, ['U1.1', 'U1.2'])).toEqual({
      'U1.1': 'can',
      'U1.2': 'not_yet',
    });
    expect(readSelfCheck({ 'U1.1': 'can' }, ['U1.1', 'U1.2'])).toBeNull();
    expect(readSelfCheck({ 'U1.1': 'surely' }, ['U1.1'])).toBeNull();
  });

  it('ticks adjustments and nothing else', () => {
    expect(readAdjustments({ read_aloud: 'yes', more_time: 'yes', easier: 'yes' })).toEqual([
      'more_time',
      'read_aloud',
    ]);
  });
});
