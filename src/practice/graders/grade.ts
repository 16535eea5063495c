import type { Check } from './check.js';
import type { Facts } from './facts.js';
import { type Finding, type Outcome, UNDECIDED } from './finding.js';

/** The part of an exercise version that grading needs; the exercise's file has more. */
export interface GradedExercise {
  code: string;
  version: number;
  checks: readonly GradedCheck[];
  criteria: readonly GradedCriterion[];
}

export interface GradedCheck {
  /** `title@1` */
  id: string;
  criterion: string;
  task: string;
  weight: number;
  params: Record<string, unknown>;
  /** Checks whose work must have been touched first; while it is not, this one is blocked by their cause. */
  needs: readonly string[];
}

export interface GradedCriterion {
  code: string;
  /** `both`: an assessor decides the rest, whatever the automatic part says. */
  method: 'auto' | 'both';
  required: boolean;
}

export interface CheckResult extends Finding {
  check: string;
  criterion: string;
  task: string;
  weight: number;
}

export interface CriterionResult {
  code: string;
  method: 'auto' | 'both';
  required: boolean;
  /** The automatic part. `not_observed`: the market never gave the chance. */
  outcome: Outcome | 'not_observed';
  points: number;
  max: number;
  needsAssessor: boolean;
}

export interface Grading {
  schema: 'grading@1';
  exercise: { code: string; version: number };
  checks: CheckResult[];
  criteria: CriterionResult[];
  points: number;
  /** What could be decided: the declared maximum less `leftOut`. `points` of `max` is the result. */
  max: number;
  declaredMax: number;
  /** Weights of blocked, broken and undecided checks. They leave the maximum, so that they never lower a total. */
  leftOut: number;
  /** Ids of checks that broke. While there is any, nothing may be released. */
  errors: string[];
}

/**
 * Grades one frozen snapshot: the same facts, exercise and checks give the same result, to the byte in canonical JSON. Throws only
 * when the exercise names a check that is not in `checks`, or one that comes before what it needs.
 */
export function grade(facts: Facts, exercise: GradedExercise, checks: ReadonlyMap<string, Check>): Grading {
  const results: CheckResult[] = [];
  for (const wanted of exercise.checks) {
    const check = checks.get(wanted.id);
    if (!check) throw new Error(`Exercise ${exercise.code} asks for the check ${wanted.id}, which does not exist.`);
    const finding = findingOf(facts, wanted, check, results);
    const { id, criterion, task, weight } = wanted;
    results.push({ check: id, criterion, task, weight, ...finding });
  }
  const leftOut = sum(results.filter(({ outcome }) => UNDECIDED.has(outcome)).map(({ weight }) => weight));
  const declaredMax = sum(results.map(({ weight }) => weight));
  return {
    schema: 'grading@1',
    exercise: { code: exercise.code, version: exercise.version },
    checks: results,
    criteria: exercise.criteria.map((criterion) => criterionResult(criterion, results)),
    points: sum(results.map(({ points }) => points)),
    max: declaredMax - leftOut,
    declaredMax,
    leftOut,
    errors: results.filter(({ outcome }) => outcome === 'error').map(({ check }) => check),
  };
}

function findingOf(facts: Facts, wanted: GradedCheck, check: Check, earlier: readonly CheckResult[]): Finding {
  for (const needed of wanted.needs) {
    const cause = earlier.find((result) => result.check === needed);
    if (!cause) throw new Error(`The check ${wanted.id} needs ${needed}, which does not come before it.`);
    if (isUntouched(cause.outcome)) return blockedBy(cause);
  }
  return judged(facts, wanted, check);
}

// Wrong work does not block: she has shown something there, and what follows can be judged on its own.
const isUntouched = (outcome: Outcome) => outcome === 'not_attempted' || outcome === 'blocked' || outcome === 'error';

/** The sentence and the place are the cause's own, so that the hint names what to do first. */
function blockedBy({ messageKey, messageParams, evidence, notObserved }: CheckResult): Finding {
  const finding: Finding = { outcome: 'blocked', points: 0, messageKey, messageParams, evidence };
  return notObserved ? { ...finding, notObserved } : finding;
}

function judged(facts: Facts, wanted: GradedCheck, check: Check): Finding {
  const name = check.id.slice(0, check.id.indexOf('@'));
  try {
    const said = check.judge(facts, wanted.params);
    const outcome = check.messages[said.key];
    if (!outcome) throw new Error(`${check.id} said ${said.key}, which it does not declare.`);
    const finding: Finding = {
      outcome,
      points: outcome === 'met' ? wanted.weight : 0,
      messageKey: `${name}.${said.key}`,
      messageParams: said.params ?? {},
      evidence: said.evidence,
    };
    return said.notObserved ? { ...finding, notObserved: true } : finding;
  } catch (error) {
    // A broken check is our fault, never hers: the reason is kept for whoever repairs it, and release is barred.
    const reason = error instanceof Error ? error.message : String(error);
    const evidence: Finding['evidence'] = [{ kind: 'state', path: 'check', value: reason }];
    return { outcome: 'error', points: 0, messageKey: 'error', messageParams: { check: check.id }, evidence };
  }
}

function criterionResult(criterion: GradedCriterion, results: readonly CheckResult[]): CriterionResult {
  const own = results.filter((result) => result.criterion === criterion.code);
  const outcome = criterionOutcome(own);
  const { code, method, required } = criterion;
  return {
    code,
    method,
    required,
    outcome,
    points: sum(own.map(({ points }) => points)),
    max: sum(own.filter((each) => !UNDECIDED.has(each.outcome)).map(({ weight }) => weight)),
    needsAssessor: method === 'both' || outcome === 'needs_person',
  };
}

// The worst comes first, apart from a broken check: what it would have said is unknown, so nothing may be concluded.
const ORDER: readonly Outcome[] = ['error', 'not_met', 'needs_person', 'blocked', 'not_attempted', 'met'];

function criterionOutcome(results: readonly CheckResult[]): Outcome | 'not_observed' {
  const worst = ORDER.find((outcome) => results.some((result) => result.outcome === outcome));
  if (worst !== 'blocked') return worst ?? 'not_attempted';
  const blocked = results.filter((result) => result.outcome === 'blocked');
  return blocked.every((result) => result.notObserved) ? 'not_observed' : 'blocked';
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);
