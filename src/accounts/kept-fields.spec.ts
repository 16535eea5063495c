import { describe, expect, it } from '@jest/globals';
import { keptFields } from './kept-fields.js';

describe('what is kept of a form', () => {
  it('is what was typed, several values too', () => {
    expect(keptFields({ title: 'ผ้าทอ', tags: ['a', 'b'] })).toEqual({ title: ['ผ้าทอ'], tags: ['a', 'b'] });
  });

  it('is no token, no password and no file', () => {
    const file = Buffer.from('photo');
    expect(
      keptFields({ _csrf: 't', password: 'p', current: 'p', newPassword: 'p', photo: file, nested: { a: 'b' } }),
    ).toEqual({ photo: [], nested: [] });
  });

  it('is nothing when it is more than a person types', () => {
    expect(keptFields({ text: 'ก'.repeat(30_000) })).toBeNull();
    expect(keptFields(undefined)).toEqual({});
  });
});
