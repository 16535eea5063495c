import { describe, expect, it } from '@jest/globals';
import { frameworkNamed } from '../../practice/competency/framework.js';
import { readReason, readRound, wholeNumber } from './round-form.js';

const framework = frameworkNamed('ecu-sbx-1.0.0');
const now = new Date('2026-12-01T00:00:00Z');
const form = {
  name: 'รอบธันวาคม',
  unit: 'ECU03',
  kind: 'class',
  place: 'ศูนย์บ้านนา',
  opens: '2569-12-02T08:00',
  closes: '2569-12-02T17:00',
  recommended: '๖๐',
  appealDays: '30',
};
const fields = (changed: object) =>
  readRound({ ...form, ...changed }, framework, now).problems.map(({ field }) => field);

describe('the form of a new round', () => {
  it('is read in Bangkok time, with years and digits as people write them', () => {
    expect(readRound(form, framework, now).wanted).toEqual({
      name: 'รอบธันวาคม',
      unitCode: 'ECU03',
      kind: 'class',
      place: 'ศูนย์บ้านนา',
      opensAt: new Date('2026-12-02T01:00:00Z'),
      closesAt: new Date('2026-12-02T10:00:00Z'),
      recommendedPercent: 60,
      appealDays: 30,
    });
  });

  it('names each field that is missing or wrong', () => {
    expect(readRound({}, framework, now).problems.map(({ field }) => field)).toEqual([
      'name',
      'unit',
      'kind',
      'place',
      'opens',
      'closes',
      'recommended',
      'appealDays',
    ]);
    expect(fields({ unit: 'ECU99' })).toEqual(['unit']);
    expect(fields({ closes: '2569-12-02T07:59' })).toEqual(['closes']);
    expect(fields({ opens: '2568-12-02T08:00', closes: '2568-12-02T17:00' })).toEqual(['closes']);
    expect(fields({ recommended: '0' })).toEqual(['recommended']);
  });
});

describe('what people fill in', () => {
  it('is a whole number within its bounds, or none', () => {
    expect([wholeNumber('0', 0, 4), wholeNumber('4', 0, 4), wholeNumber(['4'], 0, 4)]).toEqual([0, 4, null]);
    expect([wholeNumber('5', 0, 4), wholeNumber('1.5', 0, 4), wholeNumber('', 0, 4)]).toEqual([null, null, null]);
  });

  it('is a reason that somebody else can follow', () => {
    expect(readReason('ok')).toBeNull();
    expect(readReason('ก'.repeat(501))).toBeNull();
    expect(readReason('รอบแรกของศูนย์')).toBe('รอบแรกของศูนย์');
  });
});
