import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type Stripe from 'stripe';
import { control, freshKey, noRedirects, refusal, sdk, startProvider, stop, type World } from './world.js';

let world: World;
beforeAll(async () => {
  world = await startProvider();
});
afterAll(() => stop(world));

const order = { amount: 5000, currency: 'thb', payment_method: 'pm_card_visa', confirm: true, ...noRedirects } as const;
const again = { idempotencyKey: 'order:7:pay:1' };
const intents = async (stripe: Stripe) => (await stripe.paymentIntents.list({ limit: 100 })).data.length;

describe('a request with an idempotency key', () => {
  it('has effect once and is answered the same again, with the first request’s id', async () => {
    const stripe = sdk(world);
    const first = await stripe.paymentIntents.create(order, again);
    const second = await stripe.paymentIntents.create(order, again);
    expect(JSON.stringify(second)).toBe(JSON.stringify(first));
    expect(first.lastResponse.headers['idempotent-replayed']).toBeUndefined();
    expect(second.lastResponse.headers).toMatchObject({
      'idempotent-replayed': 'true',
      'original-request': first.lastResponse.requestId,
    });
    expect(second.lastResponse.requestId).not.toBe(first.lastResponse.requestId);
    expect(await intents(stripe)).toBe(1);
  });

  it('belongs to its account and to its parameters', async () => {
    const stripe = sdk(world);
    await stripe.paymentIntents.create(order, again);
    await sdk(world).paymentIntents.create({ ...order, amount: 6000 }, again);
    const error = await refusal(stripe.paymentIntents.create({ ...order, amount: 6000 }, again));
    expect(error).toMatchObject({ type: 'StripeIdempotencyError', statusCode: 400 });
    expect(error.message).toBe(
      "Keys for idempotent requests can only be used with the same parameters they were first used with. Try using a key other than 'order:7:pay:1' if you meant to execute a different request.",
    );
  });

  it('keeps a decline, but not what was refused before it began', async () => {
    const stripe = sdk(world);
    const declined = { ...order, payment_method: 'pm_card_chargeDeclined' };
    const first = await refusal(stripe.paymentIntents.create(declined, again));
    const second = await refusal(stripe.paymentIntents.create(declined, again));
    expect(second.charge).toBe(first.charge);
    expect(await intents(stripe)).toBe(1);
    await refusal(stripe.paymentIntents.create({ ...order, amount: 1 }, { idempotencyKey: 'other' }));
    expect((await stripe.paymentIntents.create(order, { idempotencyKey: 'other' })).status).toBe('succeeded');
  });

  it('makes one object of twenty at once; the others are told that it is in use, or answered the same', async () => {
    const stripe = sdk(world);
    const answers = await Promise.allSettled(
      Array.from({ length: 20 }, () => stripe.paymentIntents.create(order, again)),
    );
    const ids = answers.flatMap((answer) => (answer.status === 'fulfilled' ? [answer.value.id] : []));
    const codes = answers.flatMap((answer) => (answer.status === 'rejected' ? [answer.reason.code] : []));
    expect(new Set(ids).size).toBe(1);
    expect(codes.filter((code) => code !== 'idempotency_key_in_use')).toEqual([]);
    expect(await intents(stripe)).toBe(1);
  });
});

describe('a fault on the wire', () => {
  const fault = (key: string, status: 500 | 429, when: string) =>
    control(world, 'faults', { key, next: [{ status, when }] });

  it('before the effect leaves nothing, and the same key then does it', async () => {
    const key = freshKey();
    const stripe = sdk(world, key);
    await fault(key, 429, 'before');
    expect((await refusal(stripe.paymentIntents.create(order, again))).type).toBe('StripeRateLimitError');
    expect(await intents(stripe)).toBe(0);
    expect((await stripe.paymentIntents.create(order, again)).status).toBe('succeeded');
  });

  it('after the effect keeps it, and the same key tells it without doing it twice', async () => {
    const key = freshKey();
    const stripe = sdk(world, key);
    await fault(key, 500, 'after');
    expect((await refusal(stripe.paymentIntents.create(order, again))).type).toBe('StripeAPIError');
    expect((await stripe.paymentIntents.create(order, again)).status).toBe('succeeded');
    expect(await intents(stripe)).toBe(1);
  });

  it('inside the endpoint undoes it, and the key keeps the 500', async () => {
    const key = freshKey();
    const stripe = sdk(world, key);
    await fault(key, 500, 'during');
    expect((await refusal(stripe.paymentIntents.create(order, again))).statusCode).toBe(500);
    expect((await refusal(stripe.paymentIntents.create(order, again))).statusCode).toBe(500);
    expect(await intents(stripe)).toBe(0);
  });
});
