import type { Mode } from '../practice/attempts/attempts.service.js';
import type { Problem } from '../shared/refusal.js';
import { readMoment } from '../shared/thai-date.js';

export interface AssignmentForm {
  exercise?: string;
  mode?: string;
  opens?: string;
  closes?: string;
  onceKey?: string;
}

export interface AssignmentInput {
  code: string;
  mode: Mode;
  opensAt: Date | null;
  closesAt: Date | null;
}

const MODES: readonly Mode[] = ['practice', 'assessment'];

/** What a trainer filled in, or what is wrong with it. A field for a time that stays empty sets no bound. */
export function readAssignment(
  form: AssignmentForm,
  codes: readonly string[],
  now: Date,
): { input: AssignmentInput | null; problems: Problem[] } {
  const problems: Problem[] = [];
  const demand = (holds: boolean, field: string, key: string) => void (holds || problems.push({ field, key }));
  const code = String(form.exercise ?? '');
  const mode = MODES.find((one) => one === form.mode);
  const opensAt = readMoment(String(form.opens ?? ''));
  const closesAt = readMoment(String(form.closes ?? ''));
  demand(codes.includes(code), 'exercise', 'classroom.exercise_missing');
  demand(mode !== undefined, 'mode', 'classroom.mode_missing');
  demand(opensAt !== undefined, 'opens', 'classroom.time_unreadable');
  demand(closesAt !== undefined, 'closes', 'classroom.time_unreadable');
  if (closesAt) demand(closesAt > now && closesAt > (opensAt ?? now), 'closes', 'classroom.closes_too_early');
  if (problems.length > 0 || !mode) return { input: null, problems };
  return { input: { code, mode, opensAt: opensAt ?? null, closesAt: closesAt ?? null }, problems };
}
