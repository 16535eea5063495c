import { describe, expect, it } from '@jest/globals';
import { asBusy, DatabaseBusy, isWorthAgain } from './busy.js';

const coded = (code: string) => Object.assign(new Error(code), { code });

describe('what the database says when others are in the way', () => {
  it.each([
    ['40001', true, true],
    ['40P01', true, true],
    ['55P03', false, true],
    ['SQLITE_BUSY', false, true],
    ['23505', false, false],
    ['', false, false],
  ])('of %s', (code, again, busy) => {
    expect(isWorthAgain(coded(code))).toBe(again);
    expect(asBusy(coded(code)) instanceof DatabaseBusy).toBe(busy);
  });

  it('is nothing where nothing was thrown that has a code', () => {
    expect(isWorthAgain(null)).toBe(false);
    expect(asBusy('broken')).toBe('broken');
  });
});
