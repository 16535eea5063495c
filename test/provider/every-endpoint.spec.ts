import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type Stripe from 'stripe';
import { ENDPOINTS, endpointOf } from './conformance/endpoints.js';
import { exchanges } from './conformance/exchanges.js';
import { freshKey, noRedirects, sdk, startProvider, stop, type World } from './world.js';

let world: World;
let key: string;
let stripe: Stripe;
beforeAll(async () => {
  world = await startProvider();
  key = freshKey();
  stripe = sdk(world, key);
});
afterAll(() => stop(world));

const baht = { currency: 'thb' } as const;
const words = { metadata: { till: '2' } };
const paid = (more: Partial<Stripe.PaymentIntentCreateParams> = {}, account?: string) =>
  stripe.paymentIntents.create(
    { ...baht, amount: 100_000, payment_method: 'pm_card_bypassPending', confirm: true, ...noRedirects, ...more },
    account ? { stripeAccount: account } : {},
  );

async function people(): Promise<void> {
  const { id } = await stripe.customers.create({ name: 'มาลี' });
  await stripe.customers.retrieve(id);
  await stripe.customers.update(id, words);
  await stripe.customers.list();
  await stripe.customers.search({ query: 'name:"มาลี"' });
  const method = await stripe.paymentMethods.create({ type: 'card', card: { token: 'tok_visa' } });
  await stripe.paymentMethods.retrieve(method.id);
  await stripe.paymentMethods.attach(method.id, { customer: id });
  await stripe.paymentMethods.update(method.id, words);
  await stripe.paymentMethods.list({ customer: id });
  await stripe.customers.listPaymentMethods(id);
  await stripe.paymentMethods.detach(method.id);
  const setup = await stripe.setupIntents.create({ customer: id, ...noRedirects });
  await stripe.setupIntents.retrieve(setup.id);
  await stripe.setupIntents.update(setup.id, words);
  await stripe.setupIntents.confirm(setup.id, { payment_method: 'pm_card_visa' });
  await stripe.setupIntents.list();
  await stripe.setupIntents.cancel((await stripe.setupIntents.create({})).id);
  await stripe.customers.del(id);
}

async function payments(): Promise<void> {
  const held = { capture_method: 'manual', payment_method: 'pm_card_visa' } as const;
  const intent = await stripe.paymentIntents.create({ ...baht, ...held, ...noRedirects, amount: 50_000 });
  await stripe.paymentIntents.update(intent.id, words);
  await stripe.paymentIntents.confirm(intent.id);
  await stripe.paymentIntents.capture(intent.id);
  await stripe.paymentIntents.retrieve(intent.id);
  await stripe.paymentIntents.list();
  await stripe.paymentIntents.search({ query: 'status:"succeeded"' });
  await stripe.paymentIntents.cancel((await stripe.paymentIntents.create({ ...baht, amount: 2000 })).id);
  const charge = String((await paid(held)).latest_charge);
  await stripe.charges.capture(charge);
  await stripe.charges.retrieve(charge);
  await stripe.charges.update(charge, words);
  await stripe.charges.list();
  await stripe.charges.search({ query: 'amount>1000' });
}

async function moneyBack(): Promise<void> {
  const refund = await stripe.refunds.create({ payment_intent: (await paid()).id, amount: 1000 });
  await stripe.refunds.retrieve(refund.id);
  await stripe.refunds.update(refund.id, words);
  await stripe.refunds.list();
  const byQr = async () => {
    const { id } = await paid({
      payment_method: undefined,
      payment_method_data: { type: 'promptpay', billing_details: { email: 'malee@shop.test' } },
    });
    await fetch(`${world.url}/control/intents/${id}/pay`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ key, outcome: 'succeed' }),
    });
    return stripe.refunds.create({ payment_intent: id, instructions_email: 'malee@shop.test' });
  };
  await stripe.refunds.cancel((await byQr()).id);
  await stripe.testHelpers.refunds.expire((await byQr()).id);
  const { id } = await paid({ payment_method: 'pm_card_createDispute' });
  const [dispute] = (await stripe.disputes.list({ payment_intent: id })).data;
  await stripe.disputes.retrieve(dispute?.id ?? '');
  await stripe.disputes.update(dispute?.id ?? '', words);
  await stripe.disputes.close(dispute?.id ?? '');
}

async function balance(): Promise<void> {
  await stripe.balance.retrieve();
  const [entry] = (await stripe.balanceTransactions.list()).data;
  await stripe.balanceTransactions.retrieve(entry?.id ?? '');
  await paid({ amount: 900_000 });
  const payout = await stripe.payouts.create({ ...baht, amount: 2000 });
  await stripe.payouts.retrieve(payout.id);
  await stripe.payouts.update(payout.id, words);
  await stripe.payouts.list();
  await stripe.payouts.cancel(payout.id);
}

