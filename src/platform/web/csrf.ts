import { createHmac, timingSafeEqual } from 'node:crypto';

/**
 * The token of a session's forms: a keyed hash of the session's id. Nothing is stored, so a page view writes nothing, and a form
 * opened before a restart still works (docs/decisions/0005).
 */
export const csrfToken = (secret: string, sessionId: string): string =>
  createHmac('sha256', secret).update(`csrf:${sessionId}`).digest('base64url');

export function isCsrfToken(secret: string, sessionId: string, given: unknown): boolean {
  const expected = Buffer.from(csrfToken(secret, sessionId));
  const actual = Buffer.from(typeof given === 'string' ? given : '');
  return expected.length === actual.length && timingSafeEqual(expected, actual);
}

/**
 * A browser names the page that sends a form. Absent (a robot, a test, an old phone) says nothing; another host is refused, and so is
 * `null`, which our own pages never send: a page that hides where it stands could sign somebody in as another person.
 */
export function isForeignOrigin(origin: string | undefined, host: string | undefined): boolean {
  if (!origin) return false;
  try {
    return new URL(origin).host !== host;
  } catch {
    return true;
  }
}
