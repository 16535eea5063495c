import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type Stripe from 'stripe';
import {
  control,
  freshKey,
  noRedirects,
  receiver,
  refusal,
  sdk,
  startProvider,
  stop,
  until,
  type World,
} from './world.js';

let world: World;
beforeAll(async () => {
  world = await startProvider();
});
afterAll(() => stop(world));

const NOW = Date.parse('2027-01-05T09:00:00Z') / 1000;

/** A shop on a clock that somebody holds, whose webhook answers what it is told to. */
async function heldShop(answers: number[]) {
  const key = freshKey();
  const stripe = sdk(world, key);
  const hook = await receiver(answers);
  await control(world, 'accounts/clock', { key, now: NOW });
  const endpoint = await stripe.webhookEndpoints.create({ url: hook.url, enabled_events: ['customer.created'] });
  const at = (seconds: number) => control(world, 'accounts/clock', { key, now: NOW + seconds });
  const log = async (query: object = {}) => (await control(world, 'deliveries', { key, ...query })) as unknown as Log;
  return { key, stripe, hook, endpoint, at, log };
}
interface Log {
  data: Array<{
    id: string;
    event: string;
    event_type: string;
    url: string;
    state: string;
    clock_due: number | null;
    attempts: Array<{ number: number; status: number | null; problem: string | null; at: number; took: number }>;
  }>;
  has_more: boolean;
}

describe('a delivery that fails', () => {
  it('is tried again after 1 s, 5 s, 30 s, 5 min and 1 h of the account’s clock, then given up', async () => {
    const { stripe, hook, at, log } = await heldShop(Array.from({ length: 7 }, () => 503));
    await stripe.customers.create({});
    const settled = (tries: number) => until(async () => (await log()).data[0]?.attempts.length === tries);
    let clock = 0;
    for (const [i, wait] of [1, 5, 30, 300, 3600].entries()) {
      await settled(i + 1);
      expect((await log()).data[0]).toMatchObject({ state: 'pending', clock_due: NOW + clock + wait });
      // One second too early nothing is due, however long the wall's clock runs.
      await at(clock + wait - 1);
      expect(hook.arrived).toHaveLength(i + 1);
      clock += wait;
      await at(clock);
    }
    await settled(6);
    expect((await log()).data[0]).toMatchObject({ state: 'failed', clock_due: null });
    await at(clock + 86_400);
    expect(hook.arrived).toHaveLength(6);
    hook.close();
  });

  it('counts as pending until it has arrived or is given up, at each endpoint by itself', async () => {
    const { stripe, hook, at, log } = await heldShop([500]);
    const second = await receiver();
    await stripe.webhookEndpoints.create({ url: second.url, enabled_events: ['*'] });
    await stripe.customers.create({});
    await until(async () => (await log()).data.filter(({ attempts }) => attempts.length === 1).length === 2);
    const [event] = (await stripe.events.list({ type: 'customer.created' })).data;
    expect(event?.pending_webhooks).toBe(1);
    const missing = { delivery_success: false };
    expect((await stripe.events.list(missing)).data.map(({ id }) => id)).toEqual([event?.id]);
    await at(1);
    await until(async () => (await stripe.events.retrieve(event?.id ?? '')).pending_webhooks === 0);
    expect((await stripe.events.list(missing)).data).toEqual([]);
    expect((await stripe.events.list({ delivery_success: true })).data.map(({ id }) => id)).toEqual([event?.id]);
    hook.close();
    second.close();
  });

  it('goes out at once when its clock is let go', async () => {
    const { key, stripe, hook, log } = await heldShop([500]);
    await stripe.customers.create({});
    await until(async () => (await log()).data[0]?.attempts.length === 1);
    await control(world, 'accounts/clock', { key, now: null });
    await until(() => hook.arrived.length === 2);
    hook.close();
  });

  it('is tried as often as the provider’s setting says', async () => {
    const mine = await startProvider(undefined, { PROVIDER_RETRY_SECONDS: '0' });
    const hook = await receiver([500, 500, 500]);
    const key = freshKey();
    const stripe = sdk(mine, key);
    await stripe.webhookEndpoints.create({ url: hook.url, enabled_events: ['customer.created'] });
    await stripe.customers.create({});
    const log = async () => (await control(mine, 'deliveries', { key })) as unknown as Log;
    await until(async () => (await log()).data[0]?.state === 'failed');
    expect(hook.arrived).toHaveLength(2);
    await stop(mine);
    hook.close();
  });
});

