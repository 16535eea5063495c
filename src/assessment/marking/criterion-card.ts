import type { PerformanceCriterion } from '../../practice/competency/framework.js';
import type { CriterionResult } from '../../practice/graders/grade.js';
import type { Problem } from '../../shared/refusal.js';
import type { EvidenceLine } from '../evidence/evidence-words.js';
import { type Answer, machineVerdict, mayAccept, ownAnswers, REASON_CODES } from './answer.js';
import type { Mark } from './marks.service.js';

/** An assessor's form that came back: with problems, or because somebody else saved meanwhile. */
export interface Returned {
  code: string;
  form: Answer;
  problems: Problem[];
  isStale: boolean;
}

export interface MachineSays {
  sentence: string;
  evidence: EvidenceLine[];
}

/** One criterion on the assessor's page: what is asked, what the machine says and why, what a person said, what she may answer. */
export function criterionCard(
  asked: PerformanceCriterion,
  machine: CriterionResult,
  says: readonly MachineSays[],
  mark: Mark | undefined,
  isOpen: boolean,
  returned: Returned | null,
) {
  const mine = returned?.code === asked.code ? returned : null;
  const values = mine?.form ?? {};
  const isAutomatic = mayAccept(machine);
  return {
    code: asked.code,
    statement: asked.statement,
    isCritical: asked.critical,
    neededKey: asked.code.replaceAll('.', '_'),
    needed: asked.evidence,
    outcome: outcomeLabel(machine),
    needsPerson: machine.needsAssessor,
    says,
    mark: mark && { ...mark, ...verdictLabel(mark.verdict) },
    version: mark?.version ?? 0,
    canAnswer: isOpen && machine.outcome !== 'error',
    canAccept: isAutomatic && mark?.basis !== 'accepted',
    isAutomatic,
    answers: ownAnswers(machine).map((value) => ({
      value,
      ...verdictLabel(value),
      isChosen: (mine ? values.answer : isAutomatic ? undefined : mark?.verdict) === value,
    })),
    // Where the machine has decided something, an answer against it needs its kind of reason too.
    asksForReason: machineVerdict(machine) !== null && !(machine.method === 'both' && machine.outcome === 'met'),
    reasons: REASON_CODES.map((value) => ({ value, isChosen: values.reasonCode === value })),
    text: values.text ?? '',
    problems: mine?.problems ?? [],
    isReturned: mine !== null,
    isStale: mine?.isStale ?? false,
  };
}

/** The sign and word of a verdict are those that the learner reads. */
export function verdictLabel(verdict: string): { label: string; tone: string } {
  if (verdict === 'met') return { label: 'practice.tone_met', tone: 'success' };
  if (verdict === 'not_met') return { label: 'practice.tone_again', tone: 'warning' };
  if (verdict === 'not_observed') return { label: 'assessment.tone_not_observed', tone: 'neutral' };
  return { label: 'practice.tone_not_yet', tone: 'neutral' };
}

function outcomeLabel({ outcome }: CriterionResult): { label: string; tone: string } {
  if (outcome === 'needs_person') return { label: 'practice.tone_person', tone: 'info' };
  if (outcome === 'error') return { label: 'practice.tone_ours', tone: 'error' };
  return verdictLabel(outcome);
}
