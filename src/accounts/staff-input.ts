import { ROLES, type Role } from '../platform/web/policy.js';
import type { Problem } from '../shared/refusal.js';
import { normaliseThai } from '../shared/thai-text.js';

export interface StaffForm {
  name?: unknown;
  email?: unknown;
  roles?: unknown;
}

export interface StaffInput {
  name: string;
  email: string;
  roles: Role[];
}

/** What people may be hired as; a learner comes by a card. */
export const STAFF_ROLES = ROLES.filter((role) => role !== 'learner' && role !== 'visitor');

const NAME_LETTERS = 80;
const EMAIL_LETTERS = 100;

/** What an administrator filled in about a member of staff, or what is wrong with it. */
export function readStaff(form: StaffForm): { input: StaffInput; problems: Problem[] } {
  const problems: Problem[] = [];
  const demand = (holds: boolean, field: string, key: string) => void (holds || problems.push({ field, key }));
  const name = normaliseThai(String(form.name ?? ''));
  const email = readEmail(form.email);
  const roles = readRoles(form.roles);
  demand(name !== '', 'name', 'staff.name_missing');
  demand(name.length <= NAME_LETTERS, 'name', 'staff.name_long');
  demand(isEmail(email), 'email', 'staff.email_unreadable');
  demand(roles.length > 0, 'roles', 'staff.roles_missing');
  return { input: { name, email, roles }, problems };
}

/** Those of the ticked roles that there are, in their own order. */
export function readRoles(ticked: unknown): Role[] {
  const all = [ticked].flat();
  return STAFF_ROLES.filter((role) => all.includes(role));
}

export const readEmail = (typed: unknown): string => normaliseThai(String(typed ?? '')).toLowerCase();

/** Something, an @, a host: nothing is ever sent there, so that nothing more needs to hold. */
export const isEmail = (text: string): boolean =>
  text.length <= EMAIL_LETTERS && /^[^\s@<>"']+@[^\s@<>"']+\.[^\s@<>"']+$/.test(text);
