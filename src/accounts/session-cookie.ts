import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { MINUTE } from '../shared/clock.js';

/** What a phone holds of a session: the key that names its row, and when the session was last used. */
export interface SessionCookie {
  key: string;
  usedAt: Date;
}

/** Its name. */
export const SESSION_COOKIE = 'taladlab';

export const newSessionKey = (): string => randomBytes(32).toString('base64url');

/**
 * The cookie's value. The moment of use travels in it, signed, because a session left lying must end, and looking at a page writes
 * nothing to the database (docs/decisions/0015).
 */
export function sealCookie(secret: string, key: string, usedAt: Date): string {
  const at = Math.floor(usedAt.getTime() / MINUTE).toString(36);
  return `${key}.${at}.${signature(secret, key, at)}`;
}

/** What a cookie says, or null when it is not ours. */
export function openCookie(secret: string, value: string | undefined): SessionCookie | null {
  const [key = '', at = '', given = ''] = value?.split('.') ?? [];
  const expected = Buffer.from(signature(secret, key, at));
  const actual = Buffer.from(given);
  if (expected.length !== actual.length || !timingSafeEqual(expected, actual)) return null;
  return { key, usedAt: new Date(Number.parseInt(at, 36) * MINUTE) };
}

/** Tells the pages of one session from those of another, to the page's own script, and opens nothing. */
export const markerOf = (value: string): string =>
  createHash('sha256')
    .update(`marker:${value.split('.')[0]}`)
    .digest('base64url')
    .slice(0, 12);

const signature = (secret: string, key: string, at: string): string =>
  createHmac('sha256', secret).update(`session:${key}:${at}`).digest('base64url').slice(0, 22);
