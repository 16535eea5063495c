import { describe, expect, it } from '@jest/globals';
import { differenceHash, hashDistance } from './difference-hash.js';

const rising = Uint8Array.from({ length: 72 }, (_value, at) => (at % 9) * 20);

describe('the difference hash', () => {
  it('sets every bit where a picture brightens to the right, and none where it darkens', () => {
    expect(differenceHash(rising)).toBe('ffffffffffffffff');
    expect(differenceHash(rising.map((value) => 255 - value))).toBe('0000000000000000');
  });

  it('stays the same when the whole picture is a little brighter', () => {
    expect(differenceHash(rising.map((value) => value + 5))).toBe(differenceHash(rising));
  });

  it('counts the bits in which two hashes differ', () => {
    expect(hashDistance('ffffffffffffffff', 'fffffffffffffffe')).toBe(1);
    expect(hashDistance('0f', 'f0')).toBe(8);
  });
});
