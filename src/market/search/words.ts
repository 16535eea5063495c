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
  const plain = normaliseThai(text).toLowerCase().replace(THAI_SIGN, ' ').replace(THAI_BESIDE_OTHER, ' ');
  const words: string[] = [];
  for (const { segment, isWordLike } of segmenter.segment(plain)) {
    if (!isWordLike) continue;
    // The segmenter keeps "1,250" and "o'clock" whole; the indexes would cut them, so that they are cut here alike.
    words.push(...segment.split(NOT_A_WORD).filter(Boolean));
  }
  return words;
}
