import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type Stripe from 'stripe';
import { seededRandom } from '../../dist/shared/seeded-random.js';
import { end, freshKey, noRedirects, receiver, sdk, startProvider, stop, type World } from './world.js';

const SEED = process.env.FAULT_SEED ?? 'provider-deaths-1';
const DEATHS = 20;
const EVERY_MS = 20;
const WANTED = ['payment_intent.created', 'charge.succeeded', 'payment_intent.succeeded'] as const;

const random = seededRandom(SEED);
const moments = Array.from({ length: DEATHS }, () => random.whole(50, 1500));

describe(`kill -9 at fifty payments a second (FAULT_SEED=${SEED})`, () => {
  const key = freshKey();
  const amounts = new Map<string, number>();
  /** What a careful shop books: each event once, whatever arrives twice. */
  const booked = new Map<string, Stripe.Event>();
  let arrivals = 0;
  let world: World;
  let hook: Awaited<ReturnType<typeof receiver>>;
  let secret = '';

  beforeAll(async () => {
    world = await startProvider();
    hook = await receiver();
    const made = await sdk(world, key).webhookEndpoints.create({ url: hook.url, enabled_events: [...WANTED] });
    secret = made.secret ?? '';
    for (const ms of moments) await payUntilDeath(ms);
    await until(nothingWaits);
    book();
  }, 300_000);
  afterAll(async () => {
    hook.close();
    await stop(world);
  });

  /** Pays until the provider is killed, starts it again and asks once more, with the same key, for whatever was not answered. */
  async function payUntilDeath(ms: number): Promise<void> {
    const unanswered: string[] = [];
    const stripe = sdk(world, key);
    const asked: Promise<unknown>[] = [];
    const clock = setInterval(() => {
      const order = `order:${amounts.size}`;
      amounts.set(order, 1000 + amounts.size);
      asked.push(pay(stripe, order).catch(() => unanswered.push(order)));
    }, EVERY_MS);
    await new Promise((resolve) => setTimeout(resolve, ms));
    await end(world, 'SIGKILL');
    clearInterval(clock);
    await Promise.all(asked);
    world = await startProvider(world.dataDir);
    for (const order of unanswered) await pay(sdk(world, key), order);
  }

  const pay = (stripe: Stripe, order: string) =>
    stripe.paymentIntents.create(
      {
        amount: amounts.get(order) ?? 0,
        currency: 'thb',
        payment_method: 'pm_card_visa',
        confirm: true,
        ...noRedirects,
        metadata: { order },
      },
      { idempotencyKey: order },
    );

  const events = () => all(sdk(world, key).events.list({ types: [...WANTED], limit: 100 }));
  const nothingWaits = async () => (await events()).every(({ pending_webhooks: waiting }) => waiting === 0);

  function book(): void {
    for (const { body, headers } of hook.arrived) {
      const event = sdk(world, key).webhooks.constructEvent(body, String(headers['stripe-signature']), secret, 3600);
      arrivals += 1;
      booked.set(event.id, event);
    }
  }

  it('was a busy time', () => {
    expect(amounts.size).toBeGreaterThan(DEATHS * 10);
  });

  it('leaves one paid intent for each order, of its amount', async () => {
    const intents = await all(sdk(world, key).paymentIntents.list({ limit: 100 }));
    const paid = intents.map(({ metadata, amount_received, status }) => [metadata.order, amount_received, status]);
    expect(paid.sort(byName)).toEqual([...amounts].map(([order, amount]) => [order, amount, 'succeeded']).sort(byName));
  });

  it('loses no event and invents none: three for each order, and each was delivered', async () => {
    const told = await events();
    expect(told).toHaveLength(amounts.size * WANTED.length);
    expect([...booked.keys()].sort()).toEqual(told.map(({ id }) => id).sort());
    expect(arrivals).toBeGreaterThanOrEqual(booked.size);
  });

  it('leaves the shop’s books and the provider’s the same, to the satang', async () => {
    const stripe = sdk(world, key);
    const paidFor = [...booked.values()]
      .filter(({ type }) => type === 'payment_intent.succeeded')
      .map(({ data }) => data.object as Stripe.PaymentIntent);
    const sum = [...amounts.values()].reduce((total, amount) => total + amount, 0);
    expect(paidFor.reduce((total, { amount_received }) => total + amount_received, 0)).toBe(sum);
    const entries = await all(stripe.balanceTransactions.list({ limit: 100 }));
    expect(entries.reduce((total, { amount }) => total + amount, 0)).toBe(sum);
    const { available, pending } = await stripe.balance.retrieve();
    const net = entries.reduce((total, entry) => total + entry.net, 0);
    expect([...available, ...pending].reduce((total, { amount }) => total + amount, 0)).toBe(net);
  });
});

const byName = (a: unknown[], b: unknown[]) => String(a[0]).localeCompare(String(b[0]));

async function all<T extends { id: string }>(list: Stripe.ApiListPromise<T>): Promise<T[]> {
  const found: T[] = [];
  for await (const one of list) found.push(one);
  return found;
}

/** On PostgreSQL a delivery that died under way is free again only when its lease ends. */
async function until(holds: () => Promise<boolean>): Promise<void> {
  for (let second = 0; second < 90; second += 1) {
    if (await holds()) return;
    await new Promise((resolve) => setTimeout(resolve, 1000));
  }
  throw new Error('It did not happen within ninety seconds.');
}
