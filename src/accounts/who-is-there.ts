import type { FastifyInstance } from 'fastify';
import { DAY } from '../shared/clock.js';
import { SESSION_DAYS, type Sessions } from './sessions.service.js';

const COOKIE = 'taladlab';
/** Files that are the same for everybody. */
const FILES = /^\/(assets|photos)\//;

/**
 * Puts the session's person on each request before any policy is asked, and the cookie of a session opened or closed meanwhile on its
 * answer. `secure` only behind TLS: a class in a hall runs over plain http, and a phone drops a Secure cookie there.
 */
export function knowWhoIsThere(fastify: FastifyInstance, sessions: Sessions, secure: boolean): void {
  const cookie = { path: '/', httpOnly: true, sameSite: 'lax', secure } as const;
  fastify.decorateRequest('sessionId', null);
  fastify.decorateRequest('sessionCookie', undefined);
  fastify.addHook('onRequest', async (request) => {
    if (FILES.test(request.url)) return;
    const found = await sessions.find(request.cookies[COOKIE]);
    request.sessionId = found?.id ?? null;
    request.person = found?.person ?? null;
  });
  fastify.addHook('onSend', (request, reply, _payload, done) => {
    if (request.sessionCookie === null) reply.clearCookie(COOKIE, cookie);
    else if (request.sessionCookie)
      reply.setCookie(COOKIE, request.sessionCookie, { ...cookie, maxAge: (SESSION_DAYS * DAY) / 1000 });
    done();
  });
}
