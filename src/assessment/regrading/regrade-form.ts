import type { Problem } from '../../shared/refusal.js';
import { normaliseThai } from '../../shared/thai-text.js';
import type { WantedRegrade } from './regrade-desk.service.js';

export interface RegradeForm {
  from?: string;
  classId?: string;
  reason?: string;
}

interface Choices {
  followed: ReadonlyArray<{ id: string; newestId: string }>;
  classes: ReadonlyArray<{ id: string }>;
}

const SHORTEST_REASON = 5;
const LONGEST_REASON = 500;

/** Reads what is to be graded again, or says what is wrong with the form. Learners read the reason. */
export function readRegrade(
  form: RegradeForm,
  choices: Choices,
): { wanted: WantedRegrade | null; problems: Problem[] } {
  const problems: Problem[] = [];
  const version = choices.followed.find(({ id }) => id === form.from);
  if (!version) problems.push({ field: 'from', key: 'regrading.from_needed' });
  const classId = form.classId || null;
  if (classId && !choices.classes.some(({ id }) => id === classId))
    problems.push({ field: 'classId', key: 'regrading.class_unknown' });
  const reason = normaliseThai(String(form.reason ?? ''));
  if ([...reason].length < SHORTEST_REASON) problems.push({ field: 'reason', key: 'regrading.reason_needed' });
  if ([...reason].length > LONGEST_REASON)
    problems.push({ field: 'reason', key: 'regrading.reason_long', params: { longest: LONGEST_REASON } });
  if (!version || problems.length > 0) return { wanted: null, problems };
  return { wanted: { fromVersionId: version.id, toVersionId: version.newestId, classId, reason }, problems };
}
