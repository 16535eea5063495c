import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type Stripe from 'stripe';
import { noRedirects, press, refusal, sdk, startProvider, stop, type World } from './world.js';

let world: World;
beforeAll(async () => {
  world = await startProvider();
});
afterAll(() => stop(world));

const types = async (stripe: Stripe) =>
  (await stripe.events.list({ limit: 50 })).data.map(({ type }) => type).reverse();
const pay = (stripe: Stripe, params: Partial<Stripe.PaymentIntentCreateParams>) =>
  stripe.paymentIntents.create({ amount: 25_000, currency: 'thb', confirm: true, ...noRedirects, ...params });

describe('a customer', () => {
  it('can be found by e-mail, changed and deleted, and what was paid then names a deleted one', async () => {
    const stripe = sdk(world);
    const malee = await stripe.customers.create({
      name: 'มาลี',
      email: 'malee@practice.test',
      payment_method: 'pm_card_visa',
    });
    await stripe.customers.create({ name: 'สมชาย', email: 'somchai@practice.test' });
    expect((await stripe.customers.list({ email: 'malee@practice.test' })).data.map(({ id }) => id)).toEqual([
      malee.id,
    ]);
    const paid = await pay(stripe, { customer: malee.id, payment_method: 'pm_card_visa' });
    expect(await stripe.customers.del(malee.id)).toEqual(
      expect.objectContaining({ id: malee.id, object: 'customer', deleted: true }),
    );
    expect(await stripe.customers.retrieve(malee.id)).toMatchObject({ deleted: true });
    expect((await refusal(stripe.customers.update(malee.id, { name: 'x' }))).code).toBe('resource_missing');
    const { customer } = await stripe.paymentIntents.retrieve(paid.id, { expand: ['customer'] });
    expect(customer).toMatchObject({ id: malee.id, deleted: true });
    expect((await types(stripe)).filter((type) => !type.includes('intent') && !type.startsWith('charge'))).toEqual([
      'customer.created',
      'payment_method.attached',
      'customer.created',
      'payment_method.detached',
      'customer.deleted',
    ]);
  });
});

describe('a payment method', () => {
  it('is kept for a customer, changed, listed and let go, and then is used up', async () => {
    const stripe = sdk(world);
    const { id: customer } = await stripe.customers.create({ name: 'มาลี' });
    const kept = await stripe.paymentMethods.attach('pm_card_mastercard', { customer });
    expect(kept).toMatchObject({ customer, card: { brand: 'mastercard' } });
    expect(kept.id).not.toBe('pm_card_mastercard');
    const changed = await stripe.paymentMethods.update(kept.id, {
      billing_details: { name: 'มาลี ใจดี', address: { city: 'น่าน' } },
      card: { exp_month: 12, exp_year: 2090 },
      metadata: { main: '1' },
    });
    expect(changed).toMatchObject({
      billing_details: { name: 'มาลี ใจดี', address: { city: 'น่าน' } },
      card: { exp_month: 12, exp_year: 2090 },
    });
    expect((await stripe.customers.listPaymentMethods(customer, { type: 'card' })).data).toHaveLength(1);
    expect((await stripe.paymentMethods.list({ customer, type: 'sepa_debit' })).data).toEqual([]);
    expect((await refusal(stripe.paymentMethods.attach(kept.id, { customer }))).code).toBe(
      'payment_method_unexpected_state',
    );
    expect((await stripe.paymentMethods.detach(kept.id)).customer).toBeNull();
    const codes = [
      await refusal(stripe.paymentMethods.detach(kept.id)),
      await refusal(stripe.paymentMethods.attach(kept.id, { customer })),
      await refusal(stripe.paymentMethods.update(kept.id, { metadata: { main: '2' } })),
      await refusal(pay(stripe, { payment_method: kept.id })),
    ].map(({ code }) => code);
    expect(codes).toEqual(Array(4).fill('payment_method_unexpected_state'));
    expect((await types(stripe)).filter((type) => type.startsWith('payment_method'))).toEqual([
      'payment_method.attached',
      'payment_method.updated',
      'payment_method.detached',
    ]);
  });

  it('belongs to one customer, and pays only for that one', async () => {
    const stripe = sdk(world);
    const { id: malee } = await stripe.customers.create({ name: 'มาลี' });
    const { id: somchai } = await stripe.customers.create({ name: 'สมชาย' });
    const { id: payment_method } = await stripe.paymentMethods.attach('pm_card_visa', { customer: malee });
    expect((await refusal(pay(stripe, { payment_method }))).message).toContain('belongs to a customer');
    expect((await refusal(pay(stripe, { payment_method, customer: somchai }))).message).toContain(
      'The customer does not have a payment method',
    );
    for (let i = 0; i < 2; i += 1) {
      expect((await pay(stripe, { payment_method, customer: malee })).status).toBe('succeeded');
    }
  });

  it('that nobody keeps pays once; one that is set up while it pays, again and without its owner', async () => {
    const stripe = sdk(world);
    const card = { number: '4242424242424242', exp_month: 12, exp_year: 2090, cvc: '123' };
    const once = await stripe.paymentMethods.create({ type: 'card', card });
    await pay(stripe, { payment_method: once.id });
    expect((await refusal(pay(stripe, { payment_method: once.id }))).code).toBe('payment_method_unexpected_state');

    const { id: customer } = await stripe.customers.create({ name: 'มาลี' });
    const first = await pay(stripe, {
      customer,
      payment_method: 'pm_card_authenticationRequiredOnSetup',
      setup_future_usage: 'off_session',
      return_url: 'http://shop.test/',
    });
    expect(first.status).toBe('requires_action');
    await press(world, first.next_action?.redirect_to_url?.url ?? '', 'payment');
    const [kept] = (await stripe.paymentMethods.list({ customer })).data;
    const later = await pay(stripe, { customer, payment_method: kept?.id ?? '', off_session: true });
    expect(later.status).toBe('succeeded');
  });

  it('that is declined is not kept, but for the one that fails only later', async () => {
    const stripe = sdk(world);
    const { id: customer } = await stripe.customers.create({ name: 'มาลี' });
    const error = await refusal(stripe.paymentMethods.attach('pm_card_chargeDeclined', { customer }));
    expect(error).toMatchObject({ statusCode: 402, code: 'card_declined', decline_code: 'generic_decline' });
    const kept = await stripe.paymentMethods.attach('pm_card_chargeCustomerFail', { customer });
    const later = await refusal(pay(stripe, { customer, payment_method: kept.id }));
    expect(later).toMatchObject({ statusCode: 402, code: 'card_declined' });
    const qr = await stripe.paymentMethods.create({ type: 'promptpay', billing_details: { email: 'm@practice.test' } });
    expect((await refusal(stripe.paymentMethods.attach(qr.id, { customer }))).message).toContain('cannot be attached');
  });
});

