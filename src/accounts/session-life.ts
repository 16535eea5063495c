import type { Role } from '../platform/web/policy.js';
import { DAY, HOUR } from '../shared/clock.js';

export interface SessionLife {
  /** Over when it was not used for so long. */
  idle: number;
  /** Over so long after sign-in, whatever happened meanwhile. */
  whole: number;
}

/** A learner's phone is shared with family and neighbours: tomorrow it asks again. Staff see other people's work: a lunch, and a working day. */
const LEARNER: SessionLife = { idle: 20 * HOUR, whole: 14 * DAY };
/** Somebody without an account plays her minute; her market goes with the session. */
const VISITOR: SessionLife = { idle: 2 * HOUR, whole: 2 * HOUR };
const STAFF: SessionLife = { idle: 3 * HOUR, whole: 12 * HOUR };

export function lifeOf(roles: readonly Role[]): SessionLife {
  if (roles.includes('visitor')) return VISITOR;
  return roles.every((role) => role === 'learner') ? LEARNER : STAFF;
}
