import { localPath } from '../platform/web/local-path.js';
import { seal, unseal } from '../platform/web/sealed.js';

/** The cookie that remembers which page somebody asked for before she signed in. */
export const NEXT_COOKIE = 'next';
export const NEXT_SECONDS = 30 * 60;

interface Next {
  path: string;
  /** Whose session was over when it was asked for; null where nobody's was. */
  personId: string | null;
}

export const sealNext = (secret: string, next: Next): string => seal(secret, 'next', next);

/** Where this person goes on, or null. What somebody else had asked for on the same phone is none of hers. */
export function nextOf(secret: string, cookie: string | undefined, personId: string): string | null {
  const next = unseal<Next>(secret, 'next', cookie);
  return next && (next.personId === null || next.personId === personId) ? localPath(next.path) : null;
}