describe('the log of deliveries', () => {
  it('says what was sent where and what came of each try, page by page', async () => {
    const { key, stripe, hook, endpoint, at, log } = await heldShop([404]);
    for (const name of ['หนึ่ง', 'สอง', 'สาม']) await stripe.customers.create({ name });
    await until(async () => (await log()).data.every(({ attempts }) => attempts.length === 1));
    await at(1);
    await until(async () => (await log()).data.every(({ state }) => state === 'delivered'));
    const { data, has_more } = await log({ limit: 2 });
    expect(has_more).toBe(true);
    const [oldest] = (await log({ after: data[1]?.id })).data;
    expect(oldest).toMatchObject({
      event_type: 'customer.created',
      url: hook.url,
      attempts: [
        { number: 1, status: 404, problem: 'http_404' },
        { number: 2, status: 200, problem: null },
      ],
    });
    expect((await log({ event: oldest?.event })).data.map(({ id }) => id)).toEqual([oldest?.id]);
    expect((await log({ endpoint: endpoint.id })).data).toHaveLength(3);
    const nobody = { key: freshKey(), event: oldest?.event };
    expect(await control(world, 'deliveries', nobody)).toEqual({ data: [], has_more: false });
    // A resend is a delivery of its own, and can be for one endpoint alone.
    await control(world, `events/${oldest?.event}/resend`, { key, endpoint: endpoint.id });
    await until(async () => (await log({ event: oldest?.event })).data.length === 2);
    await expect(control(world, `events/${oldest?.event}/resend`, { key, endpoint: 'we_nobody' })).rejects.toThrow(
      'No such webhook endpoint',
    );
    hook.close();
  });
});

describe('the list of events', () => {
  const types = (list: Stripe.ApiList<Stripe.Event>) => list.data.map(({ type }) => type);

  it('is filtered by one type, a family of types, or several', async () => {
    const stripe = sdk(world);
    await stripe.paymentIntents.create({
      amount: 5000,
      currency: 'thb',
      payment_method: 'pm_card_visa',
      confirm: true,
      ...noRedirects,
    });
    expect(types(await stripe.events.list({ type: 'charge.succeeded' }))).toEqual(['charge.succeeded']);
    expect(types(await stripe.events.list({ type: 'payment_intent.*' }))).toEqual([
      'payment_intent.succeeded',
      'payment_intent.created',
    ]);
    const several = ['charge.succeeded', 'payment_intent.created'];
    expect(types(await stripe.events.list({ types: several }))).toEqual(several);
    expect((await refusal(stripe.events.list({ type: 'charge.failed', types: several }))).param).toBe('types');
    expect(
      (await refusal(stripe.events.list({ types: Array.from({ length: 21 }, () => 'charge.failed') }))).param,
    ).toBe('types');
  });

  it('goes back thirty days of the account’s clock', async () => {
    const { key, stripe } = await heldShop([]);
    await stripe.customers.create({});
    const [event] = (await stripe.events.list()).data;
    const days = (count: number) => control(world, 'accounts/clock', { key, now: NOW + count * 86_400 });
    await days(29);
    expect(types(await stripe.events.list())).toEqual(['customer.created']);
    await days(30);
    expect(types(await stripe.events.list())).toEqual([]);
    expect((await refusal(stripe.events.retrieve(event?.id ?? ''))).code).toBe('resource_missing');
  });
});
