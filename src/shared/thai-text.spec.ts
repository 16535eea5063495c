import { describe, expect, it } from '@jest/globals';
import { bangkokDay, readDay } from './thai-date.js';
import { comparable, countThaiLetters, digitsOnly, normaliseThai, squashed, thaiDigitsToArabic } from './thai-text.js';

describe('Thai text', () => {
  it('reads Thai and Arabic digits as the same number', () => {
    expect(thaiDigitsToArabic('๐๑๒๓๔๕๖๗๘๙ ก')).toBe('0123456789 ก');
    expect(digitsOnly('๐๐-๑๒๓๔-๕๖๗๘')).toBe('0012345678');
  });

  it('drops the character that PostgreSQL refuses in a text', () => {
    expect(normaliseThai('ผ้า\0ทอ')).toBe('ผ้าทอ');
  });

  it('drops invisible characters and folds spaces, as pasted from a chat', () => {
    expect(normaliseThai('\ufeffผ้า\u200bคราม \u00a0 ๙๐\n ซม. ')).toBe('ผ้าคราม 90 ซม.');
  });

  it('joins the two ways of typing sara am, with a tone mark between, and sara ae', () => {
    expect(normaliseThai('น\u0e49\u0e4d\u0e32')).toBe(normaliseThai('น\u0e49ำ'));
    expect(normaliseThai('น\u0e4d\u0e49\u0e32')).toBe('น\u0e49ำ');
    expect(normaliseThai('เเม่')).toBe('แม่');
  });

  it('compares names without regard to case, dots and spaces, and still tells different names apart', () => {
    expect(squashed('ร้าน Ban-Kram ')).toBe(squashed('ร้าน BAN.KRAM'));
    expect(comparable('ABC')).toBe('abc');
    expect(squashed('ปราณี')).not.toBe(squashed('ปรานี'));
  });

  it('counts Thai letters only', () => {
    expect(countThaiLetters('ผ้า ok ๙')).toBe(2);
  });
});

describe('Thai dates', () => {
  it('reads the ways people write one day', () => {
    for (const text of [
      '23/11/2569',
      '๒๓ พ.ย. ๒๕๖๙',
      '23 พฤศจิกายน พ.ศ. 2569',
      '23-11-69',
      '2026-11-23',
      '23 Nov 2026',
    ]) {
      expect(readDay(text)).toBe('2026-11-23');
    }
  });

  it('takes a moment late in the UTC day as the next day in Bangkok', () => {
    expect(bangkokDay('2026-11-22T18:30:00.000Z')).toBe('2026-11-23');
    expect(readDay('2026-11-22T18:30:00.000Z')).toBe('2026-11-23');
  });

  it('refuses days that do not exist and words that are no day', () => {
    expect(readDay('31/02/2569')).toBeNull();
    expect(readDay('เมื่อวาน')).toBeNull();
  });
});
