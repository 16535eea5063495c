const THAI_ZERO = 0x0e50;

/** Thai digits ๐-๙ become 0-9; everything else stays. */
export function thaiDigitsToArabic(text: string): string {
  return text.replace(/[๐-๙]/g, (digit) => String(digit.charCodeAt(0) - THAI_ZERO));
}

/**
 * One spelling for what looks the same on the screen: NFC, Arabic digits, no invisible characters, single spaces.
 * Phones and LINE paste zero-width spaces between Thai words, and some keyboards write ำ as two marks and แ as two เ;
 * none of it may cost a learner a point. Letters' case is kept: see `comparable`.
 */
export function normaliseThai(text: string): string {
  return thaiDigitsToArabic(text.normalize('NFC'))
    .replaceAll('\0', '')
    .replace(/[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/g, '')
    .replace(/\u0e4d([\u0e48-\u0e4b]?)\u0e32/g, '$1\u0e33')
    .replace(/\u0e40\u0e40/g, '\u0e41')
    .replace(/[\s\u00a0]+/g, ' ')
    .trim();
}

/** For comparing: normalised, lower case. Both sides of a comparison must pass through here. */
export function comparable(text: string): string {
  return normaliseThai(text).toLowerCase();
}

/** For names and addresses: `comparable` without spaces and punctuation, since people space and dot them as they like. */
export function squashed(text: string): string {
  return comparable(text).replace(/[^\p{L}\p{M}\p{N}]/gu, '');
}

/** The digits of a phone, certificate or tracking number, in Arabic numerals: `๐๘-1 2` gives `0812`. */
export function digitsOnly(text: string): string {
  return normaliseThai(text).replace(/\D/g, '');
}

/** How many Thai consonants and full vowels (not marks or digits) stand in the text: what tells Thai from English or emoji. */
export function countThaiLetters(text: string): number {
  return text.normalize('NFC').match(/[\u0e01-\u0e30\u0e32\u0e33\u0e40-\u0e45]/g)?.length ?? 0;
}
