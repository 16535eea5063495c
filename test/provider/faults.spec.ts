import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import Stripe from 'stripe';
import { control, freshKey, noRedirects, refusal, sdk, startProvider, stop, until, type World } from './world.js';

let world: World;
beforeAll(async () => {
  world = await startProvider();
});
afterAll(() => stop(world));

const order = { amount: 5000, currency: 'thb', payment_method: 'pm_card_visa', confirm: true, ...noRedirects } as const;
const key7 = { idempotencyKey: 'order:7:pay:1' };

/** A shop whose next requests meet these faults. */
async function shop(fault: object | object[], settings: Partial<Stripe.StripeConfig> = {}) {
  const key = freshKey();
  await control(world, 'faults', { key, next: [fault].flat() });
  const port = new URL(world.url).port;
  const stripe = new Stripe(key, {
    host: '127.0.0.1',
    port,
    protocol: 'http',
    telemetry: false,
    maxNetworkRetries: 0,
    ...settings,
  });
  const paid = async () => (await stripe.paymentIntents.list()).data.length;
  return { stripe, paid };
}

describe('a line that breaks', () => {
  it('before the effect leaves nothing', async () => {
    // The SDK tries once more by itself when a line breaks that it had used before.
    const cut = { status: 'cut', when: 'before' };
    const { stripe, paid } = await shop([cut, cut]);
    expect((await refusal(stripe.paymentIntents.create(order, key7))).type).toBe('StripeConnectionError');
    expect(await paid()).toBe(0);
  });

  it('after the effect keeps it, and the SDK’s own retry does not pay twice', async () => {
    const { stripe, paid } = await shop({ status: 'cut', when: 'after' }, { maxNetworkRetries: 1 });
    const intent = await stripe.paymentIntents.create(order, key7);
    expect(intent).toMatchObject({ status: 'succeeded' });
    expect(intent.lastResponse.headers['idempotent-replayed']).toBe('true');
    expect(await paid()).toBe(1);
  });
});

describe('an answer that does not come', () => {
  it('is given up by the client; what had been done is told to the same key', async () => {
    const { stripe, paid } = await shop({ status: 'hang', when: 'after' }, { timeout: 300 });
    const error = await refusal(stripe.paymentIntents.create(order, key7));
    expect(error.message).toContain('Request aborted due to timeout');
    expect((await stripe.paymentIntents.create(order, key7)).status).toBe('succeeded');
    expect(await paid()).toBe(1);
  });

  it('does not keep the provider from ending', async () => {
    const mine = await startProvider();
    const key = freshKey();
    await control(mine, 'faults', { key, next: [{ status: 'hang', when: 'before' }] });
    const waiting = refusal(sdk(mine, key).balance.retrieve());
    await control(mine, 'drain', { key });
    await stop(mine);
    expect((await waiting).type).toBe('StripeConnectionError');
  });

  it('yet, when the provider is told to end, still comes, and the line is closed behind it', async () => {
    const mine = await startProvider();
    const key = freshKey();
    await control(mine, 'faults', { key, next: [{ status: 'none', when: 'after', latencyMs: 300 }] });
    const paying = sdk(mine, key).paymentIntents.create(order);
    await until(async () => (await sdk(mine, key).paymentIntents.list()).data.length === 1);
    await stop(mine);
    expect((await paying).status).toBe('succeeded');
  }, 10_000);

  it('or comes late', async () => {
    const { stripe } = await shop({ status: 'none', when: 'before', latencyMs: 400 });
    const from = performance.now();
    await stripe.balance.retrieve();
    expect(performance.now() - from).toBeGreaterThanOrEqual(395);
  });
});

describe('an object that another request holds', () => {
  it('is refused as Stripe does, and the SDK may try again', async () => {
    const { stripe, paid } = await shop({ status: 'lock_timeout', when: 'before' });
    const error = await refusal(stripe.paymentIntents.create(order, key7));
    expect(error).toMatchObject({ statusCode: 429, code: 'lock_timeout' });
    expect(await paid()).toBe(0);
  });
});
