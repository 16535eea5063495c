import type { Problem } from '../../shared/refusal.js';
import { normaliseThai, squashed } from '../../shared/thai-text.js';

const NAME_LETTERS = 80;
/** The join page asks for three letters of a name; a shorter one could never be found there. */
const LEAST_LETTERS = 3;
/** As many as an administrator can look through; more are another round. */
const MOST_APPLICANTS = 150;

/** The name of somebody who applies by herself. A name that is there already is a problem: at the door nobody could tell the two cards apart. */
export function readApplicant(typed: unknown, known: readonly string[]): { name: string; problems: Problem[] } {
  const name = normaliseThai(typeof typed === 'string' ? typed : '');
  const key = whyNot(name, known);
  return { name, problems: key ? [{ field: 'name', key }] : [] };
}

function whyNot(name: string, known: readonly string[]): string | null {
  if ([...squashed(name)].length < LEAST_LETTERS || name.length > NAME_LETTERS) return 'rounds.applicant_name';
  if (known.some((each) => squashed(each) === squashed(name))) return 'rounds.applicant_twice';
  return known.length >= MOST_APPLICANTS ? 'rounds.applicants_full' : null;
}
