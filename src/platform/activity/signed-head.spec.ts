import { describe, expect, it } from '@jest/globals';
import { headSignature, whyNotSigned } from './signed-head.js';

const head = { chain: 'market:abc.1', seq: 7, hash: 'a'.repeat(64) };
const receipt = { ...head, signature: headSignature('key', head) };

describe('a receipt for the head of a log', () => {
  it('fits while its row stands where it stood', () => {
    expect(whyNotSigned('key', receipt, head.hash)).toBeNull();
  });

  it('tells that its row was cut off or changed', () => {
    expect(whyNotSigned('key', receipt, null)).toBe('a receipt was given for this row, and it is gone');
    expect(whyNotSigned('key', receipt, 'b'.repeat(64))).toBe('is not the row that a receipt was given for');
  });

  it('cannot be made, moved to another row or to another chain without the key', () => {
    const forged = 'its receipt was forged';
    expect(whyNotSigned('key', { ...receipt, signature: headSignature('guess', head) }, head.hash)).toBe(forged);
    expect(whyNotSigned('key', { ...receipt, seq: 6 }, head.hash)).toBe(forged);
    expect(whyNotSigned('key', { ...receipt, chain: 'market:abd.1' }, head.hash)).toBe(forged);
  });

  it('is still held against the rows where the key is not at hand', () => {
    expect(whyNotSigned(null, { ...receipt, signature: '' }, head.hash)).toBeNull();
    expect(whyNotSigned(null, receipt, null)).not.toBeNull();
  });
});
