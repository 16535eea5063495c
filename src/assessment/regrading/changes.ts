import type { CheckResult, CriterionResult } from '../../practice/graders/grade.js';

/** What a grading said, as far as a change of it is told. */
export interface Said {
  criteria: readonly Pick<CriterionResult, 'code' | 'outcome'>[];
  checks: readonly Pick<CheckResult, 'criterion' | 'outcome' | 'messageKey' | 'messageParams'>[];
  points: number;
  max: number;
}

type Outcome = CriterionResult['outcome'];

/** One criterion whose outcome is another than before. Null: not asked for, before or now. */
export interface CriterionChange {
  code: string;
  from: Outcome | null;
  to: Outcome | null;
}

/** `down` as soon as anything got worse, so that a rise elsewhere never hides a fall. `words`: only what is said is another. */
export type Direction = 'up' | 'down' | 'level' | 'words';

export interface Changes {
  direction: Direction;
  criteria: CriterionChange[];
  /** Criteria with the outcome of before and another sentence. */
  reworded: string[];
  points: { from: number; fromMax: number; to: number; toMax: number };
  /** A check broke: what it would have said is unknown, so that nothing may be put in force. */
  isBroken: boolean;
}

/** What changes from one grading of a submission to another, null where nothing does. */
export function changesBetween(before: Said, after: Said): Changes | null {
  const codes = [...new Set([...before.criteria, ...after.criteria].map(({ code }) => code))];
  const criteria = codes
    .map((code) => ({ code, from: outcomeIn(before, code), to: outcomeIn(after, code) }))
    .filter(({ from, to }) => from !== to);
  const changed = new Set(criteria.map(({ code }) => code));
  const reworded = codes.filter((code) => !changed.has(code) && sentencesOf(before, code) !== sentencesOf(after, code));
  const points = { from: before.points, fromMax: before.max, to: after.points, toMax: after.max };
  const isSamePoints = points.from === points.to && points.fromMax === points.toMax;
  if (criteria.length === 0 && reworded.length === 0 && isSamePoints) return null;
  const isBroken = after.checks.some(({ outcome }) => outcome === 'error');
  const direction = directionOf(criteria, points, isSamePoints);
  return { direction, criteria, reworded, points, isBroken };
}

function directionOf(
  criteria: readonly CriterionChange[],
  points: Changes['points'],
  isSamePoints: boolean,
): Direction {
  // As fractions without dividing: from / fromMax against to / toMax.
  const before = points.from * points.toMax;
  const after = points.to * points.fromMax;
  // What is no longer asked for is lost by nobody.
  const isLost = criteria.some(({ from, to }) => from === 'met' && to !== null);
  if (isLost || after < before) return 'down';
  if (criteria.some(({ to }) => to === 'met') || after > before) return 'up';
  return criteria.length > 0 || !isSamePoints ? 'level' : 'words';
}

const outcomeIn = ({ criteria }: Said, wanted: string): Outcome | null =>
  criteria.find(({ code }) => code === wanted)?.outcome ?? null;

const sentencesOf = ({ checks }: Said, wanted: string): string =>
  JSON.stringify(
    checks
      .filter(({ criterion }) => criterion === wanted)
      .map(({ messageKey, messageParams }) => [messageKey, Object.entries(messageParams).sort()]),
  );
