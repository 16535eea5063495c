import type { Exercise } from '../../practice/exercises/exercise-schema.js';
import { occasionsIn } from '../rounds/blueprint.js';
import type { CriterionStanding, Shown } from './unit-outcome.js';

/** By criterion, what each occasion of a session showed. */
export type ShownByCode = Record<string, Shown[]>;

/** One piece of work of a session, as people judged it. */
export interface JudgedWork {
  exercise: Pick<Exercise, 'criteria'>;
  verdicts: ReadonlyMap<string, Shown>;
}

/** What came of the application before, where she is assessed again. */
export interface Before {
  shown: ShownByCode;
  standings: Readonly<Record<string, CriterionStanding>>;
}

/** What the work of an application shows: a check that sees a criterion on several events counts as that many occasions. */
export function shownIn(works: readonly JudgedWork[]): ShownByCode {
  const shown: ShownByCode = {};
  for (const { exercise, verdicts } of works)
    for (const [code, verdict] of verdicts) {
      const occasions = Array.from({ length: occasionsIn(exercise, code) }, () => verdict);
      shown[code] = [...(shown[code] ?? []), ...occasions];
    }
  return shown;
}

/**
 * A re-assessment is about the criteria in `codes` alone; the others stand as they were. Where one was not met before, only the new work counts: it is the
 * second chance that was agreed. Where too little had been seen, the new occasions join the old ones.
 */
export function afterReassessment(before: Before, codes: ReadonlySet<string>, now: ShownByCode): ShownByCode {
  const all: ShownByCode = { ...before.shown };
  for (const code of codes) {
    const kept = before.standings[code] === 'not_met' ? [] : (before.shown[code] ?? []);
    all[code] = [...kept, ...(now[code] ?? [])];
  }
  return all;
}
