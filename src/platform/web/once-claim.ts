import { createHash } from 'node:crypto';
import type { FastifyRequest } from 'fastify';

/** The hidden field of a form that does something once (views/partials/once.hbs). */
export const ONCE_FIELD = '_once';
const KEY = /^[\w-]{16,40}$/;

/** That this person sent this form: the same key with another content is somebody who went back and wrote something new. */
export interface Claim {
  personId: string;
  key: string;
  content: string;
  /** Its row is in the database: what the form asks for has happened. */
  isHeld: boolean;
}

export function claimOf(request: FastifyRequest): Claim | null {
  const body = (request.body ?? {}) as Record<string, unknown>;
  const key = body[ONCE_FIELD];
  if (!request.person || typeof key !== 'string' || !KEY.test(key)) return null;
  return { personId: request.person.id, key, content: contentOf(request.url, body), isHeld: false };
}

/** A hash of what was sent and where to. The form's token says nothing of what she wants, and changes with her session. */
export function contentOf(path: string, body: Record<string, unknown>): string {
  const sum = createHash('sha256').update(path);
  for (const name of Object.keys(body).sort()) {
    if (name === '_csrf') continue;
    const value = body[name];
    const bytes = Buffer.isBuffer(value) ? value : Buffer.from(JSON.stringify(value) ?? '');
    sum.update(`\n${JSON.stringify(name)} ${bytes.length} `).update(bytes);
  }
  return sum.digest('hex');
}
