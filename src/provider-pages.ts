import type { IncomingMessage } from 'node:http';
import proxy from '@fastify/http-proxy';
import type { FastifyInstance } from 'fastify';

/**
 * The provider's pages for buyers at the app's own address, under `/pay`: a phone in the room cannot reach this machine's loopback,
 * where the provider itself listens on `port`. Its `/v1` stays there.
 */
export async function lendProviderPages(fastify: FastifyInstance, port: number): Promise<void> {
  await fastify.register(async (scope) => {
    // A form that our own parsers had read could not be passed on as it came.
    scope.removeAllContentTypeParsers();
    // For the same reason there is no multipart here, about which the proxy would warn at every start.
    scope.hasPlugin = (name) => name !== '@fastify/multipart' && fastify.hasPlugin(name);
    await scope.register(proxy, {
      upstream: `http://127.0.0.1:${port}`,
      prefix: '/pay',
      rewritePrefix: '/pay',
      httpMethods: ['GET', 'POST'],
      // Whoever pays is nobody to us there, and our session is nobody else's business.
      replyOptions: {
        rewriteRequestHeaders: (_request, { cookie: _ours, ...headers }) => headers,
        onResponse: (_request, reply, answer) => {
          const { stream } = answer as unknown as { stream: IncomingMessage };
          if (!isForMachines(reply.statusCode, reply.getHeader('content-type'))) return void reply.send(stream);
          stream.resume();
          // Its own headers were copied already, and its length is not our page's.
          reply.removeHeader('content-length');
          reply.callNotFound();
        },
      },
    });
  });
}

/** The provider answers an address that it does not know as it answers programs: nothing for a buyer to read. */
const isForMachines = (status: number, type: unknown): boolean => status >= 400 && String(type).includes('json');
