import { describe, expect, it } from '@jest/globals';
import type { ShopFact } from '../facts-shop.js';
import { saidOf } from '../spec-support.js';

// Cannot see: marks that the scenario does not list, a name that only sounds like another's, what the shop's picture shows, whether
// the licence that she chose is true.
const say = (change: Partial<ShopFact>) => saidOf('shop-identity@1', ({ shop }) => Object.assign(shop ?? {}, change));
const warned = (name: string) => say({ name, nameWarnings: [{ name, seq: 1 }] });

describe('the shop', () => {
  it.each<[string, Partial<ShopFact>]>([
    ['with its own name', { name: 'ร้านป้ามะลิ' }],
    ['with a licensed picture', { image: { licence: 'licensed' } }],
    ['with a name that shares a word with a mark', { name: 'คราฟต์บ้านท่าชัย' }],
  ])('is right %s', (_, change) => {
    expect(say(change)).toBe('met');
  });

  it.each<[string, Partial<ShopFact>, string]>([
    ['its name is only a zero-width space', { name: '\u200b' }, 'no_name'],
    ['its description is empty', { description: ' ' }, 'no_description'],
    ['it has no category', { categoryId: null }, 'no_category'],
    ['it has no picture', { image: null }, 'no_image'],
    ['its name holds a mark written with spaces and dots', { name: 'ร้าน sea.shop ของแท้' }, 'trademark'],
    ['its picture is somebody else\u2019s', { image: { licence: 'others' } }, 'image_not_hers'],
    ['nobody knows whose its picture is', { image: { licence: 'unknown' } }, 'image_not_hers'],
  ])('is nearly right when %s', (_, change, key) => {
    expect(say(change)).toBe(key);
  });

  it('with a name near to a mark counts as wrong only once she was warned of that name', () => {
    expect(say({ name: 'ล้านนาคราฟท์' })).toBe('met');
    expect(warned('ล้านนาคราฟท์')).toBe('near_trademark');
    expect(say({ name: 'ล้านนาคราฟท์', nameWarnings: [{ name: 'ล้านนาคาฟต์', seq: 1 }] })).toBe('met');
  });

  it('is compared relative to the length of the mark: one letter of seven is near, three are not', () => {
    expect(warned('SeaShip')).toBe('near_trademark');
    expect(warned('TeaShirt')).toBe('met');
  });

  it('that was never made is not attempted', () => {
    expect(saidOf('shop-identity@1', (facts) => Object.assign(facts, { shop: null }))).toBe('none');
  });
});
