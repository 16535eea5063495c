import { createHmac, timingSafeEqual } from 'node:crypto';

/** A value that travels in a browser's cookie and comes back as it was, or not at all. Signed for one purpose: a seal of another is none. */
export function seal(secret: string, purpose: string, value: unknown): string {
  const body = Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${body}.${signature(secret, purpose, body)}`;
}

/** The value, or null where there is none or it is not ours. */
export function unseal<T>(secret: string, purpose: string, sealed: string | undefined): T | null {
  const [body = '', given = ''] = sealed?.split('.') ?? [];
  const expected = Buffer.from(signature(secret, purpose, body));
  const actual = Buffer.from(given);
  if (expected.length !== actual.length || !timingSafeEqual(expected, actual)) return null;
  return JSON.parse(Buffer.from(body, 'base64url').toString('utf8')) as T;
}

const signature = (secret: string, purpose: string, body: string): string =>
  createHmac('sha256', secret).update(`${purpose}:${body}`).digest('base64url');
