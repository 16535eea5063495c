import { SetMetadata } from '@nestjs/common';

/** `visitor`: somebody without an account, in a throwaway market of her own. */
export const ROLES = ['visitor', 'learner', 'trainer', 'assessor', 'admin'] as const;
export type Role = (typeof ROLES)[number];

/** Who may call a route. What a caller may see of an object is the service's business: it scopes its queries to the person. */
export type Policy = 'anyone' | 'signed_in' | 'machine' | readonly Role[];

export const POLICY = 'taladlab:policy';

/** Every route carries one; a route without it answers nobody (and fails a test). */
export const Allow = (...who: ['anyone'] | ['signed_in'] | ['machine'] | Role[]) =>
  SetMetadata(POLICY, who.length === 1 && !ROLES.includes(who[0] as Role) ? who[0] : who);

export function isAllowed(policy: Policy, roles: readonly Role[] | null): boolean {
  if (policy === 'anyone' || policy === 'machine') return true;
  if (roles === null) return false;
  return policy === 'signed_in' || roles.some((role) => policy.includes(role));
}
