import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type Stripe from 'stripe';
import {
  type Arrived,
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

const order = { amount: 5000, currency: 'thb', payment_method: 'pm_card_visa', confirm: true, ...noRedirects } as const;
const signature = ({ headers }: Arrived) => String(headers['stripe-signature']);

async function shop(answers: number[] = [], enabled_events: Stripe.WebhookEndpointCreateParams.EnabledEvent[] = ['*']) {
  const key = freshKey();
  const stripe = sdk(world, key);
  const hook = await receiver(answers);
  const endpoint = await stripe.webhookEndpoints.create({ url: hook.url, enabled_events });
  const verified = (one: Arrived) => stripe.webhooks.constructEvent(one.body, signature(one), endpoint.secret ?? '');
  return { key, stripe, hook, endpoint, verified };
}

describe('webhooks', () => {
  it('arrive at once, in order, signed so that the official SDK accepts them', async () => {
    const { stripe, hook, verified } = await shop();
    const intent = await stripe.paymentIntents.create(order, { idempotencyKey: 'order:7' });
    await until(() => hook.arrived.length === 3);
    expect(hook.types()).toEqual(['payment_intent.created', 'charge.succeeded', 'payment_intent.succeeded']);
    const events = hook.arrived.map(verified);
    expect(events[2]?.data.object).toMatchObject({ id: intent.id, status: 'succeeded' });
    expect(events[0]?.data.object).toMatchObject({ id: intent.id, status: 'requires_confirmation' });
    expect(events[2]?.request).toEqual({ id: intent.lastResponse.requestId, idempotency_key: 'order:7' });
    await until(async () => (await stripe.events.retrieve(events[2]?.id ?? '')).pending_webhooks === 0);
    hook.close();
  });

  it('go only to endpoints that want them, and not after these are switched off or deleted', async () => {
    const { key, stripe, hook, endpoint } = await shop([], ['payment_intent.succeeded']);
    await stripe.paymentIntents.create(order);
    await control(world, 'drain', { key });
    expect(hook.types()).toEqual(['payment_intent.succeeded']);
    expect((await stripe.webhookEndpoints.retrieve(endpoint.id)).secret).toBeUndefined();
    await stripe.webhookEndpoints.update(endpoint.id, { disabled: true });
    await stripe.paymentIntents.create(order);
    await stripe.webhookEndpoints.del(endpoint.id);
    await stripe.paymentIntents.create(order);
    expect(await control(world, 'drain', { key })).toEqual({ delivered: 0, failed: 0, pending: 0 });
    expect(hook.arrived).toHaveLength(1);
    expect((await refusal(stripe.webhookEndpoints.retrieve(endpoint.id))).statusCode).toBe(404);
    hook.close();
  });

  it('that are answered with 500 come again by themselves, with the same event and a new signature', async () => {
    const { stripe, hook, verified } = await shop([500], ['charge.succeeded']);
    await stripe.paymentIntents.create(order);
    await until(() => hook.arrived.length === 2);
    const [first, second] = hook.arrived.map(verified);
    expect(second?.id).toBe(first?.id);
    expect(signature(hook.arrived[1] as Arrived)).not.toBe(signature(hook.arrived[0] as Arrived));
    hook.close();
  });

  it('that still fail are tried at every drain, without waiting for their time', async () => {
    const { key, stripe, hook } = await shop([500, 500], ['charge.succeeded']);
    await stripe.paymentIntents.create(order);
    await until(() => hook.arrived.length === 1);
    expect(await control(world, 'drain', { key })).toEqual({ delivered: 0, failed: 0, pending: 1 });
    expect(await control(world, 'drain', { key })).toEqual({ delivered: 1, failed: 0, pending: 0 });
    hook.close();
  });

  it('can be duplicated, dropped, delayed and reordered on demand', async () => {
    const { key, stripe, hook } = await shop();
    const mode = (name: string, count: number) =>
      control(world, 'webhooks/mode', { key, mode: name, count, delayMs: 100 });
    await mode('duplicate', 1);
    await stripe.paymentIntents.create({ amount: 5000, currency: 'thb' });
    await control(world, 'drain', { key });
    expect(hook.types()).toEqual(['payment_intent.created', 'payment_intent.created']);
    expect(hook.arrived[1]?.event.id).toBe(hook.arrived[0]?.event.id);

    await mode('drop', 1);
    const dropped = await stripe.paymentIntents.create({ amount: 5000, currency: 'thb' });
    await control(world, 'drain', { key });
    expect(hook.arrived).toHaveLength(2);
    const [lost] = (await stripe.events.list({ type: 'payment_intent.created', limit: 1 })).data;
    await control(world, `events/${lost?.id}/resend`, { key });
    await until(() => hook.arrived.length === 3);
    expect(hook.arrived[2]?.event.data.object.id).toBe(dropped.id);

    hook.arrived.length = 0;
    await mode('reorder', 3);
    await stripe.paymentIntents.create(order);
    await until(() => hook.arrived.length === 3);
    expect(hook.types()).toEqual(['payment_intent.succeeded', 'charge.succeeded', 'payment_intent.created']);
    hook.close();
  });

  it('with a wrong or stale signature are refused by the SDK, and sound when they come again', async () => {
    const { key, stripe, hook, verified } = await shop([], ['charge.succeeded']);
    for (const [mode, words] of [
      ['bad_signature', /signature/i],
      ['stale', /tolerance/i],
      ['other_secret', /signature/i],
    ] as const) {
      hook.arrived.length = 0;
      hook.answers.push(400);
      await control(world, 'webhooks/mode', { key, mode });
      await stripe.paymentIntents.create(order);
      await control(world, 'drain', { key });
      await control(world, 'drain', { key });
      expect(() => verified(hook.arrived[0] as Arrived)).toThrow(words);
      expect(verified(hook.arrived.at(-1) as Arrived).type).toBe('charge.succeeded');
    }
    hook.close();
  });

  it('are signed with the wall’s time however far the account’s clock stands', async () => {
    const { key, stripe, hook, verified } = await shop([], ['customer.updated']);
    await control(world, 'accounts/clock', { key, now: '2031-01-01T00:00:00Z' });
    const customer = await stripe.customers.create({ name: 'มาลี' });
    await stripe.customers.update(customer.id, { name: 'มาลี ใจดี', metadata: { vip: '1' } });
    await control(world, 'drain', { key });
    const event = verified(hook.arrived[0] as Arrived);
    expect(event.created).toBe(Date.parse('2031-01-01T00:00:00Z') / 1000);
    expect(event.data.previous_attributes).toEqual({ name: 'มาลี', metadata: {} });
    hook.close();
  });

  it('are not lost when the provider is killed before it could deliver them', async () => {
    const mine = await startProvider();
    const key = freshKey();
    const hook = await receiver();
    const stripe = sdk(mine, key);
    await stripe.webhookEndpoints.create({ url: hook.url, enabled_events: ['payment_intent.succeeded'] });
    await control(mine, 'webhooks/mode', { key, mode: 'delay', count: 5, delayMs: 400 });
    const intent = await stripe.paymentIntents.create(order);
    await stop(mine, 'SIGKILL');
    expect(hook.arrived).toHaveLength(0);
    const after = await startProvider(mine.dataDir);
    await until(() => hook.arrived.length === 1);
    expect(hook.arrived[0]?.event.data.object.id).toBe(intent.id);
    expect((await sdk(after, key).paymentIntents.retrieve(intent.id)).status).toBe('succeeded');
    await stop(after);
    hook.close();
  });
});
