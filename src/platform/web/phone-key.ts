import { createHmac } from 'node:crypto';

/**
 * By what a phone knows whose typed words it keeps. Two people of one phone have different ones, and nobody who finds one on a phone
 * learns whose it is.
 */
export const phoneKey = (secret: string, personId: string): string =>
  createHmac('sha256', secret).update(`phone:${personId}`).digest('base64url').slice(0, 22);
