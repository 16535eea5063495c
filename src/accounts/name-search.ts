import { squashed } from '../shared/thai-text.js';

/** Fewer would list half a class of people who may not want to be found. */
export const LETTERS = 3;

/** What stands before a name on a roster and tells nobody apart; the longer ones first, since they begin like the shorter. */
const TITLES = ['เด็กหญิง', 'เด็กชาย', 'นางสาว', 'นส', 'ดญ', 'ดช', 'นาย', 'นาง', 'คุณ', 'miss', 'mrs', 'mr', 'ms'];

const withoutTitle = (name: string): string => {
  const title = TITLES.find((one) => name.startsWith(one) && name.length > one.length);
  return title ? name.slice(title.length) : name;
};

/** Whether so much was typed that names may be shown. A title alone is nobody's name. */
export const isEnough = (typed: string): boolean => {
  const letters = squashed(typed);
  return !TITLES.includes(letters) && [...withoutTitle(letters)].length >= LETTERS;
};

/** The names that begin as typed, or have a word that does; a name typed in full is found however short it is. */
export function namesLike<T extends { name: string }>(all: readonly T[], typed: string): T[] {
  const letters = squashed(typed);
  const whole = all.filter(({ name }) => letters !== '' && squashed(name) === letters);
  if (!isEnough(typed)) return whole;
  const start = withoutTitle(letters);
  return all.filter((one) => whole.includes(one) || beginnings(one.name).some((word) => word.startsWith(start)));
}

/** Each word of a name and all that follows it: people begin with the first name, the nickname or the family's. */
function beginnings(name: string): string[] {
  const words = name.split(/[\s()]+/).filter(Boolean);
  return words.map((_word, at) => withoutTitle(squashed(words.slice(at).join(''))));
}
