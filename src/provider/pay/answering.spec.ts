import { describe, expect, it } from '@jest/globals';
import { readBaht } from './answering.js';

describe('a sum that a payer types', () => {
  it('is read in satang, with or without separators', () => {
    expect(['250', ' 1,250.50 ', '0.5', '1234567', '12.05'].map(readBaht)).toEqual(
      [25_000, 125_050, 50, 123_456_700, 1205].map((sum) => (sum > 99_999_999 ? null : sum)),
    );
  });

  it('is nothing when it is no sum, too much, or none', () => {
    expect(['', '0', '-5', '1.234', 'ten', '12,34', undefined].map(readBaht)).toEqual([
      null,
      null,
      null,
      null,
      null,
      null,
      null,
    ]);
  });
});
