import { describe, expect, it } from '@jest/globals';
import type { Unit } from '../../practice/competency/framework.js';
import { blueprintOf, type Planned } from './blueprint.js';

const words = { th: 'ก', en: 'a' };
const criterion = (code: string, critical: boolean) => ({
  code,
  critical,
  statement: words,
  method: 'auto' as const,
  evidence: 'e',
});
const unit: Unit = {
  code: 'U1',
  title: words,
  elements: [
    { code: 'U1.1', title: words, criteria: [criterion('U1.1.1', true), criterion('U1.1.2', false)] },
    { code: 'U1.2', title: words, criteria: [criterion('U1.2.1', false)] },
  ],
};
const planned = (codes: Record<string, number | undefined>, times: number, minutes = 20): Planned => ({
  times,
  exercise: {
    minutes,
    criteria: Object.entries(codes).map(([code, occasions]) => ({ code, occasions, method: 'auto', required: true })),
  },
});

describe('the blueprint of a round', () => {
  it('multiplies what one run shows by how often it is done', () => {
    const { rows } = blueprintOf(unit, [planned({ 'U1.1.1': 2, 'U1.1.2': undefined }, 2)], 50);
    expect(rows.map(({ code, planned: sum }) => [code, sum])).toEqual([
      ['U1.1.1', 4],
      ['U1.1.2', 2],
      ['U1.2.1', 0],
    ]);
  });

  it('names a critical criterion that is seen once only: no decision is possible then', () => {
    const once = blueprintOf(unit, [planned({ 'U1.1.1': undefined, 'U1.1.2': 1, 'U1.2.1': 1 }, 1)], 50);
    expect(once).toMatchObject({ lacking: ['U1.1.1'], isPossible: false });
    const twice = blueprintOf(unit, [planned({ 'U1.1.1': undefined, 'U1.1.2': 1 }, 2)], 50);
    expect(twice).toMatchObject({ lacking: [], isPossible: true, others: { count: 2, covered: 1, needed: 1 } });
  });

  it('is not possible either when too few of the others can be seen at all', () => {
    const few = blueprintOf(unit, [planned({ 'U1.1.1': 2, 'U1.1.2': 1 }, 1)], 51);
    expect(few).toMatchObject({ lacking: [], isPossible: false, others: { needed: 2, covered: 1 } });
  });

  it('takes at most an hour', () => {
    expect(blueprintOf(unit, [planned({}, 3)], 50)).toMatchObject({ minutes: 60, isShortEnough: true });
    expect(blueprintOf(unit, [planned({}, 3), planned({}, 1, 1)], 50)).toMatchObject({ isShortEnough: false });
  });
});
