import type { FastifyInstance } from 'fastify';
import type { Assets } from './assets.js';

/** The static files, under addresses that change with their content. */
export function serveAssets(fastify: FastifyInstance, assets: Assets): void {
  fastify.get('/assets/*', (request, reply) => {
    const asset = assets.find(request.url.split('?')[0] ?? '');
    if (!asset) return reply.status(404).type('text/plain').send('');
    return reply.header('cache-control', 'public, max-age=31536000, immutable').type(asset.type).send(asset.body);
  });
}
