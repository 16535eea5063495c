import type { Exercise, ExerciseTask } from '../exercises/exercise-schema.js';
import { type Outcome, UNDECIDED } from '../graders/finding.js';
import type { CheckResult } from '../graders/grade.js';

export type TaskState = 'met' | 'again' | 'not_yet';

/** A task is met when all its checks are, and waits for nothing but people; what was tried and is wrong comes before what is missing. */
export function taskState(key: string, checks: ReadonlyArray<Pick<CheckResult, 'task' | 'outcome'>>): TaskState {
  const outcomes = checks.filter(({ task }) => task === key).map(({ outcome }) => outcome);
  if (outcomes.includes('not_met')) return 'again';
  return outcomes.every(isDone) ? 'met' : 'not_yet';
}

/** Blocked work was not done; what a person decides, or what broke, is out of her hands. */
const isDone = (outcome: Outcome): boolean => outcome === 'met' || (UNDECIDED.has(outcome) && outcome !== 'blocked');

/** The first task that is not met: what she does next. */
export const nextTask = (
  { tasks }: Pick<Exercise, 'tasks'>,
  checks: ReadonlyArray<Pick<CheckResult, 'task' | 'outcome'>>,
): ExerciseTask | null => tasks.find(({ key }) => taskState(key, checks) !== 'met') ?? null;
