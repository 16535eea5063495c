import type { FastifyInstance } from 'fastify';

export interface CollectedRoute {
  method: string;
  url: string;
}

const collected: CollectedRoute[] = [];

/** Notes every route that anything registers, so that a test can hold the whole list against the table of who may call what. */
export function collectRoutes(fastify: FastifyInstance): void {
  fastify.addHook('onRoute', (route) => {
    for (const method of [route.method].flat()) collected.push({ method, url: route.url });
  });
}

export const routes = (): readonly CollectedRoute[] => collected;
