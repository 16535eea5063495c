import { describe, expect, it } from '@jest/globals';
import { newSessionKey, openCookie, sealCookie } from './session-cookie.js';

const usedAt = new Date('2026-11-24T02:31:00.000Z');

describe("a session's cookie", () => {
  it('carries its key and the minute of its last use', () => {
    const key = newSessionKey();
    expect(openCookie('secret', sealCookie('secret', key, usedAt))).toEqual({ key, usedAt });
  });

  it('cannot be made younger, nor by anybody else', () => {
    const sealed = sealCookie('secret', 'abc', usedAt);
    const [key, , mac] = sealed.split('.');
    expect(openCookie('secret', `${key}.zzzzzz.${mac}`)).toBeNull();
    expect(openCookie('other', sealed)).toBeNull();
  });

  it.each([undefined, '', 'abc', 'abc.def', '..', 'a.b.c.d'])('is none when it reads %s', (value) => {
    expect(openCookie('secret', value)).toBeNull();
  });
});
