import { describe, expect, it } from '@jest/globals';
import { decideUnit, type Shown } from './unit-outcome.js';

const ASKED = [
  { code: 'slip', critical: true, occasions: 2 },
  { code: 'title', critical: false, occasions: 1 },
  { code: 'price', critical: false, occasions: 1 },
  { code: 'photo', critical: false, occasions: 1 },
  { code: 'label', critical: false, occasions: 1 },
];
const ALL_MET: Record<string, Shown[]> = {
  slip: ['met', 'met'],
  title: ['met'],
  price: ['met'],
  photo: ['met'],
  label: ['met'],
};

const decided = (changed: Record<string, Shown[]>, passPercent = 70) =>
  decideUnit(ASKED, new Map(Object.entries({ ...ALL_MET, ...changed })), passPercent);

describe('the decision of a unit', () => {
  it('is competent when all critical criteria are met and the share of the others', () => {
    expect(decided({})).toMatchObject({ outcome: 'competent', because: [] });
    expect(decided({ label: ['not_met'] })).toMatchObject({ outcome: 'competent', because: ['label'] });
  });

  it('is not yet competent below the share of the others', () => {
    expect(decided({ label: ['not_met'], photo: ['not_attempted'] }).outcome).toBe('not_yet_competent');
    expect(decided({ label: ['not_met'], photo: ['not_attempted'] }, 50).outcome).toBe('competent');
  });

  it('is not yet competent where a critical criterion was seen often enough and not met', () => {
    expect(decided({ slip: ['met', 'not_met'] })).toMatchObject({ outcome: 'not_yet_competent', because: ['slip'] });
  });

  it('cannot be made where a critical criterion was seen too seldom, however bad the rest is', () => {
    expect(decided({ slip: ['met'] }).outcome).toBe('cannot_be_decided_yet');
    expect(decided({ slip: ['not_met', 'not_observed'] }).outcome).toBe('cannot_be_decided_yet');
    expect(decided({ slip: [], title: ['not_met'], price: ['not_met'] }).outcome).toBe('cannot_be_decided_yet');
  });

  it('cannot be made while what was not seen could still turn it', () => {
    expect(decided({ label: ['not_met'], photo: ['not_observed'] }).outcome).toBe('cannot_be_decided_yet');
    expect(decided({ label: ['not_met'], photo: ['not_met'], price: ['not_observed'] }).outcome).toBe(
      'not_yet_competent',
    );
  });

  it('forgives a first miss when it is met as often as asked afterwards', () => {
    expect(decided({ slip: ['not_met', 'met', 'met'] }).criteria[0]).toEqual({
      code: 'slip',
      critical: true,
      standing: 'met',
      met: 2,
      seen: 3,
      occasions: 2,
    });
  });

  it('holds for a unit whose criteria are all critical', () => {
    const one = [{ code: 'slip', critical: true, occasions: 1 }];
    expect(decideUnit(one, new Map([['slip', ['met' as const]]]), 70).outcome).toBe('competent');
  });
});
