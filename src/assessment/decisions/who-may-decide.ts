import { DAY } from '../../shared/clock.js';

/** Two years: whoever taught her lately would decide about her own teaching. */
export const TRAINER_RESTS_DAYS = 730;

export type WhyNotDecide = 'no_decider' | 'own' | 'trained' | 'marked';

export interface Decider {
  /** Named in the round as the one who decides. */
  isDecider: boolean;
  isCandidate: boolean;
  /** When she last taught her, null for never. */
  taughtUntil: Date | null;
  hasMarked: boolean;
}

/** Nobody decides about herself, about whom she taught within two years, or about work that she marked. */
export function whyNotDecide(
  { isDecider, isCandidate, taughtUntil, hasMarked }: Decider,
  now: Date,
): WhyNotDecide | null {
  if (isCandidate) return 'own';
  if (taughtUntil && now.getTime() - taughtUntil.getTime() < TRAINER_RESTS_DAYS * DAY) return 'trained';
  if (hasMarked) return 'marked';
  return isDecider ? null : 'no_decider';
}
