import type { Role } from '../../platform/web/policy.js';

/** What somebody of the staff does in a round. */
export const ROUND_ROLES = ['assessor', 'second', 'moderator', 'invigilator', 'decider'] as const;
export type RoundRole = (typeof ROUND_ROLES)[number];
export type WhyNotAppoint = 'is_judge' | 'is_not_judge_only' | 'no_assessor';

/** Those who say what work is worth. */
const JUDGES: readonly RoundRole[] = ['assessor', 'second', 'moderator'];
export const isJudge = (roles: readonly RoundRole[]): boolean => roles.some((role) => JUDGES.includes(role));

/** Whoever judges the work neither watches the candidates do it nor decides what it comes to. `held`: what she does in this round already. */
export function whyNotAppoint(
  wanted: RoundRole,
  held: readonly RoundRole[],
  roles: readonly Role[],
): WhyNotAppoint | null {
  const judges = JUDGES.includes(wanted);
  if (judges && !roles.includes('assessor')) return 'no_assessor';
  if (!judges && isJudge(held)) return 'is_judge';
  return judges && held.some((role) => !JUDGES.includes(role)) ? 'is_not_judge_only' : null;
}
