import Stripe from 'stripe';
import { dropDatabase, ownDatabase } from './databases.mjs';
import { freePort } from './ports.mjs';
import { openRaw, type Raw } from './raw-database.js';
import { startApp, stopApp } from './server.mjs';

type Settings = Awaited<ReturnType<typeof ownDatabase>> & { PORT: string; PROVIDER_PORT: string };
type App = Awaited<ReturnType<typeof startApp>>;

/** An app with a database, an address and a provider of its own. They outlive its process: it can be killed and started again. */
export interface Place {
  settings: Settings;
  app: App;
  raw: Raw;
  postgres: boolean;
  providerUrl: string;
}

export async function openPlace(name: string, more: Record<string, string> = {}): Promise<Place> {
  const database = await ownDatabase(name);
  const settings = { ...database, PORT: await freePort(), PROVIDER_PORT: await freePort() };
  return {
    settings,
    app: await startApp({ ...settings, ...more }),
    raw: await openRaw(settings),
    postgres: settings.DATABASE_URL !== '',
    providerUrl: `http://127.0.0.1:${settings.PROVIDER_PORT}`,
  };
}

export async function closePlace({ app, raw, settings }: Place): Promise<void> {
  await stopApp(app);
  await raw.close();
  await dropDatabase(settings);
}

/** Ends the process as a power cut does, unless it is gone already, and waits until it is. */
export async function cutPower({ app: { child } }: Place): Promise<void> {
  const isGone = () => child.exitCode !== null || child.signalCode !== null;
  if (isGone()) return;
  await new Promise((resolve) => {
    child.once('exit', resolve);
    child.kill('SIGKILL');
  });
}

export async function startAgain(place: Place, more: Record<string, string> = {}): Promise<void> {
  place.app = await startApp({ ...place.settings, ...more });
}

/** The provider as the sandbox's own account sees it, by the official SDK. */
export async function providerOf(place: Place, sandbox: string): Promise<Stripe> {
  return new Stripe(await keyOf(place, sandbox), {
    host: '127.0.0.1',
    port: place.settings.PROVIDER_PORT,
    protocol: 'http',
    telemetry: false,
  });
}

/** What only trainers and tests may do to the provider. */
export async function control(place: Place, sandbox: string, path: string, body: object = {}): Promise<void> {
  const answer = await fetch(`${place.providerUrl}/control/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ key: await keyOf(place, sandbox), ...body }),
  });
  if (!answer.ok) throw new Error(await answer.text());
}

async function keyOf({ raw }: Place, sandbox: string): Promise<string> {
  const [row] = await raw.ask<{ providerKey: string }>(`SELECT "providerKey" FROM "sandbox" WHERE "id" = '${sandbox}'`);
  if (!row) throw new Error(`There is no market ${sandbox}.`);
  return row.providerKey;
}

/** Waits until `look` finds nothing left to wait for, and tells what was left when the time is over. */
export async function untilNone(look: () => Promise<string[]>, seconds: number): Promise<void> {
  let left: string[] = [];
  for (const end = Date.now() + seconds * 1000; Date.now() < end; ) {
    left = await look();
    if (left.length === 0) return;
    await new Promise((resolve) => setTimeout(resolve, 150));
  }
  throw new Error(`After ${seconds} s still:\n${left.join('\n')}`);
}