async function news(): Promise<void> {
  const [event] = (await stripe.events.list()).data;
  await stripe.events.retrieve(event?.id ?? '');
  const { id } = await stripe.webhookEndpoints.create({
    url: 'http://127.0.0.1:9/',
    enabled_events: ['charge.failed'],
  });
  await stripe.webhookEndpoints.retrieve(id);
  await stripe.webhookEndpoints.update(id, words);
  await stripe.webhookEndpoints.list();
  await stripe.webhookEndpoints.del(id);
}

async function shop(): Promise<void> {
  const product = await stripe.products.create({ name: 'ผ้าขาวม้า' });
  await stripe.products.retrieve(product.id);
  await stripe.products.update(product.id, words);
  await stripe.products.list();
  const price = await stripe.prices.create({ ...baht, product: product.id, unit_amount: 25_000 });
  await stripe.prices.retrieve(price.id);
  await stripe.prices.update(price.id, words);
  await stripe.prices.list();
  const flat = { type: 'fixed_amount', fixed_amount: { ...baht, amount: 4000 } } as const;
  await stripe.shippingRates.create({ display_name: 'ส่งธรรมดา', ...flat });
  const basket = { mode: 'payment', line_items: [{ price: price.id, quantity: 2 }] } as const;
  const session = await stripe.checkout.sessions.create({ ...basket, success_url: 'http://shop.test/' });
  await stripe.checkout.sessions.retrieve(session.id);
  await stripe.checkout.sessions.list();
  await stripe.checkout.sessions.listLineItems(session.id);
  const { id: method } = await stripe.paymentMethods.create({ type: 'card', card: { token: 'tok_visa' } });
  // No SDK has these two: the CLI asks them, and Stripe's own page.
  await stripe.rawRequest('GET', `/v1/payment_pages/${session.id}`);
  await stripe.rawRequest('POST', `/v1/payment_pages/${session.id}/confirm`, {
    payment_method: method,
    expected_amount: 50_000,
  });
  const other = await stripe.checkout.sessions.create({ ...basket, success_url: 'http://shop.test/' });
  await stripe.checkout.sessions.expire(other.id);
}

async function market(): Promise<void> {
  const capabilities = { card_payments: { requested: true }, transfers: { requested: true } };
  const { id } = await stripe.accounts.create({ type: 'standard', country: 'TH', capabilities });
  const urls = { return_url: 'http://market.test/', refresh_url: 'http://market.test/' };
  const { url } = await stripe.accountLinks.create({ account: id, type: 'account_onboarding', ...urls });
  await fetch(`${world.url}${new URL(url).pathname}/details`, { method: 'POST', redirect: 'manual' });
  await stripe.accounts.retrieve(id);
  await stripe.accounts.update(id, words);
  await stripe.accounts.list();
  const transfer = await stripe.transfers.create({ ...baht, amount: 5000, destination: id });
  await stripe.transfers.retrieve(transfer.id);
  await stripe.transfers.update(transfer.id, words);
  await stripe.transfers.list();
  const reversal = await stripe.transfers.createReversal(transfer.id, { amount: 5000 });
  await stripe.transfers.retrieveReversal(transfer.id, reversal.id);
  await stripe.transfers.updateReversal(transfer.id, reversal.id, words);
  await stripe.transfers.listReversals(transfer.id);
  await paid({ application_fee_amount: 3000 }, id);
  const [fee] = (await stripe.applicationFees.list()).data;
  await stripe.applicationFees.retrieve(fee?.id ?? '');
  const back = await stripe.applicationFees.createRefund(fee?.id ?? '', { amount: 500 });
  await stripe.applicationFees.retrieveRefund(fee?.id ?? '', back.id);
  await stripe.applicationFees.updateRefund(fee?.id ?? '', back.id, words);
  await stripe.applicationFees.listRefunds(fee?.id ?? '');
  await stripe.accounts.reject((await stripe.accounts.create({ type: 'standard' })).id, { reason: 'other' });
  await stripe.accounts.del((await stripe.accounts.create({ type: 'standard' })).id);
}

it('every one of the ninety-four endpoints answers as Stripe describes it', async () => {
  expect(new Set(ENDPOINTS).size).toBe(94);
  for (const part of [people, payments, moneyBack, balance, news, shop, market]) await part();
  const seen = exchanges(world.dataDir)
    .filter(({ status }) => status === 200)
    .map(({ method, url }) => endpointOf(method, url));
  expect(ENDPOINTS.filter((endpoint) => !seen.includes(endpoint))).toEqual([]);
});
