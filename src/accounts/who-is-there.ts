import type { FastifyInstance } from 'fastify';
import type { People } from './people.service.js';

/** Puts the session's person on the request before any policy is asked. */
export function knowWhoIsThere(fastify: FastifyInstance, people: People): void {
  fastify.addHook('preHandler', async (request) => {
    const id = request.session?.personId;
    request.person = id ? await people.signed(id) : null;
  });
}
