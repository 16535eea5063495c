import type { CriterionResult } from '../../practice/graders/grade.js';
import type { Problem } from '../../shared/refusal.js';
import { normaliseThai } from '../../shared/thai-text.js';

/** What a person may say of a criterion. */
export const VERDICTS = ['met', 'not_met', 'not_attempted', 'not_observed'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** Why an assessor says otherwise than the machine. */
export const REASON_CODES = [
  'evidence_elsewhere',
  'other_right_way',
  'machine_misread',
  'evidence_insufficient',
  'other',
] as const;
export type ReasonCode = (typeof REASON_CODES)[number];

/** `accepted` as the machine says · `judged` where a person is asked anyway · `overridden` against what the machine says. */
export type Basis = 'accepted' | 'judged' | 'overridden';

export type MachineView = Pick<CriterionResult, 'method' | 'outcome'>;

/** An assessor's form as it arrives. */
export interface Answer {
  answer?: string;
  reasonCode?: string;
  text?: string;
}

export interface Judgement {
  verdict: Verdict;
  basis: Basis;
  /** What the learner reads beside it, null when nothing needs to be said. */
  note: string | null;
  reason: { code: ReasonCode; text: string } | null;
}

const SHORTEST_REASON = 5;
export const LONGEST_REASON = 1000;

const SAID: Record<MachineView['outcome'], Verdict | null> = {
  met: 'met',
  not_met: 'not_met',
  not_attempted: 'not_attempted',
  // The cause stands at the criterion that blocks it; of this one there is nothing to see yet.
  blocked: 'not_attempted',
  not_observed: 'not_observed',
  needs_person: null,
  error: null,
};

/** The machine's outcome as a verdict, null where it has none. */
export const machineVerdict = ({ outcome }: MachineView): Verdict | null => SAID[outcome];

/** Who agreed with the machine did not agree with what it says since it graded again; a judgement of her own stands. */
export const stillStands = (mark: { verdict: Verdict; basis: Basis }, view: MachineView): boolean =>
  mark.basis !== 'accepted' || machineVerdict(view) === mark.verdict;

/** What counts: her own judgement, or, where she agreed with the machine, what the machine says now. */
export const effectiveVerdict = (mark: { verdict: Verdict; basis: Basis }, view: MachineView): Verdict =>
  mark.basis === 'accepted' ? (machineVerdict(view) ?? mark.verdict) : mark.verdict;

/** "เห็นตามเครื่อง": only where the machine decides the whole criterion. */
export const mayAccept = (view: MachineView): boolean => view.method === 'auto' && machineVerdict(view) !== null;

/** What one press may accept together: the machine judged it, and nothing in it asks for a person. */
export const mayAcceptTogether = ({ method, outcome }: MachineView): boolean =>
  method === 'auto' && (outcome === 'met' || outcome === 'not_met');

/** What an assessor may answer of her own; what the machine said of an automatic criterion she accepts instead. */
export function ownAnswers(view: MachineView): Verdict[] {
  const said = machineVerdict(view);
  const both: Verdict[] = ['met', 'not_met'];
  if (mayAccept(view)) return both.filter((verdict) => verdict !== said);
  return said === null || both.includes(said) ? both : [...both, said];
}

/** Reads an assessor's answer to one criterion, or says what is wrong with the form. */
export function readAnswer(view: MachineView, form: Answer): { judgement: Judgement } | { problems: Problem[] } {
  const said = machineVerdict(view);
  if (form.answer === 'accept' && said && mayAccept(view))
    return { judgement: { verdict: said, basis: 'accepted', note: null, reason: null } };
  const verdict = ownAnswers(view).find((each) => each === form.answer);
  if (!verdict) return { problems: [{ field: 'answer', key: 'assessment.answer_needed' }] };
  return isOverride(view, verdict) ? override(verdict, form) : judged(view, verdict, form);
}

/** Where an assessor decides the rest, "not yet" after the machine's "met" is her own part and contradicts nothing. */
function isOverride(view: MachineView, verdict: Verdict): boolean {
  const said = machineVerdict(view);
  if (said === null || said === verdict) return false;
  return !(view.method === 'both' && said === 'met');
}

function override(verdict: Verdict, form: Answer): { judgement: Judgement } | { problems: Problem[] } {
  const code = REASON_CODES.find((each) => each === form.reasonCode);
  const text = normaliseThai(form.text ?? '');
  const problems: Problem[] = [];
  if (!code) problems.push({ field: 'reasonCode', key: 'assessment.reason_code_needed' });
  problems.push(...textProblems(text));
  if (!code || problems.length > 0) return { problems };
  return { judgement: { verdict, basis: 'overridden', note: text, reason: { code, text } } };
}

function judged(view: MachineView, verdict: Verdict, form: Answer): { judgement: Judgement } | { problems: Problem[] } {
  const text = normaliseThai(form.text ?? '');
  // Who is told "try again" by a person is told why; the machine's own sentence says it where both agree.
  const needsWords = verdict === 'not_met' && machineVerdict(view) !== verdict;
  const problems = needsWords || text.length > LONGEST_REASON ? textProblems(text) : [];
  if (problems.length > 0) return { problems };
  return { judgement: { verdict, basis: 'judged', note: text || null, reason: null } };
}

function textProblems(text: string): Problem[] {
  if ([...text].length < SHORTEST_REASON) return [{ field: 'text', key: 'assessment.reason_text_needed' }];
  if (text.length > LONGEST_REASON)
    return [{ field: 'text', key: 'assessment.reason_text_long', params: { longest: LONGEST_REASON } }];
  return [];
}
