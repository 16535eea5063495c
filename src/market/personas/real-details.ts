import { hasIdCheckDigit } from '../../shared/thai-qr/receiver.js';
import { type DigitRun, digitRuns, isEven, neighbours } from './digit-runs.js';
import { withoutParcelNumbers } from './practice-numbers.js';

export type RealDetail = 'card_number' | 'thai_id' | 'real_phone';

/**
 * What in a text looks like a real person's detail, or null. Called before anything is stored or logged. Practice phones
 * (00…, 01…), practice IDs (wrong check digit), parcel numbers, prices, sizes and dates pass.
 */
export function whyRealDetail(text: string): RealDetail | null {
  const runs = digitRuns(withoutParcelNumbers(text));
  if (some(runs, isThaiId)) return 'thai_id';
  if (some(runs, isCardNumber)) return 'card_number';
  return runs.some(hasInternationalPhone) || some(runs, isThaiPhone) ? 'real_phone' : null;
}

function some(runs: DigitRun[], rule: (groups: string[]) => boolean): boolean {
  return runs.some((run) => [...neighbours(run.groups)].some(rule));
}

/** Cards are printed 4-4-4-4 or 4-6-5; any other cutting is chance, such as a postcode before a phone. */
function isCardNumber(groups: string[]): boolean {
  const digits = groups.join('');
  if (!/^[2-6]\d{12,18}$/.test(digits)) return false;
  const cutLikeACard = groups.length === 1 || isEven(groups) || groups[0]?.length === 4;
  return cutLikeACard && passesLuhn(digits);
}

function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let place = 0; place < digits.length; place += 1) {
    const digit = Number(digits[digits.length - 1 - place]);
    const doubled = place % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}

/** IDs are printed 1-4-5-2-1; some of these cuts may be missing, no others are made. */
function isThaiId(groups: string[]): boolean {
  const digits = groups.join('');
  if (digits.length !== 13) return false;
  const cuts = groups.slice(0, -1).map((_, index) => groups.slice(0, index + 1).join('').length);
  const cutLikeAnId = cuts.every((place) => [1, 5, 10, 12].includes(place));
  return (cutLikeAnId || isEven(groups)) && hasIdCheckDigit(digits);
}

/** 06, 08, 09 and eight digits, or 02 to 05 and 07 and seven digits. */
function isThaiPhone(groups: string[]): boolean {
  const digits = groups.join('');
  if (!/^(0[689]\d{8}|0[23457]\d{7})$/.test(digits)) return false;
  return isEven(groups) || (groups.length <= 4 && (groups.at(-1)?.length ?? 0) > 1 && !beginsWithDate(groups));
}

/** 06-11-2569 10.30 is a day and an hour. */
function beginsWithDate([day = '', month = '', year = '']: string[]): boolean {
  return /^\d{1,2}$/.test(day) && Number(month) <= 12 && /^(19|20|24|25)\d\d$/.test(year);
}

/** +66 81…, 0066 2…, 66812345678: the country code takes the place of the first 0, which some keep in brackets. */
function hasInternationalPhone(run: DigitRun): boolean {
  return [...neighbours(run.groups)].some((groups, index) => {
    const digits = groups.join('');
    const abroad = (run.plus && index < run.groups.length) || digits.startsWith('0066') || groups.length === 1;
    return abroad && /^(00)?660?([689]\d{8}|[23457]\d{7})$/.test(digits);
  });
}
