import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type Stripe from 'stripe';
import { freshKey, noRedirects, refusal, sdk, startProvider, stop, type World } from './world.js';

let world: World;
beforeAll(async () => {
  world = await startProvider();
});
afterAll(() => stop(world));

const card = { amount: 5000, currency: 'thb', payment_method: 'pm_card_visa' } as const;
const back = { return_url: 'http://shop.test/back' };

describe('methods that are switched on and may send the buyer away', () => {
  const refused = async (call: Promise<unknown>) => {
    const { code, message, statusCode } = await refusal(call);
    return [statusCode, code, message.slice(0, message.indexOf('.')), message.includes('must provide a `return_url`')];
  };
  const noWay = (what: string) => [
    400,
    undefined,
    `This ${what} is configured to accept payment methods enabled in your Dashboard`,
    true,
  ];

  it('ask for an address to come back to before anything is confirmed, even with a card that stays', async () => {
    const stripe = sdk(world);
    const create = (more: Partial<Stripe.PaymentIntentCreateParams>) =>
      stripe.paymentIntents.create({ ...card, confirm: true, ...more });
    expect(await refused(create({}))).toEqual(noWay('PaymentIntent'));
    expect(await refused(create({ automatic_payment_methods: { enabled: true } }))).toEqual(noWay('PaymentIntent'));
    expect((await stripe.paymentIntents.list()).data).toEqual([]);
    const { id } = await stripe.paymentIntents.create(card);
    expect(await refused(stripe.paymentIntents.confirm(id))).toEqual(noWay('PaymentIntent'));
    expect((await stripe.paymentIntents.confirm(id, back)).status).toBe('succeeded');
    for (const way of [back, noRedirects, { payment_method_types: ['card'] }])
      expect((await create(way)).status).toBe('succeeded');
  });

  it('do so for a SetupIntent too', async () => {
    const stripe = sdk(world);
    const create = (more: Stripe.SetupIntentCreateParams) =>
      stripe.setupIntents.create({ payment_method: 'pm_card_visa', ...more });
    expect(await refused(create({ confirm: true }))).toEqual(noWay('SetupIntent'));
    const made = await create({});
    expect(made.automatic_payment_methods).toEqual({ enabled: true, allow_redirects: 'always' });
    expect(await refused(stripe.setupIntents.confirm(made.id))).toEqual(noWay('SetupIntent'));
    expect((await stripe.setupIntents.confirm(made.id, back)).status).toBe('succeeded');
    expect((await create({ confirm: true, ...noRedirects })).status).toBe('succeeded');
    const both = { payment_method_data: { type: 'card' as const } };
    expect((await refusal(create(both))).message).toContain('only specify one of these');
  });

  it('are those that stay on the page where a request names no version', async () => {
    const send = async (version: Record<string, string>) => {
      const answer = await fetch(`${world.url}/v1/payment_intents`, {
        method: 'POST',
        headers: { authorization: `Bearer ${freshKey()}`, ...version },
        body: new URLSearchParams({ amount: '5000', currency: 'thb', payment_method: 'pm_card_visa', confirm: 'true' }),
      });
      const { automatic_payment_methods: automatic } = (await answer.json()) as Stripe.PaymentIntent;
      return [answer.status, automatic?.allow_redirects];
    };
    expect(await send({})).toEqual([200, 'never']);
    expect(await send({ 'stripe-version': '2022-11-15' })).toEqual([200, 'never']);
    expect(await send({ 'stripe-version': '2023-08-16' })).toEqual([400, undefined]);
  });

  it('are not offered beside methods that the request names, nor confirmed by hand', async () => {
    const stripe = sdk(world);
    const automatic = { automatic_payment_methods: { enabled: true } };
    const both = async (more: Partial<Stripe.PaymentIntentCreateParams>) =>
      (await refusal(stripe.paymentIntents.create({ ...card, ...automatic, ...more }))).message;
    const one = (other: string) => `You may only specify one of these parameters: automatic_payment_methods, ${other}.`;
    expect(await both({ payment_method_types: ['card'] })).toBe(one('payment_method_types'));
    expect(await both({ confirmation_method: 'manual' })).toBe(one('confirmation_method'));
    expect((await refusal(stripe.setupIntents.create({ ...automatic, payment_method_types: ['card'] }))).message).toBe(
      one('payment_method_types'),
    );
  });
});
