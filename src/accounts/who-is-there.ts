import type { FastifyInstance, FastifyRequest } from 'fastify';
import { DAY } from '../shared/clock.js';
import { NEXT_COOKIE } from './next-page.js';
import { isOpened } from './opened-page.js';
import { markerOf, SESSION_COOKIE } from './session-cookie.js';
import type { SessionFound, Sessions } from './sessions.service.js';
import { type Arrival, whatComesFirst } from './what-comes-first.js';

const COOKIE = SESSION_COOKIE;
const MARKER = 'who';
/** Longer than any session: the server ends them, and knows by the cookie of one that is over whose form comes too late. */
const COOKIE_SECONDS = (30 * DAY) / 1000;
/** Files that are the same for everybody. */
const FILES = /^\/(assets|photos)\//;
/**
 * Puts the session's person on each request before any policy is asked, and the cookie of a session opened or closed meanwhile on its
 * answer. `secure` only behind TLS: a class in a hall runs over plain http, and a phone drops a Secure cookie there.
 */
export function knowWhoIsThere(fastify: FastifyInstance, sessions: Sessions, secure: boolean): void {
  const cookie = { path: '/', httpOnly: true, sameSite: 'lax', secure } as const;
  const readable = { ...cookie, httpOnly: false } as const;
  fastify.decorateRequest('sessionId', null);
  fastify.decorateRequest('sessionMarker', null);
  fastify.decorateRequest('sessionCookie', undefined);
  fastify.addHook('onRequest', async (request, reply) => {
    if (FILES.test(request.url)) return;
    const found = await sessions.find(request.cookies[COOKIE]);
    if (!found) return;
    request.sessionId = found.id;
    request.sessionMarker = markerOf(request.cookies[COOKIE] ?? '');
    request.person = found.person;
    if (isPage(request)) request.sessionCookie = found.renewed ?? undefined;
    const first = whatComesFirst(arrival(found, request));
    if (first) return reply.redirect(first, 303);
  });
  fastify.addHook('onSend', (request, reply, _payload, done) => {
    const { sessionCookie } = request;
    // Whoever signs in or out has gone where she wanted, or wants nothing here any more.
    if (sessionCookie !== undefined && request.cookies?.[NEXT_COOKIE]) reply.clearCookie(NEXT_COOKIE, cookie);
    if (sessionCookie === null) reply.clearCookie(COOKIE, cookie).clearCookie(MARKER, readable);
    else if (sessionCookie)
      reply
        .setCookie(COOKIE, sessionCookie, { ...cookie, maxAge: COOKIE_SECONDS })
        .setCookie(MARKER, markerOf(sessionCookie), { ...readable, maxAge: COOKIE_SECONDS });
    done();
  });
}

function arrival({ person, hasOneTimePassword, noticeVersion }: SessionFound, request: FastifyRequest): Arrival {
  const [path = '', query = ''] = request.url.split('?');
  return { path, query, isPage: isOpened(request), roles: person.roles, hasOneTimePassword, noticeVersion };
}

/** A page that a person opened; what a script fetches beside it may come late and must not bring an old cookie back. */
const isPage = ({ method, headers }: FastifyRequest): boolean =>
  method === 'GET' && (headers.accept ?? '').includes('text/html');
