import { describe, expect, it } from '@jest/globals';
import { trackingNumber } from './tracking-number.js';

describe('a tracking number of the practice carrier', () => {
  it('carries the check digit of the standard’s own example', () =>
    expect(trackingNumber(47312482)).toBe('TL473124829XX'));
  it('keeps its leading zeros', () => expect(trackingNumber(1)).toMatch(/^TL00000001\dXX$/));
  it('is the same form for every serial', () => {
    for (let serial = 0; serial < 500; serial += 1) expect(trackingNumber(serial * 7919)).toMatch(/^TL\d{9}XX$/);
  });
});