describe('a search', () => {
  it('finds by fields, words and metadata, page by page, and counts when it is asked to', async () => {
    const stripe = sdk(world);
    const { id: customer } = await stripe.customers.create({ name: 'มาลี ใจดี', email: 'Malee@practice.test' });
    for (const [amount, order] of [
      [1000, '1'],
      [2000, '2'],
      [3000, '3'],
    ] as const) {
      await pay(stripe, { amount, customer, payment_method: 'pm_card_visa', metadata: { order } });
    }
    await stripe.paymentIntents.create({ amount: 4000, currency: 'thb' });
    const found = async (query: string) =>
      (await stripe.paymentIntents.search({ query })).data.map((intent) => intent.amount);
    expect(await found('status:"succeeded"')).toEqual([3000, 2000, 1000]);
    expect(await found(`customer:"${customer}" AND amount>1000 -metadata["order"]:"3"`)).toEqual([2000]);
    expect(await found('metadata["order"]:"1" OR metadata["order"]:"3"')).toEqual([3000, 1000]);
    expect(await found('metadata["order"]:null')).toEqual([4000]);
    expect((await stripe.customers.search({ query: 'name~"ใจดี" AND email:"malee@practice.test"' })).data).toHaveLength(
      1,
    );
    const charges = await stripe.charges.search({
      query: 'disputed:"false" AND payment_method_details.card.last4:4242',
    });
    expect(charges.data).toHaveLength(3);

    const first = await stripe.charges.search({ query: 'status:"succeeded"', limit: 2, expand: ['total_count'] });
    expect(first).toMatchObject({ has_more: true, total_count: 3 });
    const second = await stripe.charges.search({ query: 'status:"succeeded"', limit: 2, page: first.next_page ?? '' });
    expect(second).toMatchObject({ has_more: false, next_page: null });
    expect([...first.data, ...second.data].map((charge) => charge.amount)).toEqual([3000, 2000, 1000]);
    expect(second.total_count).toBeUndefined();
    expect((await refusal(stripe.charges.search({ query: 'colour:"red"' }))).param).toBe('query');
  });
});
