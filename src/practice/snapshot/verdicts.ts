import type { Outcome } from '../graders/finding.js';
import type { CheckResult, Grading } from '../graders/grade.js';
import { pagePath } from './page-path.js';

export type VerdictTone = 'met' | 'again' | 'not_yet' | 'person' | 'ours';

/** One line of a result page: what to say, and where to mend it. */
export interface Verdict {
  criterion: string;
  task: string;
  tone: VerdictTone;
  messageKey: string;
  messageParams: Record<string, string | number>;
  deciding: Array<{ seq: number | null; words: string }>;
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

/** A grading as its page shows it. */
export const verdictsOf = (grading: Pick<Grading, 'checks'>, sandboxId: string): Verdict[] =>
  grading.checks.map((check) => verdictOf(check, sandboxId));

function verdictOf(check: CheckResult, sandboxId: string): Verdict {
  const where = check.evidence.find((evidence) => evidence.where)?.where ?? null;
  return {
    criterion: check.criterion,
    task: check.task,
    tone: TONES[check.outcome],
    messageKey: check.messageKey,
    messageParams: check.messageParams,
    deciding: check.evidence.slice(0, 3).map((evidence) => {
      if (evidence.kind === 'event') return { seq: evidence.seq, words: evidence.type };
      if (evidence.kind === 'state') return { seq: null, words: `${evidence.path} = ${evidence.value}` };
      return { seq: null, words: evidence.looked };
    }),
    href: where ? pagePath(sandboxId, where) : null,
  };
}
