import { normaliseThai } from '../../shared/thai-text.js';

/** Digits that stand together in a text, cut where the writer put a space, dash, dot or bracket. */
export type DigitRun = { groups: string[]; plus: boolean };

const FULL_WIDTH_DIGIT = /[０-９]/g;
const SEPARATOR = '[\\s().\\-\\u2010-\\u2015_]{1,3}';
const RUN = new RegExp(`(\\+\\s?)?\\(?\\d+(?:${SEPARATOR}\\d+)*`, 'g');

/** The runs of a text; Thai and full-width digits count as digits, zero-width characters are no cut. */
export function digitRuns(text: string): DigitRun[] {
  const plain = normaliseThai(text).replace(FULL_WIDTH_DIGIT, (digit) => String(digit.charCodeAt(0) - 0xff10));
  return [...plain.matchAll(RUN)].map((match) => ({
    groups: match[0].match(/\d+/g) ?? [],
    plus: match[1] !== undefined,
  }));
}

/** Every choice of neighbouring groups: somebody may write a postcode, a phone and a card one after another. */
export function* neighbours(groups: string[]): Generator<string[]> {
  for (let start = 0; start < groups.length; start += 1) {
    let length = 0;
    for (let end = start; end < groups.length && length <= LONGEST; end += 1) {
      length += groups[end]?.length ?? 0;
      if (length <= LONGEST) yield groups.slice(start, end + 1);
    }
  }
}

/** Whether all groups have one size, but for a shorter last: "4 2 4 2 4 2 …" is a number spelt out. */
export function isEven(groups: string[]): boolean {
  const size = groups[0]?.length ?? 0;
  const last = groups.at(-1)?.length ?? 0;
  return size <= 4 && last <= size && groups.slice(0, -1).every((group) => group.length === size);
}

/** No card number is longer. */
const LONGEST = 19;
