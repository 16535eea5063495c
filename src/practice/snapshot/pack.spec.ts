import { describe, expect, it } from '@jest/globals';
import { canonicalJson } from '../../shared/canonical-json.js';
import { packSnapshot, unpackSnapshot } from './pack.js';

const MOST_BYTES = 100 * 1024;

describe('a packed snapshot', () => {
  const event = (seq: number) => ({
    seq,
    type: 'listing.saved',
    at: new Date(1_762_000_000_000 + seq * 61_000).toISOString(),
    party: 'seller',
    objectId: `prd_k3x9abcd.1.${seq}.1`,
    payload: { title: `น้ำพริกนรกปลาย่าง ${seq} กรัม`, price: 5900 + seq },
  });
  const json = canonicalJson({ events: Array.from({ length: 2000 }, (_v, i) => event(i + 1)) });

  it('comes back to the byte', () => expect(unpackSnapshot(packSnapshot(json))).toBe(json));

  it('is the same text whenever it is packed', () => expect(packSnapshot(json)).toBe(packSnapshot(json)));

  it('stays under 100 KB with as many events as are ever frozen', () => {
    expect(json.length).toBeGreaterThan(MOST_BYTES);
    expect(packSnapshot(json).length).toBeLessThan(MOST_BYTES);
  });

  it('is refused when it is none', () => expect(() => unpackSnapshot('{"schema":"facts@1"}')).toThrow());
});
