import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { seedPath } from '../../shared/seed-file.js';
import { isPracticeCertificate } from '../catalogue/certificate.js';
import { isPracticeRegistration, practicePhoneKind } from './practice-numbers.js';
import { whyRealDetail } from './real-details.js';

const files = readdirSync(seedPath('.'), { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.(yaml|json)$/.test(name))
  .sort()
  // The digits of a hash are nobody's number, however they fall.
  .map((name) => ({ name, text: readFileSync(seedPath(name), 'utf8').replace(/\b[0-9a-f]{64}\b/g, 'hash') }));

/** Everything in the seeds that is written like one of these numbers. */
const found = (pattern: RegExp): string[] => files.flatMap(({ text }) => text.match(pattern) ?? []);

describe('what the seeds tell of people, shops and parcels', () => {
  it('is all read here', () => {
    expect(files.length).toBeGreaterThan(20);
    for (const folder of ['goods', 'personas', 'reviews', 'registers', 'scenarios', 'golden'])
      expect(files.some(({ name }) => name.startsWith(`${folder}/`))).toBe(true);
  });

  it('holds no card, ID or phone number that could be somebody’s', () => {
    const real = files.flatMap(({ name, text }) =>
      text.split('\n').flatMap((line, at) => (whyRealDetail(line) ? [`${name}:${at + 1} ${whyRealDetail(line)}`] : [])),
    );
    expect(real).toEqual([]);
  });

  it('has phones of the practice plan only', () => {
    const phones = found(/(?<![\d.-])0\d[- ]?\d{3,4}[- ]\d{4}(?!\d)/g);
    expect(phones.length).toBeGreaterThan(80);
    expect(phones.filter((phone) => !practicePhoneKind(phone))).toEqual([]);
  });

  it('has numbers of the practice registers only', () => {
    const numbers = found(/ฝึก-[ก-๛\d-]*\d/g);
    expect(numbers.length).toBeGreaterThan(60);
    expect(numbers.filter((one) => !isPracticeRegistration(one) && !isPracticeCertificate(one))).toEqual([]);
    expect(found(/สช\.?\s?\d{8}/g)).toEqual([]);
  });

  it('has parcel numbers of nobody’s country', () => {
    const parcels = found(/\b[A-Z]{2}\d{9}[A-Z]{2}\b/g);
    expect(parcels.length).toBeGreaterThan(0);
    expect(parcels.filter((one) => !/^TL\d{9}XX$/.test(one))).toEqual([]);
  });

  it('has thirteen digits in a row only where their check digit is wrong', () => {
    const ids = found(/(?<!\d)\d[- ]?\d{4}[- ]?\d{5}[- ]?\d{2}[- ]?\d(?!\d)/g);
    expect(ids.length).toBeGreaterThan(20);
    expect(ids.filter((id) => whyRealDetail(id))).toEqual([]);
  });
});
