import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import Stripe from 'stripe';
import { buy, cardTap } from '../support/buying.js';
import { closePlace, openPlace, type Place } from '../support/place.js';
import { startApp } from '../support/server.mjs';
import { type SmallShop, smallShop } from '../support/small-shop.js';
import { tap } from '../support/taps.js';

const WEBHOOK_SECRET = 'whsec_of_nobody_else';
const key = { STRIPE_SECRET_KEY: 'sk_test_123', STRIPE_WEBHOOK_SECRET: WEBHOOK_SECRET };
const health = async (url: string) => (await fetch(`${url}/health`)).json();

/** As stripe-mock answers: the same intent whatever was asked, under a new id, and nothing is kept. */
async function forgetful(): Promise<{ server: Server; port: string; asked: string[] }> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url?.split('?', 1)[0]}`);
    request.resume();
    const isIntent =
      request.url?.startsWith('/v1/payment_intents') && request.headers.authorization === 'Bearer sk_test_123';
    const id = /pi_\w+/.exec(request.url ?? '')?.[0] ?? `pi_1Mock${asked.length}`;
    const intent = {
      id,
      object: 'payment_intent',
      amount: 1099,
      currency: 'usd',
      status: 'requires_payment_method',
      metadata: {},
    };
    const error = { error: { type: 'invalid_request_error', message: 'Unrecognized request URL' } };
    response.writeHead(isIntent ? 200 : 404, { 'content-type': 'application/json', 'request-id': 'req_123' });
    response.end(JSON.stringify(isIntent ? intent : error));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { server, port: String((server.address() as AddressInfo).port), asked };
}

describe('a market paid by stripe-mock, by its settings alone', () => {
  let mock: Awaited<ReturnType<typeof forgetful>>;
  let place: Place;
  let shop: SmallShop;
  beforeAll(async () => {
    mock = await forgetful();
    place = await openPlace('stripe_mock', { ...key, STRIPE_API_HOST: '127.0.0.1', STRIPE_API_PORT: mock.port });
    shop = await smallShop(place.app.url);
  });
  afterAll(async () => {
    await closePlace(place);
    mock.server.close();
    mock.server.closeAllConnections();
  });

  it('says so', async () => {
    expect(await health(place.app.url)).toEqual({ status: 'ok', provider: 'stripe_mock' });
  });

  it('is answered, but the order stays unpaid and its page says why', async () => {
    const { me, market, product } = shop;
    const group = await buy(me, market, product);
    expect((await tap(await cardTap(me, group))).status).toBe(303);
    expect(mock.asked.filter((line) => line === 'POST /v1/payment_intents')).toHaveLength(1);
    const page = await me.visit(group);
    expect(page.$('main').text()).toContain('stripe-mock ซึ่งจำการจ่ายเงินไม่ได้');
    const [order] = await place.raw.ask<{ paymentStatus: string }>(
      `SELECT "paymentStatus" FROM "market_order" WHERE "groupId" = '${group.split('/').at(-1)}'`,
    );
    expect(order?.paymentStatus).toBe('pending');
  });
});

describe('a market paid in Stripe’s test mode, by its settings alone', () => {
  let place: Place;
  beforeAll(async () => {
    place = await openPlace('stripe_test', key);
  });
  afterAll(() => closePlace(place));

  const tell = (secret: string) => {
    const payload = JSON.stringify({
      id: 'evt_1',
      object: 'event',
      type: 'payment_intent.succeeded',
      data: { object: { id: 'pi_elsewhere', object: 'payment_intent', metadata: {} } },
    });
    const signature = Stripe.webhooks.generateTestHeaderString({ payload, secret });
    const headers = { 'content-type': 'application/json', 'stripe-signature': signature };
    return fetch(`${place.app.url}/webhooks/stripe`, { method: 'POST', body: payload, headers });
  };

  it('says so', async () => {
    expect(await health(place.app.url)).toEqual({ status: 'ok', provider: 'stripe_test' });
  });

  it('hears news for all its markets at one address, signed with the secret of its settings', async () => {
    expect((await tell(WEBHOOK_SECRET)).status).toBe(200);
    expect((await tell('whsec_other')).status).toBe(403);
  });
});

describe('settings that would let practice meet real money', () => {
  it.each([
    [{ STRIPE_SECRET_KEY: 'sk_live_123' }, 'must be a test key: real money is never taken here'],
    [{ STRIPE_API_HOST: '10.0.0.7' }, 'STRIPE_API_HOST: must be this machine (127.0.0.1) or api.stripe.com'],
    [{ STRIPE_SECRET_KEY: 'sk_test_123' }, 'STRIPE_WEBHOOK_SECRET: is missing'],
    [{ ...key, STRIPE_WEBHOOK_SECRET: 'secret' }, 'STRIPE_WEBHOOK_SECRET: must begin with whsec_'],
  ])('stop the start: %p', async (settings, sentence) => {
    const start = startApp({ DATA_DIR: '/tmp/taladlab-never', DATABASE_URL: '', ...settings });
    const why = await start.then(() => 'it started', String);
    expect(why).toContain('The app ended with 1');
    expect(why).toContain(sentence);
    expect(why).not.toContain('_live_123');
  });
});
