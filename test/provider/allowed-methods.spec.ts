import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type Stripe from 'stripe';
import { refusal, sdk, startProvider, stop, type World } from './world.js';

let world: World;
beforeAll(async () => {
  world = await startProvider();
});
afterAll(() => stop(world));

const baht = { amount: 5000, currency: 'thb' } as const;

describe('methods that are allowed, as the SDK of today names them', () => {
  const typesOf = async (stripe: Stripe, more: Partial<Stripe.PaymentIntentCreateParams>) =>
    (await stripe.paymentIntents.create({ ...baht, ...more })).payment_method_types;

  it('are those of an intent, as far as they fit its currency', async () => {
    const stripe = sdk(world);
    expect(await typesOf(stripe, {})).toEqual(['card', 'promptpay', 'grabpay']);
    expect(await typesOf(stripe, { allowed_payment_method_types: ['promptpay', 'sepa_debit'] })).toEqual(['promptpay']);
    expect(await typesOf(stripe, { excluded_payment_method_types: ['card', 'grabpay'] })).toEqual(['promptpay']);
    const none = { allowed_payment_method_types: ['promptpay' as const] };
    const usd = await refusal(stripe.paymentIntents.create({ ...baht, ...none, currency: 'usd' }));
    expect(usd.message).toContain('No valid payment method types');
    const both = { ...none, payment_method_types: ['card'] };
    expect((await refusal(stripe.paymentIntents.create({ ...baht, ...both }))).message).toContain('only specify one');
  });

  it('can be changed until it is paid, and need no way back when all of them stay on the page', async () => {
    const stripe = sdk(world);
    const { id } = await stripe.paymentIntents.create(baht);
    const changed = await stripe.paymentIntents.update(id, { allowed_payment_method_types: ['card'] });
    expect(changed).toMatchObject({ allowed_payment_method_types: ['card'], payment_method_types: ['card'] });
    expect((await stripe.paymentIntents.confirm(id, { payment_method: 'pm_card_visa' })).status).toBe('succeeded');
    const wallet = { allowed_payment_method_types: ['card', 'grabpay'] as Array<'card' | 'grabpay'> };
    const away = { ...baht, ...wallet, payment_method: 'pm_card_visa', confirm: true };
    expect((await refusal(stripe.paymentIntents.create(away))).message).toContain('must provide a `return_url`');
  });

  it('are those of a Checkout Session and of a SetupIntent', async () => {
    const stripe = sdk(world);
    const pages = { success_url: 'http://shop.test/done' };
    const line = { price_data: { currency: 'thb', unit_amount: 5000, product_data: { name: 'ผ้าทอ' } }, quantity: 1 };
    const cart = { mode: 'payment' as const, line_items: [line], ...pages };
    const open = async (more: Partial<Stripe.Checkout.SessionCreateParams>) =>
      (await stripe.checkout.sessions.create({ ...cart, ...more })).payment_method_types;
    expect(await open({ allowed_payment_method_types: ['promptpay'] })).toEqual(['promptpay']);
    expect(await open({ excluded_payment_method_types: ['promptpay'] })).toEqual(['card', 'grabpay']);
    const kept = await stripe.checkout.sessions.create({
      mode: 'setup',
      currency: 'eur',
      allowed_payment_method_types: ['card', 'sepa_debit'],
      ...pages,
    });
    expect(kept.payment_method_types).toEqual(['card', 'sepa_debit']);
    const setup = await stripe.setupIntents.create({ allowed_payment_method_types: ['promptpay', 'sepa_debit'] });
    expect(setup).toMatchObject({ payment_method_types: ['sepa_debit'] });
    const never = await refusal(stripe.setupIntents.create({ allowed_payment_method_types: ['promptpay'] }));
    expect(never.message).toContain('No valid payment method types');
  });
});

describe('parameters', () => {
  it('that Stripe has and nobody can practise with are not called typing mistakes', async () => {
    const stripe = sdk(world);
    const error = await refusal(stripe.customers.create({ balance: 100 }));
    expect([error.code, error.param]).toEqual([undefined, 'balance']);
    expect(error.message).toContain("part of Stripe's API");
    expect((await refusal(stripe.customers.create({ balanse: 100 } as never))).code).toBe('parameter_unknown');
    const { id } = await stripe.accounts.create({});
    expect(
      (await refusal(stripe.accounts.update(id, { controller: { fees: { payer: 'account' } } } as never))).code,
    ).toBe('parameter_unknown');
  });

  it('that hold an address for letters look like one', async () => {
    const stripe = sdk(world);
    const wrong = async (call: Promise<unknown>) => {
      const { code, param } = await refusal(call);
      return [code, param];
    };
    expect(await wrong(stripe.customers.create({ email: 'มาลี' }))).toEqual(['email_invalid', 'email']);
    const billing = { type: 'promptpay' as const, billing_details: { email: 'malee@shop' } };
    expect(await wrong(stripe.paymentMethods.create(billing))).toEqual(['email_invalid', 'billing_details[email]']);
    const { id } = await stripe.customers.create({ email: 'malee@shop.test' });
    expect((await stripe.customers.update(id, { email: '' })).email).toBeNull();
  });

  it('of capturing change what was said before, also the fee', async () => {
    const stripe = sdk(world);
    const { id: destination } = await stripe.accounts.create({ capabilities: { transfers: { requested: true } } });
    const held = await stripe.paymentIntents.create({
      ...baht,
      amount: 50_000,
      allowed_payment_method_types: ['card'],
      capture_method: 'manual',
      payment_method: 'pm_card_visa',
      confirm: true,
      transfer_data: { destination },
      application_fee_amount: 5000,
    });
    const capture = (params: Stripe.PaymentIntentCaptureParams) => stripe.paymentIntents.capture(held.id, params);
    expect((await refusal(capture({ application_fee_amount: 60_000 }))).param).toBe('application_fee_amount');
    const words = { statement_descriptor_suffix: 'SILK', application_fee_amount: 2000 };
    const taken = await stripe.paymentIntents.capture(held.id, { ...words, expand: ['latest_charge'] });
    expect(taken).toMatchObject(words);
    expect(taken.latest_charge).toMatchObject({ ...words, calculated_statement_descriptor: 'TALADLAB* SILK' });
    expect((await stripe.applicationFees.list()).data.map(({ amount }) => amount)).toEqual([2000]);
  });

  it('of lists take products by their ids and payouts by the day they arrive', async () => {
    const stripe = sdk(world);
    const made = [];
    for (const name of ['ผ้าไหม', 'ผ้าฝ้าย', 'ผ้าขาวม้า'])
      made.push((await stripe.products.create({ name, shippable: name === 'ผ้าไหม' })).id);
    const named = async (params: Stripe.ProductListParams) =>
      (await stripe.products.list(params)).data.map(({ name }) => name);
    expect(await named({ ids: made.slice(0, 2) })).toEqual(['ผ้าฝ้าย', 'ผ้าไหม']);
    expect(await named({ shippable: true })).toEqual(['ผ้าไหม']);
    await stripe.paymentIntents.create({
      ...baht,
      amount: 50_000,
      allowed_payment_method_types: ['card'],
      payment_method: 'pm_card_bypassPending',
      confirm: true,
    });
    const { arrival_date: at } = await stripe.payouts.create({ amount: 10_000, currency: 'thb' });
    expect((await stripe.payouts.list({ arrival_date: { gte: at } })).data).toHaveLength(1);
    expect((await stripe.payouts.list({ arrival_date: { gt: at } })).data).toEqual([]);
  });
});
