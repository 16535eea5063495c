import { describe, expect, it } from '@jest/globals';
import type { FastifyRequest } from 'fastify';
import { claimOf, contentOf } from './once-claim.js';

const photo = Buffer.from([1, 2, 3]);

describe('what a form was sent with', () => {
  it('is the same for the same fields in any order and with a newer token', () => {
    const first = contentOf('/x', { a: '1', photo, _csrf: 'old' });
    expect(contentOf('/x', { _csrf: 'new', photo: Buffer.from(photo), a: '1' })).toBe(first);
  });

  it.each([
    ['another word', '/x', { a: '2', photo }],
    ['another picture', '/x', { a: '1', photo: Buffer.from([1, 2, 4]) }],
    ['a field more', '/x', { a: '1', photo, b: '' }],
    ['another address', '/y', { a: '1', photo }],
    ['the same letters otherwise divided', '/x', { a: '1\n"photo" 3', photo }],
  ])('is not the same with %s', (_what, path, body) => {
    expect(contentOf(path, body)).not.toBe(contentOf('/x', { a: '1', photo }));
  });
});

describe('a claim', () => {
  const asked = (body: unknown, person: unknown = { id: 'per_1' }) => ({ url: '/x', body, person }) as FastifyRequest;

  it('is made by a signed-in person with a key of ours', () => {
    expect(claimOf(asked({ _once: 'abcdefghijklmnop' }))).toMatchObject({ personId: 'per_1', key: 'abcdefghijklmnop' });
  });

  it.each([
    ['nobody', asked({ _once: 'abcdefghijklmnop' }, null)],
    ['a form without a key', asked({})],
    ['no form at all', asked(undefined)],
    ['several keys', asked({ _once: ['abcdefghijklmnop', 'abcdefghijklmnoq'] })],
    ['a key that is too short', asked({ _once: 'abc' })],
  ])('is not made by %s', (_who, request) => {
    expect(claimOf(request)).toBeNull();
  });
});
