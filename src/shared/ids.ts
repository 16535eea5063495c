import { randomBytes } from 'node:crypto';

const ALPHABET = '23456789abcdefghjkmnpqrstvwxyz';

/** A random, unguessable word of `length` letters without look-alikes (no 0/o, 1/l/i, u): safe to read aloud and to type on a phone. */
export function randomWord(length: number): string {
  let word = '';
  while (word.length < length) {
    for (const byte of randomBytes(length * 2)) {
      // Bytes past the last whole multiple would make the first letters likelier.
      if (byte < 240 && word.length < length) word += ALPHABET[byte % ALPHABET.length];
    }
  }
  return word;
}

/** An id for a row outside any sandbox, `per_k3…`. Rows inside a sandbox take theirs from the act, so that a replay gives the same ones. */
export const newId = (kind: string): string => `${kind}_${randomWord(16)}`;
