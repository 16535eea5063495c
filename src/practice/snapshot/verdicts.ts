import type { Outcome } from '../graders/finding.js';
import type { CheckResult, Grading } from '../graders/grade.js';
import { type DecidingFact, decidingFact, type Moment } from './evidence-words.js';
import { pagePath } from './page-path.js';

export type VerdictTone = 'met' | 'again' | 'not_yet' | 'person' | 'ours';

/** One line of a result page: what to say, and where to mend it. */
export interface Verdict {
  criterion: string;
  task: string;
  tone: VerdictTone;
  messageKey: string;
  messageParams: Record<string, string | number>;
  deciding: DecidingFact[];
  href: string | null;
}

/** ผ่าน / ลองอีกครั้ง / ยังไม่ได้ทำ, and the two that are never the learner's fault. */
const TONES: Record<Outcome, VerdictTone> = {
  met: 'met',
  not_met: 'again',
  not_attempted: 'not_yet',
  blocked: 'not_yet',
  needs_person: 'person',
  error: 'ours',
};

/** A grading as its page shows it; `events` tell when what decided it happened. */
export const verdictsOf = (grading: Pick<Grading, 'checks'>, sandboxId: string, events: readonly Moment[]): Verdict[] =>
  grading.checks.map((check) => verdictOf(check, sandboxId, events));

function verdictOf(check: CheckResult, sandboxId: string, events: readonly Moment[]): Verdict {
  const where = check.evidence.find((evidence) => evidence.where)?.where ?? null;
  return {
    criterion: check.criterion,
    task: check.task,
    tone: TONES[check.outcome],
    messageKey: check.messageKey,
    messageParams: check.messageParams,
    deciding: check.evidence
      .map((evidence) => decidingFact(evidence, events))
      .filter((fact) => fact !== null)
      .slice(0, 3),
    href: where ? pagePath(sandboxId, where) : null,
  };
}
