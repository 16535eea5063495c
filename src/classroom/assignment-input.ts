import type { Mode } from '../practice/attempts/attempts.service.js';
import type { Problem } from '../shared/refusal.js';
import { commonEraYear } from '../shared/thai-date.js';

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
const BANGKOK = '+07:00';

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

/** `2026-11-24T09:00` as a phone's own field sends it, in Bangkok time; null when empty, undefined when it cannot be read. */
function readMoment(text: string): Date | null | undefined {
  if (!text.trim()) return null;
  const parts = /^(\d{4})-(\d{2})-(\d{2})[T ](\d{2}):(\d{2})/.exec(text.trim());
  if (!parts) return undefined;
  const [, year, month, day, hour, minute] = parts;
  const moment = new Date(`${commonEraYear(Number(year))}-${month}-${day}T${hour}:${minute}:00${BANGKOK}`);
  return Number.isNaN(moment.getTime()) ? undefined : moment;
}
