import { z } from 'zod';
import { readSeedFile } from '../../shared/seed-file.js';
import { normaliseThai } from '../../shared/thai-text.js';

// Making a segmenter loads the Thai dictionary; one serves the whole process.
const segmenter = new Intl.Segmenter('th', { granularity: 'word' });

const THAI_BESIDE_OTHER = /(?<=[\u0e00-\u0e7f])(?=[A-Za-z0-9])|(?<=[A-Za-z0-9])(?=[\u0e00-\u0e7f])/gu;
const NOT_A_WORD = /[^\p{L}\p{N}\p{M}]/gu;
/** Repetition and abbreviation signs are letters to Unicode, but nobody looks for them. */
const THAI_SIGN = /[ๆฯ]/g;

/**
 * The words of a text in reading order, lower-case and without punctuation, fit for both databases' indexes. "200กรัม" is
 * two words, as a shopper may type them apart. The same text gives the same words for a document and for a query.
 */
export function wordsOf(text: string): string[] {
  const plain = normaliseThai(text)
    .toLowerCase()
    .replace(THAI_SIGN, ' ')
    .replace(THAI_BESIDE_OTHER, ' ')
    .replace(loanWords(), ' $& ');
  const words: string[] = [];
  for (const { segment, isWordLike } of segmenter.segment(plain)) {
    if (!isWordLike) continue;
    // The segmenter keeps "1,250" and "o'clock" whole; the indexes would cut them, so that they are cut here alike.
    words.push(...segment.split(NOT_A_WORD).filter(Boolean));
  }
  return words;
}

let loans: RegExp | undefined;

/** Longer words first, so that a word is not cut at a shorter one inside it. */
function loanWords(): RegExp {
  if (loans) return loans;
  const { words } = readSeedFile(
    'search/loan-words.yaml',
    z.strictObject({ words: z.array(z.string().regex(/^[ก-๛]+$/)) }),
  );
  loans = new RegExp(words.sort((a, b) => b.length - a.length).join('|'), 'g');
  return loans;
}
