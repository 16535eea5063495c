import fastify, { type FastifyInstance, LogController } from 'fastify';
import qs from 'qs';
import { serveControl } from './control/control.routes.js';
import { serveMoneyControl } from './control/money.routes.js';
import { readFees } from './fee-table.js';
import { serveCheckout } from './pay/checkout.routes.js';
import { serveOnboarding } from './pay/onboarding.routes.js';
import { servePay } from './pay/pay.routes.js';
import type { Provider } from './provider.js';
import type { ConnectModel } from './rules/connect.js';
import { forgetOldAnswers } from './store/idempotency.js';
import { openStore } from './store/open-store.js';
import { Timekeeper } from './time/timekeeper.js';
import { Deliverer } from './webhooks/deliverer.js';
import { RETRY_SECONDS } from './webhooks/modes.js';
import { sendMalformed, sendUnknown, serveApi } from './wire/api.routes.js';

export interface ProviderOptions {
  /** Holds `provider.sqlite` unless there is a `databaseUrl` (PostgreSQL, schema `provider`). */
  dataDir: string;
  databaseUrl?: string;
  /** 0 takes any free one. */
  port: number;
  /** How shops of a market may be paid, where nobody set it for an account. */
  connectModel?: ConnectModel;
  /** Where buyers' browsers find `/pay/…`; a function when it is known only later. Without one, the provider's own address. */
  appUrl?: string | (() => string);
  /** How many seconds after each failed try a webhook is sent again. */
  retrySeconds?: readonly number[];
  log?: { level: string; stream?: { write(line: string): void } };
}

export interface RunningProvider {
  port: number;
  close(): Promise<void>;
}

const HOUR_MS = 3_600_000;

/** Starts the payment provider on loopback: its books, its API, the pages of buyers and the delivery of webhooks. */
export async function startProvider(options: ProviderOptions): Promise<RunningProvider> {
  const store = await openStore(options.dataDir, options.databaseUrl);
  await store.write(forgetOldAnswers);
  const server = createServer(options.log ?? { level: 'warn' });
  const report = (problem: unknown) => server.log.error(problem);
  const deliverer = new Deliverer(store, report, options.retrySeconds ?? RETRY_SECONDS);
  const timekeeper = new Timekeeper(() => provider);
  let port = options.port;
  const { appUrl = () => `http://127.0.0.1:${port}`, connectModel = 'platform_split' } = options;
  const address = () => (typeof appUrl === 'string' ? appUrl : appUrl()).replace(/\/+$/, '');
  const fees = readFees();
  const provider: Provider = { store, deliverer, timekeeper, fees, connectModel, appUrl: address, report };

  serveApi(server, provider);
  servePay(server, provider);
  serveOnboarding(server, provider);
  serveCheckout(server, provider);
  serveControl(server, provider);
  serveMoneyControl(server, provider);
  server.get('/health', async () => ({
    status: 'ok',
    provider: 'taladlab',
    database: store.postgres ? 'postgres' : 'sqlite',
    connect_model: connectModel,
  }));

  const pruning = setInterval(() => void store.write(forgetOldAnswers).catch(report), HOUR_MS).unref();
  server.addHook('onClose', async () => clearInterval(pruning));
  await server.listen({ port: options.port, host: '127.0.0.1' });
  port = (server.server.address() as { port: number }).port;
  await deliverer.start();
  timekeeper.start();
  return { port, close: () => close(server, provider) };
}

function createServer(logger: NonNullable<ProviderOptions['log']>): FastifyInstance {
  const server = fastify({
    logger,
    // Addresses of pay pages are secrets, and bodies hold buyers' details: requests are not logged.
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: 1_048_576,
    exposeHeadRoutes: false,
    forceCloseConnections: 'idle',
    routerOptions: { querystringParser: parseForm, ignoreTrailingSlash: true, maxParamLength: 500 },
    // An address that cannot be read leads nowhere, and says so in the shape of every other.
    frameworkErrors: (_problem, request, reply) => void sendUnknown(request, reply),
  });
  server.removeContentTypeParser('text/plain');
  server.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_, body, done) => {
    done(null, parseForm(String(body)));
  });
  server.setNotFoundHandler(sendUnknown);
  server.setErrorHandler(sendMalformed);
  return server;
}

const parseForm = (text: string): Record<string, unknown> =>
  // Without a prototype of their own, a parameter may be called like one of its members and is not lost.
  qs.parse(text, { depth: 8, arrayLimit: 1000, parameterLimit: 2000, plainObjects: true });

/** A client keeps its connection after the answer that was still under way: each is closed as soon as it has nothing to do. */
async function closeToClients(server: FastifyInstance): Promise<void> {
  const sweeping = setInterval(() => server.server.closeIdleConnections(), 50);
  await server.close();
  clearInterval(sweeping);
}

/** Requests end first, then what falls due, then deliveries; then the books are closed. */
async function close(server: FastifyInstance, { timekeeper, deliverer, store }: Provider): Promise<void> {
  await closeToClients(server);
  await timekeeper.stop();
  await deliverer.stop();
  await store.close();
}
