const INVISIBLE = /[\u200b-\u200f\u2060\ufeff\u00ad]/g;
const THAI_DIGIT = /[๐-๙]/g;

/** Thai digits ๐-๙ as 0-9; everything else unchanged. */
export function arabicDigits(text: string): string {
  return text.replace(THAI_DIGIT, (digit) => String(digit.charCodeAt(0) - 0x0e50));
}

/**
 * One spelling for what a reader sees as the same text: composed (NFC), without zero-width characters, with Arabic
 * digits, and with single spaces. Phone keyboards and copying from chats put these differences in; none may cost a point.
 */
export function normaliseThai(text: string): string {
  // SARA AM can be typed as two characters that look the same; NFC leaves them apart.
  const composed = text.normalize('NFC').replace(INVISIBLE, '').replace(/\u0e4d\u0e32/g, 'ำ').replace(/เเ/g, 'แ');
  return arabicDigits(composed).replace(/\s+/g, ' ').trim();
}
