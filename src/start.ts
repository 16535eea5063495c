import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { type FastifyInstance, LogController } from 'fastify';
import { FirstAdmin } from './accounts/first-admin.service.js';
import { giveFormsBack } from './accounts/give-forms-back.js';
import { KeptForms } from './accounts/kept-forms.service.js';
import { Sessions } from './accounts/sessions.service.js';
import { knowWhoIsThere } from './accounts/who-is-there.js';
import { AppModule } from './app.module.js';
import { DemoSeeder } from './demo/demo-seeder.service.js';
import { ProviderAddress } from './market/payments/provider-address.js';
import type { Config } from './platform/config/config.js';
import { OperatorProblem } from './platform/console/command.js';
import { logStream } from './platform/console/readable-log.js';
import { StartLines } from './platform/console/start-lines.js';
import { Assets } from './platform/web/assets.js';
import { showProblems } from './platform/web/error-page.js';
import { loggedError } from './platform/web/logged-error.js';
import { Renderer } from './platform/web/renderer.js';
import { collectRoutes } from './platform/web/routes.js';
import { serveAssets } from './platform/web/serve-assets.js';
import { prepareServer } from './platform/web/server.js';
import type { RunningProvider } from './provider/server.js';
import { lendProviderPages } from './provider-pages.js';
import { startEmbeddedProvider } from './start-provider.js';

/** The start, step by step; whatever fails stops it before anybody is served. */
export async function start(config: Config): Promise<void> {
  const lines = new StartLines();
  lines.say('start_preparing');
  const app = await createApp(config);
  const fastify = app.getHttpAdapter().getInstance() as FastifyInstance;
  await prepareServer(fastify, config);
  knowWhoIsThere(fastify, app.get(Sessions), config.isHttps);
  giveFormsBack(fastify, app.get(KeptForms), app.get(Renderer));
  const provider = await onPort('PROVIDER_PORT', config.env.PROVIDER_PORT, () =>
    startEmbeddedProvider(config, app.get(ProviderAddress, { strict: false }), {
      port: config.env.PROVIDER_PORT,
      appUrl: () => config.env.APP_URL ?? `http://127.0.0.1:${portOf(fastify)}`,
    }),
  );
  await fastify.register(async (scope) => {
    // Nest catches what its own routes throw; these are none of them.
    showProblems(scope, app.get(Renderer));
    serveAssets(scope, app.get(Assets));
    if (provider) await lendProviderPages(scope, provider.port);
  });
  stopOnSignal(app, fastify, provider);
  const { PORT, HOST: host, APP_URL: appUrl } = config.env;
  await app.init();
  // Nest's own listen would log a taken port before we say it in words.
  await onPort('PORT', PORT, () => fastify.listen({ port: PORT, host }));
  await app.get(DemoSeeder, { strict: false }).play(() => lines.say('start_demo'));
  const code = await app.get(FirstAdmin).drawCode();
  const door = `${appUrl ?? `http://localhost:${portOf(fastify)}`}/first-admin`;
  if (code) lines.say('start_first_admin', { address: door, code });
  await lines.sayWhere({ port: portOf(fastify), host, appUrl });
}

/** A port that another program has is the commonest reason why a start fails, and the one that its reader can mend. */
async function onPort<T>(setting: string, port: number, listen: () => Promise<T>): Promise<T> {
  try {
    return await listen();
  } catch (problem) {
    const { code } = problem as NodeJS.ErrnoException;
    if (code === 'EADDRINUSE') throw new OperatorProblem('port_taken', { setting, port, other: port + 1 });
    if (code === 'EACCES') throw new OperatorProblem('port_forbidden', { setting, port });
    throw problem;
  }
}

async function createApp(config: Config): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    logger: { level: config.logLevel, serializers: { err: loggedError }, stream: logStream() },
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
