import { normaliseThai, squashed } from '../shared/thai-text.js';

const NAME_LETTERS = 80;
export const CLASS_SIZE = 60;

export type RosterProblem = { key: string; params?: Record<string, string | number> };

/**
 * The names that a trainer typed or pasted, one a line: a list's numbers and bullets and empty lines are dropped. A name that stands
 * twice is a problem and not two learners: at the door nobody could tell which card is hers, and a form sent twice would double the class.
 */
export function readRoster(text: string, known: readonly string[]): { names: string[]; problem: RosterProblem | null } {
  const names = text.split(/\r?\n/).map(withoutNumber).filter(Boolean);
  return { names, problem: whyNotAdd(names, known) };
}

function withoutNumber(line: string): string {
  return normaliseThai(line).replace(/^(?:\d+\s*[.)]|[-•*])\s*/, '');
}

function whyNotAdd(names: readonly string[], known: readonly string[]): RosterProblem | null {
  if (names.length === 0) return { key: 'classroom.names_missing' };
  if (names.length + known.length > CLASS_SIZE) return { key: 'classroom.class_full', params: { most: CLASS_SIZE } };
  const long = names.find((name) => name.length > NAME_LETTERS);
  if (long) return { key: 'classroom.name_long', params: { name: `${long.slice(0, 30)}…` } };
  const seen = new Set(known.map(squashed));
  for (const name of names) {
    // The join page asks for three letters of a name; a shorter one could never be found there.
    if ([...squashed(name)].length < 3) return { key: 'classroom.name_short', params: { name } };
    if (seen.has(squashed(name))) return { key: 'classroom.name_twice', params: { name } };
    seen.add(squashed(name));
  }
  return null;
}
