import { describe, expect, it } from '@jest/globals';
import type { PhotoFact } from '../facts-products.js';
import { photo } from '../perfect-product.js';
import { saidOf } from '../spec-support.js';

// Cannot see: what a photo shows (the role is what she says), blur and darkness of photos that are not from the tray, text inside
// photos, whether a photo of her own camera shows a person who agreed.
const FRONT = photo('a', 'front', '0000000000000000');
const DETAIL = photo('b', 'detail', 'ffff000000000000');
const LABEL = photo('c', 'label', '0000ffff00000000');
const say = (...photos: PhotoFact[]) =>
  saidOf('photos@1', ({ products }) => Object.assign(products[0] ?? {}, { photos }));

describe('the photos of a listing', () => {
  it('are right as front, detail and label; with scale instead; upright from the camera, with more beside', () => {
    expect(say(FRONT, DETAIL, LABEL)).toBe('met');
    expect(say(LABEL, { ...DETAIL }, { ...FRONT, role: 'scale' }, photo('d', 'front', '00000000ffff0000'))).toBe('met');
    const upright = [FRONT, DETAIL, LABEL].map((each) => ({
      ...each,
      width: 600,
      height: 800,
      source: 'camera' as const,
    }));
    expect(say(...upright, photo('d', null, 'ffffffff00000000'))).toBe('met');
  });

  it.each<[string, PhotoFact[], string]>([
    ['there are two', [FRONT, LABEL], 'too_few'],
    ['the third repeats the first', [FRONT, DETAIL, { ...LABEL, phash: '0000000000000007' }], 'repeated'],
    ['the third is 799 pixels', [FRONT, DETAIL, { ...LABEL, width: 799, height: 700 }], 'too_small'],
    ['the third is blurred', [FRONT, DETAIL, { ...LABEL, flaws: ['blurred'] }], 'unclear'],
    ['a fourth has another shop\u2019s mark', [FRONT, DETAIL, LABEL, { ...LABEL, flaws: ['watermark'] }], 'watermark'],
    [
      'a fourth shows a person who did not agree',
      [FRONT, DETAIL, LABEL, { ...FRONT, flaws: ['no_consent'] }],
      'no_consent',
    ],
    ['one is somebody else\u2019s', [FRONT, DETAIL, { ...LABEL, licence: 'others' }], 'not_hers'],
    ['none shows the detail', [FRONT, { ...DETAIL, role: 'other' }, LABEL], 'no_detail'],
    ['none shows scale or label', [FRONT, DETAIL, { ...LABEL, role: null }], 'no_scale'],
    ['none shows the front', [{ ...FRONT, role: 'detail' }, DETAIL, LABEL], 'no_front'],
  ])('are nearly right when %s', (_, photos, key) => {
    expect(say(...photos)).toBe(key);
  });

  it('that were never added are not attempted', () => {
    expect(say()).toBe('no_photo');
  });
});
