import { describe, expect, it } from '@jest/globals';
import { isNationalId } from './national-id.js';

describe('a Thai national ID', () => {
  it('ends in its check digit', () => {
    expect(isNationalId('1111111111119')).toBe(true);
    expect(isNationalId('1234567890121')).toBe(true);
    for (const last of '02345678') expect(isNationalId(`111111111111${last}`)).toBe(false);
  });

  it('has thirteen digits and nothing else', () => {
    for (const other of ['', '111111111111', '11111111111190', '1-1111-11111-11-9']) {
      expect(isNationalId(other)).toBe(false);
    }
  });
});
