import { describe, expect, it } from '@jest/globals';
import { readApplicant } from './applicant-name.js';

const keys = (name: unknown, known: string[] = []) => readApplicant(name, known).problems.map(({ key }) => key);

describe('the name of who applies by herself', () => {
  it('is long enough to be found at the door, and is one name', () => {
    expect(keys('มาลี ใจดี')).toEqual([]);
    expect(keys('มา')).toEqual(['rounds.applicant_name']);
    expect(keys('ม'.repeat(81))).toEqual(['rounds.applicant_name']);
    expect(keys(['มาลี', 'มานี'])).toEqual(['rounds.applicant_name']);
  });

  it('is nobody else’s, however it is spaced', () => {
    expect(keys('มาลี  ใจดี', ['มาลีใจดี'])).toEqual(['rounds.applicant_twice']);
  });

  it('is taken while there is room', () => {
    const many = Array.from({ length: 150 }, (_one, at) => `คนที่ ${at} ของรอบ`);
    expect(keys('มาลี ใจดี', many)).toEqual(['rounds.applicants_full']);
    expect(keys('มาลี ใจดี', many.slice(1))).toEqual([]);
  });
});
