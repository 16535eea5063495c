import { describe, expect, it } from '@jest/globals';
import { success } from './answer.js';
import { openFlash, sealFlash } from './flash-cookie.js';

describe('the cookie of a flash', () => {
  const flash = success('cart.added', { name: 'ผ้าทอ', n: 2 });
  const sealed = sealFlash('secret', flash);

  it('carries a sentence in Thai in letters that a header may hold', () => {
    expect(sealed).toMatch(/^[\w.-]+$/);
    expect(openFlash('secret', sealed)).toEqual(flash);
  });

  it.each([
    ['another key signed it', sealFlash('other', flash)],
    ['its sentence was changed', sealed.replace(/^./, 'Z')],
    ['its signature is missing', sealed.split('.')[0]],
    ['it is empty', ''],
    ['there is none', undefined],
  ])('says nothing when %s', (_when, value) => expect(openFlash('secret', value)).toBeNull());
});
