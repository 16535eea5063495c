import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type Stripe from 'stripe';
import { freshKey, noRedirects, refusal, sdk, startProvider, stop, type World } from './world.js';

let world: World;
beforeAll(async () => {
  world = await startProvider();
});
afterAll(() => stop(world));

const ask = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
  fetch(`${world.url}${path}`, { method, headers });
const basic = (key: string) => ({ authorization: `Basic ${Buffer.from(`${key}:`).toString('base64')}` });

describe('the wire', () => {
  it('takes any test key as its own empty account, and never a live one', async () => {
    expect((await ask('/v1/balance')).status).toBe(401);
    const refused = async (key: string) => {
      const answer = await ask('/v1/balance', basic(key));
      const { error } = (await answer.json()) as { error: { code: string; message: string } };
      expect(error.message).not.toContain(key);
      return [answer.status, error.code];
    };
    expect(await refused('sk_live_0123456789')).toEqual([401, 'testmode_charges_only']);
    expect(await refused('rk_live_0123456789')).toEqual([401, 'testmode_charges_only']);
    expect(await refused('pk_live_0123456789')).toEqual([401, 'livemode_mismatch']);
    expect(await refused('pk_test_0123456789')).toEqual([403, 'secret_key_required']);
    expect((await ask('/v1/balance', basic(freshKey()))).status).toBe(200);
    const [mine, yours] = [sdk(world), sdk(world)];
    const customer = await mine.customers.create({ name: 'มาลี' });
    expect((await refusal(yours.customers.retrieve(customer.id))).code).toBe('resource_missing');
    expect((await yours.customers.list()).data).toEqual([]);
  });

  it('echoes the version, numbers each request and links its errors', async () => {
    const answer = await ask('/v1/customers/cus_nobody', { ...basic(freshKey()), 'stripe-version': '2024-04-10' });
    expect(answer.status).toBe(404);
    expect(answer.headers.get('stripe-version')).toBe('2024-04-10');
    expect(answer.headers.get('request-id')).toMatch(/^req_\w{14}$/);
    expect(await answer.json()).toEqual({
      error: {
        type: 'invalid_request_error',
        code: 'resource_missing',
        message: "No such customer: 'cus_nobody'",
        param: 'id',
        doc_url: 'https://stripe.com/docs/error-codes/resource-missing',
        request_log_url: `https://dashboard.stripe.com/test/logs/${answer.headers.get('request-id')}`,
      },
    });
  });

  it('knows versions by their day, and refuses what is none', async () => {
    const versioned = (version: string) => ask('/v1/balance', { ...basic(freshKey()), 'stripe-version': version });
    expect((await versioned('2026-10-28.endive')).status).toBe(200);
    const wrong = await versioned('newest');
    expect(wrong.status).toBe(400);
    expect(((await wrong.json()) as { error: { message: string } }).error.message).toBe(
      'Invalid Stripe API version: newest',
    );
  });

  it('answers what it does not know, and what is no form, in Stripe’s shape', async () => {
    const stripe = sdk(world);
    const error = await refusal(stripe.coupons.create({ percent_off: 10 }));
    expect(error).toMatchObject({ statusCode: 404, type: 'StripeInvalidRequestError' });
    expect(error.message).toContain('Unrecognized request URL (POST: /v1/coupons)');
    const json = { ...basic(freshKey()), 'content-type': 'application/json' };
    const answer = await fetch(`${world.url}/v1/customers`, { method: 'POST', headers: json, body: '{"name":"x"}' });
    expect(answer.status).toBe(400);
    expect(((await answer.json()) as { error: { message: string } }).error.message).toContain('x-www-form-urlencoded');
  });

  it('numbers and words what it cannot even read as everything else', async () => {
    const key = basic(freshKey());
    const said = async (path: string, body?: string, type = 'application/x-www-form-urlencoded') => {
      const asked =
        body === undefined ? { headers: key } : { method: 'POST', body, headers: { ...key, 'content-type': type } };
      const answer = await fetch(`${world.url}${path}`, asked);
      expect(answer.headers.get('request-id')).toMatch(/^req_\w{14}$/);
      const { error } = (await answer.json()) as { error: { message: string; param?: string; type: string } };
      expect(error.type).toBe('invalid_request_error');
      return [answer.status, error.param ?? error.message.split(/[ (:]/, 2).join(' ')];
    };
    expect(await said('/v1/customers/%ZZ')).toEqual([404, 'Unrecognized request']);
    expect(await said(`/v1/customers/${'a'.repeat(600)}`)).toEqual([404, 'Unrecognized request']);
    expect(await said('/v1/customers/%00')).toEqual([404, 'Unrecognized request']);
    expect(await said('/v1/customers', 'hello', 'text/plain')).toEqual([400, 'Invalid request']);
    expect(await said('/v1/customers', `name=${'a'.repeat(2_000_000)}`)).toEqual([413, 'Request body']);
    expect(await said('/v1/customers', 'metadata[a]=x%00y')).toEqual([400, 'metadata[a]']);
    expect(await said('/v1/payment_intents/search?query=metadata%5B%22%00%22%5D:%22x%22')).toEqual([400, 'query']);
  });

  it('loses no name, not even one that every object has', async () => {
    const stripe = sdk(world);
    const metadata = { constructor: 'ช่างทอ', toString: 'x' } as never;
    expect((await stripe.customers.create({ metadata })).metadata).toEqual({ constructor: 'ช่างทอ', toString: 'x' });
    const error = await refusal(stripe.customers.create({ valueOf: '1' } as never));
    expect([error.code, error.param]).toEqual(['parameter_unknown', 'valueOf']);
  });

  it('expands what stands in a hash of an object', async () => {
    const stripe = sdk(world);
    const { id } = await stripe.customers.create({ payment_method: 'pm_card_visa' });
    const [card] = (await stripe.customers.listPaymentMethods(id)).data;
    await stripe.customers.update(id, { invoice_settings: { default_payment_method: card?.id ?? '' } });
    const { data } = await stripe.customers.list({ expand: ['data.invoice_settings.default_payment_method'] });
    expect(data[0]?.invoice_settings.default_payment_method).toMatchObject({ id: card?.id, object: 'payment_method' });
  });

  it('pages lists both ways', async () => {
    const stripe = sdk(world);
    const ids: string[] = [];
    for (let i = 0; i < 5; i += 1) ids.unshift((await stripe.customers.create({ name: `ลูกค้า ${i}` })).id);
    const names = async (params: Stripe.CustomerListParams) => {
      const page = await stripe.customers.list(params);
      return [page.data.map((customer) => ids.indexOf(customer.id)), page.has_more];
    };
    expect(await names({ limit: 2 })).toEqual([[0, 1], true]);
    expect(await names({ limit: 2, starting_after: ids[1] ?? '' })).toEqual([[2, 3], true]);
    expect(await names({ limit: 2, starting_after: ids[3] ?? '' })).toEqual([[4], false]);
    expect(await names({ limit: 2, ending_before: ids[3] ?? '' })).toEqual([[1, 2], true]);
    expect(await names({ limit: 3, ending_before: ids[2] ?? '' })).toEqual([[0, 1], false]);
    expect((await refusal(stripe.customers.list({ limit: 101 }))).param).toBe('limit');
    expect((await refusal(stripe.customers.list({ starting_after: 'cus_nobody' }))).code).toBe('resource_missing');
    const all: string[] = [];
    for await (const customer of stripe.customers.list({ limit: 2 })) all.push(customer.id);
    expect(all).toEqual(ids);
  });

  it('expands objects, inside objects and lists, and refuses what cannot be expanded', async () => {
    const stripe = sdk(world);
    const customer = await stripe.customers.create({ name: 'มาลี', address: { city: 'น่าน' } });
    const order = {
      amount: 5000,
      currency: 'thb',
      payment_method: 'pm_card_visa',
      confirm: true,
      ...noRedirects,
      customer: customer.id,
    };
    await stripe.paymentIntents.create(order);
    const list = await stripe.paymentIntents.list({
      expand: ['data.customer', 'data.payment_method', 'data.latest_charge.balance_transaction.source'],
    });
    const [intent] = list.data;
    const charge = intent?.latest_charge as Stripe.Charge;
    expect(intent?.customer).toMatchObject({ name: 'มาลี', address: { city: 'น่าน', country: null } });
    expect(intent?.payment_method).toMatchObject({ card: { last4: '4242' } });
    expect((charge.balance_transaction as Stripe.BalanceTransaction).source).toMatchObject({ id: charge.id });
    const error = await refusal(stripe.paymentIntents.retrieve(intent?.id ?? '', { expand: ['amount'] }));
    expect(error.message).toBe('This property cannot be expanded (amount).');
  });

  it('says how it is', async () => {
    expect(await (await ask('/health')).json()).toMatchObject({ status: 'ok', provider: 'taladlab' });
  });
});
