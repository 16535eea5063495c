import { type Problem, Refusal } from '../../shared/refusal.js';

/** What is wrong with a form, for the page that gives it back. Any other refusal is thrown on. */
export function problemsOf(refusal: unknown): Problem[] {
  if (refusal instanceof Refusal && refusal.kind === 'invalid') return refusal.problems;
  throw refusal;
}
