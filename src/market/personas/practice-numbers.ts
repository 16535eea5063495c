import { normaliseThai } from '../../shared/thai-text.js';

/**
 * The practice number plan. No real Thai number begins with 00 (the international prefix) or 01 and then a subscriber, so
 * that nobody's phone can ring: mobile = ten digits beginning 00, fixed = nine digits beginning 01.
 */
export type PracticePhoneKind = 'mobile' | 'fixed';

const MOBILE = /^00\d{8}$/;
const FIXED = /^01\d{7}$/;
const PARCEL = /TL[\s-]*(?:\d[\s-]*){9}XX/gi;
const REGISTRATION = /^ฝึก-\d{2}-\d{5}$/;

/** Which kind of practice phone this is, or null when it is none. Spaces, dashes, brackets and Thai digits are forgiven. */
export function practicePhoneKind(text: string): PracticePhoneKind | null {
  const digits = phoneDigits(text);
  if (MOBILE.test(digits)) return 'mobile';
  return FIXED.test(digits) ? 'fixed' : null;
}

/** The digits of a phone as typed, for comparing two of them. */
export function phoneDigits(text: string): string {
  return normaliseThai(text).replace(/[\s().\-–—]/g, '');
}

/** Whether this is a number of the practice register, such as ฝึก-69-00101 (year in พ.ศ., running number). */
export function isPracticeRegistration(text: string): boolean {
  return REGISTRATION.test(normaliseThai(text).replace(/\s/g, ''));
}

/** The text without the practice carrier's numbers (TL071530196XX): nine digits of which some read like a phone. */
export function withoutParcelNumbers(text: string): string {
  return normaliseThai(text).replace(PARCEL, ' ');
}
