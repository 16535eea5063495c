import compress from '@fastify/compress';
import cookie from '@fastify/cookie';
import etag from '@fastify/etag';
import formbody from '@fastify/formbody';
import helmet from '@fastify/helmet';
import multipart from '@fastify/multipart';
import session from '@fastify/session';
import type { FastifyInstance } from 'fastify';
import { parse } from 'qs';
import { DAY } from '../../shared/clock.js';
import type { Config } from '../config/config.js';
import type { Database } from '../database/database.js';
import { LANGUAGES, type Language } from './i18n.js';
import { DatabaseSessions, SESSION_DAYS } from './session-store.js';

export const PHOTO_BYTES = 12 * 1024 * 1024;
const PHOTOS = 9;

/**
 * Everything between the wire and the controllers. The order matters: security headers first, so that errors carry them too;
 * the session before whoever asks for the person.
 */
export async function prepareServer(
  fastify: FastifyInstance,
  config: Config,
  db: Database,
  secret: string,
): Promise<void> {
  await fastify.register(helmet, securityHeaders());
  await fastify.register(etag);
  // Small pages cost more to compress than to send; the benchmark of the storefront runs without.
  if (process.env.COMPRESS !== 'no') await fastify.register(compress, { threshold: 2048, encodings: ['br', 'gzip'] });
  await fastify.register(formbody, {
    bodyLimit: 1024 * 1024,
    parser: (text) => parse(text, { depth: 4, arrayLimit: 200 }) as Record<string, unknown>,
  });
  await fastify.register(multipart, {
    attachFieldsToBody: 'keyValues',
    limits: { fileSize: PHOTO_BYTES, files: PHOTOS, fields: 200, fieldSize: 64 * 1024 },
  });
  await fastify.register(cookie);
  await fastify.register(session, {
    secret,
    cookieName: 'taladlab',
    store: new DatabaseSessions(db),
    saveUninitialized: false,
    rolling: false,
    // Not `secure`: a class in a hall runs over plain http, and a phone drops a Secure cookie there. A proxy with TLS sets APP_URL.
    cookie: {
      httpOnly: true,
      sameSite: 'lax',
      path: '/',
      secure: config.env.APP_URL?.startsWith('https:') ?? false,
      maxAge: SESSION_DAYS * DAY,
    },
  });
  decorate(fastify);
}

function decorate(fastify: FastifyInstance): void {
  fastify.decorateRequest('person', null);
  fastify.decorateRequest('language', 'th');
  fastify.addHook('onRequest', async (request, reply) => {
    request.slots = {};
    const chosen = request.cookies?.language as Language | undefined;
    request.language = chosen && LANGUAGES.includes(chosen) ? chosen : 'th';
    reply.header('x-request-id', request.id).header('x-robots-tag', 'noindex, nofollow');
  });
}

/** No inline script or style, and no upgrade to https: on a hall's plain http address that would leave the page without its style sheet. */
function securityHeaders() {
  return {
    strictTransportSecurity: false as const,
    crossOriginOpenerPolicy: false as const,
    originAgentCluster: false,
    referrerPolicy: { policy: 'same-origin' as const },
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        manifestSrc: ["'self'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        baseUri: ["'none'"],
      },
    },
  };
}
