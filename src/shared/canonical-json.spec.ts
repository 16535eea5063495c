import { describe, expect, it } from '@jest/globals';
import { canonicalJson } from './canonical-json.js';
import { sha256Hex } from './hash.js';

describe('canonical JSON', () => {
  it('gives the same bytes whatever the order of the keys', () => {
    expect(canonicalJson({ b: [1, { d: null, c: 'ก' }], a: true })).toBe('{"a":true,"b":[1,{"c":"ก","d":null}]}');
    expect(canonicalJson({ a: true, b: [1, { c: 'ก', d: null }] })).toBe(
      canonicalJson({ b: [1, { d: null, c: 'ก' }], a: true }),
    );
  });

  it('leaves out undefined keys, as JSON does', () => {
    expect(canonicalJson({ a: undefined, b: 1 })).toBe('{"b":1}');
  });

  it('refuses numbers that JSON would turn into null without a word', () => {
    expect(() => canonicalJson([Number.NaN])).toThrow('NaN');
    expect(() => canonicalJson({ price: Number.POSITIVE_INFINITY })).toThrow('Infinity');
  });

  it('hashes the UTF-8 bytes', () => {
    expect(sha256Hex('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  });
});
