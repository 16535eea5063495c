import type { Unit } from '../../practice/competency/framework.js';
import type { Exercise } from '../../practice/exercises/exercise-schema.js';
import { normaliseThai } from '../../shared/thai-text.js';

/** The wording of the plan and of the declaration, as the catalogue has it: what somebody agreed to is known by it. */
export const PLAN_WORDING = '2026-12-01';

/** What is made easier for a candidate. None of them changes what she must show. */
export const ADJUSTMENTS = ['more_time', 'large_type', 'read_aloud'] as const;
export type Adjustment = (typeof ADJUSTMENTS)[number];

/** How sure somebody is of one element, in her own eyes. */
export const SELF_CHECKS = ['can', 'unsure', 'not_yet'] as const;
export type SelfCheck = (typeof SELF_CHECKS)[number];

/** What a candidate must tick, each by itself. */
export const DECLARATIONS = ['plan', 'judges', 'own_work'] as const;

export const LONGEST_LEARNING = 1000;

/** Who judges a criterion: the machine alone, the machine and then a person, or a person. */
export type JudgedBy = 'auto' | 'both' | 'assessor';

export interface PlanLine {
  code: string;
  judgedBy: JudgedBy;
}

/** Which adjustments a form ticks, in our order. */
export const readAdjustments = (form: Record<string, unknown>): Adjustment[] =>
  ADJUSTMENTS.filter((each) => form[each] === 'yes');

/** A self-check by element: `null` when an element has no answer. */
export function readSelfCheck(
  form: Record<string, unknown>,
  elements: readonly string[],
): Record<string, SelfCheck> | null {
  const answers = elements.map((code) => [code, SELF_CHECKS.find((each) => each === form[code])] as const);
  return answers.every(([, answer]) => answer) ? (Object.fromEntries(answers) as Record<string, SelfCheck>) : null;
}

/** What she learnt or did before, as information: it decides nothing. */
export const readLearning = (value: unknown): string =>
  normaliseThai(typeof value === 'string' ? value : '').slice(0, LONGEST_LEARNING);

/** The elements of a unit that an application is about, `null` for all of them. */
export const elementsOf = (unit: Unit, elements: readonly string[] | null): Unit['elements'] =>
  unit.elements.filter(({ code }) => elements === null || elements.includes(code));

/** What of a unit the exercises look at, and who judges each criterion. */
export function planLines(
  unit: Unit,
  elements: readonly string[] | null,
  exercises: ReadonlyArray<Pick<Exercise, 'criteria'>>,
): PlanLine[] {
  const shown = new Set(exercises.flatMap(({ criteria }) => criteria.map(({ code }) => code)));
  return elementsOf(unit, elements)
    .flatMap(({ criteria }) => criteria)
    .filter(({ code }) => shown.has(code))
    .map(({ code, method }) => ({ code, judgedBy: method }));
}

/** Whether an exercise shows anything of the elements at all. */
export const isAbout = (
  exercise: Pick<Exercise, 'criteria'>,
  unit: Unit,
  elements: readonly string[] | null,
): boolean => planLines(unit, elements, [exercise]).length > 0;
