import type { FastifyInstance } from 'fastify';
import { notFound } from '../../shared/refusal.js';
import type { Assets } from './assets.js';

/** The static files, under addresses that change with their content. */
export function serveAssets(fastify: FastifyInstance, assets: Assets): void {
  fastify.get('/assets/*', (request, reply) => {
    const asset = assets.find(request.url.split('?')[0] ?? '');
    if (!asset) throw notFound();
    return reply.header('cache-control', 'public, max-age=31536000, immutable').type(asset.type).send(asset.body);
  });
}
