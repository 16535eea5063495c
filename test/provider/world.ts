import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Stripe from 'stripe';
import { logOf } from './conformance/exchanges.js';
import { breachesIn } from './conformance/held-against.js';

export interface World {
  url: string;
  dataDir: string;
  process: ChildProcess;
}

const WIRETAP = fileURLToPath(new URL('./conformance/wiretap.mjs', import.meta.url));

/** Starts the built provider by itself, on a free port and an empty folder (or the one of a provider that died). */
export async function startProvider(
  dataDir = mkdtempSync(join(tmpdir(), 'provider-')),
  settings: Record<string, string> = {},
): Promise<World> {
  const database = process.env.TEST_DATABASE === 'postgres' ? process.env.TEST_DATABASE_URL : '';
  const env = {
    DATA_DIR: dataDir,
    DATABASE_URL: database ?? '',
    PROVIDER_PORT: '0',
    APP_URL: '',
    WIRE_LOG: logOf(dataDir),
  };
  const child = spawn(process.execPath, ['--import', WIRETAP, 'dist/provider/main.js'], {
    env: { ...process.env, ...env, ...settings },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout?.once('data', (line) => resolve(/http:\S+/.exec(String(line))?.[0] ?? ''));
    child.once('exit', (code) => reject(new Error(`The provider ended with ${code}.`)));
  });
  return { url, dataDir, process: child };
}

export const end = (world: World, signal: NodeJS.Signals) =>
  new Promise<void>((resolve) => {
    world.process.once('exit', () => resolve());
    world.process.kill(signal);
  });

/** Ends it, and holds all that it answered against Stripe's own description of the API. */
export async function stop(world: World, signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
  await end(world, signal);
  const breaches = breachesIn(world.dataDir);
  if (breaches.length > 0) throw new Error(`Not as Stripe describes it:\n${breaches.join('\n')}`);
}

/** For intents that are confirmed at once, without an address to come back to. */
export const noRedirects = { automatic_payment_methods: { enabled: true, allow_redirects: 'never' } } as const;

export const freshKey = (): string => `sk_test_${randomBytes(12).toString('hex')}`;

/** The official SDK, told where the provider is and nothing else. */
export const sdk = (world: World, key = freshKey()): Stripe =>
  new Stripe(key, {
    host: '127.0.0.1',
    port: new URL(world.url).port,
    protocol: 'http',
    maxNetworkRetries: 0,
    telemetry: false,
  });

/** What a refused call threw, as the SDK knows it. */
export async function refusal(call: Promise<unknown>): Promise<Stripe.errors.StripeError> {
  try {
    await call;
  } catch (problem) {
    return problem as Stripe.errors.StripeError;
  }
  throw new Error('It was not refused.');
}

export async function control(world: World, path: string, body: object): Promise<Record<string, unknown>> {
  const answer = await fetch(`${world.url}/control/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  const json = (await answer.json()) as Record<string, unknown>;
  if (!answer.ok) throw new Error(JSON.stringify(json));
  return json;
}

/** Presses a button of a hosted page. Answers where that leads, or the page that is shown then. */
export async function press(world: World, page: string, button: 'payment' | 'refusal' | 'expiry'): Promise<string> {
  const answer = await fetch(`${world.url}${new URL(page, world.url).pathname}/${button}`, {
    method: 'POST',
    redirect: 'manual',
  });
  return answer.headers.get('location') ?? '';
}

export const pageText = async (world: World, page: string) =>
  (await fetch(`${world.url}${new URL(page, world.url).pathname}`)).text();

export interface Arrived {
  body: string;
  headers: IncomingHttpHeaders;
  event: { id: string; type: string; data: { object: { id: string } } };
}

/** A shop's webhook address: keeps what arrives and answers what it is told to. */
export async function receiver(answers: number[] = []) {
  const arrived: Arrived[] = [];
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const body = Buffer.concat(parts).toString('utf8');
      arrived.push({ body, headers: request.headers, event: JSON.parse(body) as Arrived['event'] });
      response.writeHead(answers.shift() ?? 200).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/hook`,
    /** The statuses of the next answers; 200 once they are used up. */
    answers,
    arrived,
    types: () => arrived.map(({ event }) => event.type),
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

/** Waits for what happens by itself, and fails after five seconds without it. */
export async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  for (let i = 0; i < 250; i += 1) {
    if (await holds()) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error('It did not happen within five seconds.');
}
