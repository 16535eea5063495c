import { createHash, randomBytes } from 'node:crypto';

const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** `length` random letters and digits of base 62. */
export function randomText(length: number): string {
  let text = '';
  while (text.length < length) {
    for (const byte of randomBytes(length * 2)) {
      // Bytes past the last whole multiple of 62 would make the first letters likelier.
      if (byte < 248 && text.length < length) text += ALPHABET[byte % 62];
    }
  }
  return text;
}

/** An id as Stripe's look, `pi_` + 24 letters and digits. */
export const newId = (prefix: string): string => `${prefix}_${randomText(24)}`;

/** The account of a key: worked out from it, so that any test key is its own account without being registered or stored. */
export function accountIdOf(key: string): string {
  const digest = createHash('sha256').update(`taladlab-provider:${key}`).digest();
  return `acct_${[...digest.subarray(0, 20)].map((byte) => ALPHABET[byte % 62]).join('')}`;
}

let last = 0;

/** Rising numbers in the order of asking, also after a restart: lists are newest first even within one second. */
export function nextSeq(): number {
  last = Math.max(last + 1, Date.now() * 1000);
  return last;
}
