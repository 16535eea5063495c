import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import { networkInterfaces } from 'node:os';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { type FastifyInstance, LogController } from 'fastify';
import { Sessions } from './accounts/sessions.service.js';
import { knowWhoIsThere } from './accounts/who-is-there.js';
import { AppModule } from './app.module.js';
import { DemoSeeder } from './demo/demo-seeder.service.js';
import { ProviderAddress } from './market/payments/provider-address.js';
import { Config } from './platform/config/config.js';
import { Assets } from './platform/web/assets.js';
import { showProblems } from './platform/web/error-page.js';
import { loggedError } from './platform/web/logged-error.js';
import { Renderer } from './platform/web/renderer.js';
import { collectRoutes } from './platform/web/routes.js';
import { serveAssets } from './platform/web/serve-assets.js';
import { prepareServer } from './platform/web/server.js';
import { type RunningProvider, startProvider } from './provider/server.js';
import { lendProviderPages } from './provider-pages.js';

/** The start, step by step; whatever fails stops it before anybody is served. */
export async function start(): Promise<void> {
  const config = new Config(process.env);
  const app = await createApp(config);
  const fastify = app.getHttpAdapter().getInstance() as FastifyInstance;
  await prepareServer(fastify, config);
  knowWhoIsThere(fastify, app.get(Sessions), config.isHttps);
  showProblems(fastify, app.get(Renderer));
  serveAssets(fastify, app.get(Assets));
  const provider = await startEmbeddedProvider(config, app, fastify);
  stopOnSignal(app, fastify, provider);
  await app.listen(config.env.PORT, config.env.HOST);
  await app.get(DemoSeeder, { strict: false }).play();
  sayWhere(fastify);
}

/**
 * The payment provider in this process, on its own loopback port.
 */
async function startEmbeddedProvider(
  config: Config,
  app: NestFastifyApplication,
  fastify: FastifyInstance,
): Promise<RunningProvider | null> {
  if (config.env.PROVIDER === 'external') return null;
  const provider = await startProvider({
    dataDir: config.dataDir,
    databaseUrl: config.env.DATABASE_URL,
    port: config.env.PROVIDER_PORT,
    appUrl: () => config.env.APP_URL ?? `http://127.0.0.1:${portOf(fastify)}`,
    logLevel: config.env.LOG_LEVEL,
  });
  app.get(ProviderAddress, { strict: false }).port = provider.port;
  await lendProviderPages(fastify, provider.port);
  return provider;
}

async function createApp(config: Config): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    logger: { level: config.env.LOG_LEVEL, serializers: { err: loggedError } },
    logController: new LogController({ disableRequestLogging: true }),
    rewriteUrl: ({ url = '/' }) => (isReadable(url) ? url : '/%EF%BF%BD'),
    genReqId: () => randomUUID().slice(0, 13),
    trustProxy: 'loopback',
    routerOptions: { ignoreTrailingSlash: true },
  });
  // Before any plugin: a plugin's own routes are routes too, and the policy test must see them.
  collectRoutes(adapter.getInstance() as unknown as FastifyInstance);
  return NestFactory.create<NestFastifyApplication>(AppModule, adapter, {
    // The parsers of prepareServer read forms; Nest's own would be there first.
    bodyParser: false,
    logger: ['error', 'warn'],
    abortOnError: false,
  });
}

/**
 * SIGTERM: no new requests, the ones under way are finished, then the databases are closed. Their answers ask the phone to hang up: a
 * line that it keeps for its next request would keep the process.
 */
function stopOnSignal(app: NestFastifyApplication, fastify: FastifyInstance, provider: RunningProvider | null): void {
  let isStopping = false;
  fastify.addHook('onSend', async (_request, reply) => {
    if (isStopping) reply.header('connection', 'close');
  });
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => {
      isStopping = true;
      void app
        .close()
        .then(() => provider?.close())
        .then(() => process.exit(0));
    });
  }
}

/** An address that cannot be decoded is none of ours: rewritten, it gets the page of one that does not exist. */
function isReadable(url: string): boolean {
  try {
    decodeURI(url);
    return true;
  } catch {
    return false;
  }
}

function portOf(fastify: FastifyInstance): number {
  const address = fastify.server.address();
  return typeof address === 'object' && address ? address.port : 0;
}

function sayWhere(fastify: FastifyInstance): void {
  const port = portOf(fastify);
  process.stdout.write(`TaladLab is at http://localhost:${port}\n`);
  for (const lan of Object.values(networkInterfaces()).flat()) {
    if (lan?.family === 'IPv4' && !lan.internal)
      process.stdout.write(`  in this room: http://${lan.address}:${port}\n`);
  }
}
