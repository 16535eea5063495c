import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Flash } from './answer.js';

/** The cookie that carries a flash from the redirect to the next page: reading one from the session would be a write on a GET. */
export const FLASH_COOKIE = 'flash';

/** Long enough for a slow line between a redirect and its page, too short to be read by the next person on a shared phone. */
export const FLASH_SECONDS = 120;

/** A flash as a cookie's value. Signed, so that nobody puts sentences on a page of ours by planting a cookie. */
export function sealFlash(secret: string, flash: Flash): string {
  const body = Buffer.from(JSON.stringify(flash)).toString('base64url');
  return `${body}.${signature(secret, body)}`;
}

/** The flash in a cookie's value, or null where there is none or it is not ours. */
export function openFlash(secret: string, value: string | undefined): Flash | null {
  const [body = '', given = ''] = value?.split('.') ?? [];
  const expected = Buffer.from(signature(secret, body));
  const actual = Buffer.from(given);
  if (expected.length !== actual.length || !timingSafeEqual(expected, actual)) return null;
  return JSON.parse(Buffer.from(body, 'base64url').toString('utf8')) as Flash;
}

const signature = (secret: string, body: string): string =>
  createHmac('sha256', secret).update(`flash:${body}`).digest('base64url');
