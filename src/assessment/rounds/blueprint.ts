import type { Unit } from '../../practice/competency/framework.js';
import type { Exercise } from '../../practice/exercises/exercise-schema.js';
import type { AskedCriterion } from '../decisions/unit-outcome.js';

/** A whole unit on a phone: longer than this nobody holds out in one sitting. */
export const MOST_MINUTES = 60;
/** Once may have been luck: what must never go wrong is seen on two different events. */
const CRITICAL_OCCASIONS = 2;

/** An exercise of a round and how often each candidate does it. */
export interface Planned {
  exercise: Pick<Exercise, 'minutes' | 'criteria'>;
  times: number;
}

export interface BlueprintRow extends AskedCriterion {
  /** The occasions that each exercise gives, in the order of the exercises. */
  cells: number[];
  planned: number;
  isEnough: boolean;
}

export interface Blueprint {
  rows: BlueprintRow[];
  minutes: number;
  isShortEnough: boolean;
  /** Critical criteria with fewer occasions than they need: with any of them the unit stays undecided, whatever a candidate does. */
  lacking: string[];
  /** Of the others: how many the exercises can show, and how many must be met at least. */
  others: { count: number; covered: number; needed: number };
  /** Whether a candidate who does everything right can be found competent. */
  isPossible: boolean;
}

/** The criteria of a unit with the occasions that a decision asks of each. */
export const askedOf = (unit: Unit): AskedCriterion[] =>
  unit.elements
    .flatMap(({ criteria }) => criteria)
    .map(({ code, critical }) => ({ code, critical, occasions: critical ? CRITICAL_OCCASIONS : 1 }));

/** On how many different events one run of an exercise shows a criterion. */
export const occasionsIn = ({ criteria }: Pick<Exercise, 'criteria'>, code: string): number => {
  const found = criteria.find((each) => each.code === code);
  return found ? (found.occasions ?? 1) : 0;
};

/** Criteria × exercises × occasions of a round, and whether it can lead to a decision. `passPercent`: the share of the others that must be met. */
export function blueprintOf(unit: Unit, planned: readonly Planned[], passPercent: number): Blueprint {
  const rows = askedOf(unit).map((asked) => rowOf(asked, planned));
  const others = rows.filter(({ critical }) => !critical);
  const lacking = rows.filter(({ critical, isEnough }) => critical && !isEnough).map(({ code }) => code);
  const covered = others.filter(({ isEnough }) => isEnough).length;
  const minutes = planned.reduce((sum, { exercise, times }) => sum + exercise.minutes * times, 0);
  const needed = Math.ceil((others.length * passPercent) / 100);
  return {
    rows,
    minutes,
    isShortEnough: minutes <= MOST_MINUTES,
    lacking,
    others: { count: others.length, covered, needed },
    isPossible: lacking.length === 0 && covered >= needed,
  };
}

function rowOf(asked: AskedCriterion, planned: readonly Planned[]): BlueprintRow {
  const cells = planned.map(({ exercise, times }) => occasionsIn(exercise, asked.code) * times);
  const sum = cells.reduce((total, each) => total + each, 0);
  return { ...asked, cells, planned: sum, isEnough: sum >= asked.occasions };
}
