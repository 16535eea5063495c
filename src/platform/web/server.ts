import compress from '@fastify/compress';
import cookie from '@fastify/cookie';
import formbody from '@fastify/formbody';
import multipart from '@fastify/multipart';
import type { FastifyInstance } from 'fastify';
import { parse } from 'qs';
import type { Config } from '../config/config.js';
import { LANGUAGES, type Language } from './i18n.js';
import { SECURITY_HEADERS } from './security-headers.js';

export const PHOTO_BYTES = 12 * 1024 * 1024;
const PHOTOS = 9;

/**
 * Everything between the wire and the controllers. The order matters: security headers first, so that errors carry them too.
 */
export async function prepareServer(fastify: FastifyInstance, config: Config): Promise<void> {
  if (config.env.COMPRESS === 'yes') await fastify.register(compress, { threshold: 2048, encodings: ['br', 'gzip'] });
  await fastify.register(formbody, {
    bodyLimit: 1024 * 1024,
    parser: (text) => parse(text, { depth: 4, arrayLimit: 200 }) as Record<string, unknown>,
  });
  await fastify.register(multipart, {
    attachFieldsToBody: 'keyValues',
    limits: { fileSize: PHOTO_BYTES, files: PHOTOS, fields: 200, fieldSize: 64 * 1024 },
  });
  await fastify.register(cookie);
  decorate(fastify);
}

function decorate(fastify: FastifyInstance): void {
  fastify.decorateRequest('person', null);
  fastify.decorateRequest('formToken', null);
  fastify.decorateRequest('finish', null);
  fastify.decorateRequest('language', 'th');
  fastify.addHook('onRequest', (request, reply, done) => {
    request.slots = {};
    const chosen = request.cookies?.language as Language | undefined;
    request.language = chosen && LANGUAGES.includes(chosen) ? chosen : 'th';
    reply.headers(SECURITY_HEADERS).header('x-request-id', request.id);
    done();
  });
  // One line an answer; a line more when it begins would say nothing that this one does not.
  fastify.addHook('onResponse', (request, reply, done) => {
    const { method } = request;
    const url = loggedAddress(request.url);
    request.log.info({ method, url, status: reply.statusCode, ms: Math.round(reply.elapsedTime) }, 'answered');
    done();
  });
}

/** Without what people typed, and without the key of a join card: a log is read by more people than a card. */
const loggedAddress = (url: string): string => (url.split('?')[0] ?? '').replace(/^\/join\/[^/]+/, '/join/:card');
