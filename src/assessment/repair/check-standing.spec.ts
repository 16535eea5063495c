import { describe, expect, it } from '@jest/globals';
import { needsRepair } from './check-standing.js';

describe('a check that people overrule', () => {
  it('goes under repair above one mark in five', () => {
    expect(needsRepair({ marks: 100, overrides: 20 })).toBe(false);
    expect(needsRepair({ marks: 100, overrides: 21 })).toBe(true);
  });

  it('is left alone while there are too few marks to tell', () => {
    expect(needsRepair({ marks: 19, overrides: 19 })).toBe(false);
    expect(needsRepair({ marks: 20, overrides: 5 })).toBe(true);
  });
});
