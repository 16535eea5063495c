import type { Mode } from '../../practice/attempts/attempts.service.js';

export type WhyNotMark = 'own_work' | 'own_trainee';

/** Nobody marks own work, and in an assessment nobody marks whom she teaches. */
export function whyNotMark(work: { isOwn: boolean; isOwnTrainee: boolean; mode: Mode }): WhyNotMark | null {
  if (work.isOwn) return 'own_work';
  return work.mode === 'assessment' && work.isOwnTrainee ? 'own_trainee' : null;
}
