import { describe, expect, it } from '@jest/globals';
import type { CheckResult } from '../graders/grade.js';
import { verdictsOf } from './verdicts.js';

const check = (change: Partial<CheckResult>): CheckResult => ({
  check: 'title@1',
  criterion: 'ECU04.2.1',
  task: 'list-product',
  weight: 8,
  outcome: 'not_met',
  points: 0,
  messageKey: 'title.no_size',
  messageParams: {},
  evidence: [],
  ...change,
});
const toneOf = (outcome: CheckResult['outcome']) => verdictsOf({ checks: [check({ outcome })] }, 'k3x9', [])[0]?.tone;

describe('a verdict on a page', () => {
  it('is never "wrong" for what was not tried, was blocked, or broke on our side', () => {
    expect(toneOf('met')).toBe('met');
    expect(toneOf('not_met')).toBe('again');
    expect(toneOf('not_attempted')).toBe('not_yet');
    expect(toneOf('blocked')).toBe('not_yet');
    expect(toneOf('needs_person')).toBe('person');
    expect(toneOf('error')).toBe('ours');
  });

  it('leads to the very product that is to be mended', () => {
    const evidence: CheckResult['evidence'] = [
      { kind: 'state', path: 'title', value: 'ชา', where: { page: 'product', id: 'prd_1' } },
    ];
    expect(verdictsOf({ checks: [check({ evidence })] }, 'k3x9', [])[0]?.href).toBe('/m/k3x9/products/prd_1');
  });

  it('leads to the page of the rules where a policy is to be mended', () => {
    const evidence: CheckResult['evidence'] = [
      { kind: 'absence', looked: 'policy.published', where: { page: 'policies' } },
    ];
    expect(verdictsOf({ checks: [check({ evidence })] }, 'k3x9', [])[0]?.href).toBe('/m/k3x9/shop/returns');
  });
});
