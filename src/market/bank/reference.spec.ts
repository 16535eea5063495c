import { describe, expect, it } from '@jest/globals';
import { referenceOn } from './reference.js';

describe('the reference of a transfer', () => {
  it('begins with the day in Bangkok, also between midnight and seven', () => {
    expect(referenceOn(new Date('2026-11-30T16:59:00Z'), 'a')).toMatch(/^FK261130[0-9A-F]{8}$/);
    expect(referenceOn(new Date('2026-11-30T17:01:00Z'), 'a')).toMatch(/^FK261201[0-9A-F]{8}$/);
  });

  it('follows from the seed', () => {
    const at = new Date('2026-12-01T05:00:00Z');
    expect(referenceOn(at, 'a')).toBe(referenceOn(at, 'a'));
    expect(referenceOn(at, 'a')).not.toBe(referenceOn(at, 'b'));
  });
});
