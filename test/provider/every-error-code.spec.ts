import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type Stripe from 'stripe';
import { control, freshKey, noRedirects, refusal, sdk, startProvider, stop, type World } from './world.js';

let world: World;
beforeAll(async () => {
  world = await startProvider();
});
afterAll(() => stop(world));

type Method = Stripe.PaymentIntentCreateParams.PaymentMethodData;
const order = { amount: 5000, currency: 'thb', payment_method: 'pm_card_visa', confirm: true, ...noRedirects } as const;
const hook = { url: 'http://127.0.0.1:9/', enabled_events: ['charge.failed'] } as const;
const card = (fields: object) => (stripe: Stripe) =>
  stripe.paymentMethods.create({
    type: 'card',
    card: { number: '4242424242424242', exp_month: 12, exp_year: 2050, cvc: '123', ...fields },
  });
const paying =
  (token: string, more: object = {}) =>
  (stripe: Stripe) =>
    stripe.paymentIntents.create({ ...order, payment_method: token, ...more });
const faulty = (status: number | string) => async (stripe: Stripe, key: string) => {
  await control(world, 'faults', { key, next: [{ status, when: 'before' }] });
  return stripe.balance.retrieve();
};
const byKey = (prefix: string) => () => sdk(world, `${prefix}_0123456789`).balance.retrieve();

/** What the person in front of the QR or the bank's page did: the intent says why it failed, the request did not. */
async function lastError(stripe: Stripe, key: string, fields: object, outcome: string): Promise<never> {
  const { id } = await stripe.paymentIntents.create({ ...order, ...fields });
  await control(world, `intents/${id}/pay`, { key, outcome });
  const { last_payment_error: error } = await stripe.paymentIntents.retrieve(id);
  throw error;
}
const qr = {
  payment_method: undefined,
  automatic_payment_methods: undefined,
  payment_method_types: ['promptpay'],
  payment_method_data: { type: 'promptpay', billing_details: { email: 'malee@shop.test' } } as Method,
};

/** For each code the shortest way to it. */
const WAYS: Record<string, (stripe: Stripe, key: string) => Promise<unknown>> = {
  resource_missing: (stripe) => stripe.customers.retrieve('cus_nobody'),
  parameter_missing: (stripe) => stripe.paymentIntents.create({ currency: 'thb' } as never),
  parameter_unknown: (stripe) => stripe.customers.create({ nmae: 'มาลี' } as never),
  parameter_invalid_integer: (stripe) => stripe.paymentIntents.create({ ...order, amount: 12.5 }),
  parameter_invalid_empty: (stripe) => stripe.paymentIntents.create({ ...order, currency: '' }),
  amount_too_small: (stripe) => stripe.paymentIntents.create({ ...order, amount: 999 }),
  amount_too_large: (stripe) => stripe.paymentIntents.create({ ...order, amount: 100_000_000 }),
  payment_intent_unexpected_state: async (stripe) =>
    stripe.paymentIntents.cancel((await stripe.paymentIntents.create(order)).id),
  payment_intent_incompatible_payment_method: paying('pm_card_visa', {
    automatic_payment_methods: undefined,
    payment_method_types: ['promptpay'],
  }),
  payment_intent_authentication_failure: (stripe, key) =>
    lastError(stripe, key, { payment_method: 'pm_card_threeDSecure2Required' }, 'fail'),
  payment_intent_payment_attempt_expired: (stripe, key) => lastError(stripe, key, qr, 'expire'),
  payment_method_unexpected_state: async (stripe) => stripe.paymentMethods.detach((await card({})(stripe)).id),
  charge_already_refunded: async (stripe) => {
    const { id } = await stripe.paymentIntents.create(order);
    await stripe.refunds.create({ payment_intent: id });
    return stripe.refunds.create({ payment_intent: id });
  },
  charge_already_captured: async (stripe) =>
    stripe.charges.capture(String((await stripe.paymentIntents.create(order)).latest_charge)),
  charge_disputed: async (stripe) => {
    const { id } = await stripe.paymentIntents.create({ ...order, payment_method: 'pm_card_createDispute' });
    return stripe.refunds.create({ payment_intent: id });
  },
  charge_expired_for_capture: async (stripe, key) => {
    const { latest_charge: charge } = await stripe.paymentIntents.create({ ...order, capture_method: 'manual' });
    await control(world, 'accounts/clock', { key, now: Math.floor(Date.now() / 1000) + 8 * 86_400 });
    return stripe.charges.capture(String(charge));
  },
  balance_insufficient: (stripe) => stripe.payouts.create({ amount: 5000, currency: 'thb' }),
  card_declined: paying('pm_card_chargeDeclined'),
  expired_card: paying('pm_card_chargeDeclinedExpiredCard'),
  incorrect_cvc: paying('pm_card_chargeDeclinedIncorrectCvc'),
  incorrect_number: card({ number: '4242424242424241' }),
  invalid_cvc: card({ cvc: '12' }),
  invalid_expiry_month: card({ exp_month: 13 }),
  invalid_expiry_year: card({ exp_year: 2020 }),
  processing_error: paying('pm_card_chargeDeclinedProcessingError'),
  authentication_required: paying('pm_card_authenticationRequired', { off_session: true }),
  idempotency_key_in_use: async (stripe, key) => {
    await control(world, 'faults', { key, next: [{ status: 'none', when: 'during', latencyMs: 500 }] });
    const same = () => stripe.paymentIntents.create(order, { idempotencyKey: 'order:7' });
    return Promise.all([same(), same()]);
  },
  lock_timeout: faulty('lock_timeout'),
  rate_limit: faulty(429),
  resource_already_exists: async (stripe) => {
    await stripe.products.create({ id: 'cloth', name: 'ผ้า' });
    return stripe.products.create({ id: 'cloth', name: 'ผ้า' });
  },
  secret_key_required: byKey('pk_test'),
  testmode_charges_only: byKey('sk_live'),
  livemode_mismatch: byKey('pk_live'),
  url_invalid: (stripe) =>
    stripe.webhookEndpoints.create({ ...hook, enabled_events: ['charge.failed'], url: 'shop.test' }),
};

describe('each error code that Stripe has for a shop', () => {
  it('is among these thirty-four', () => {
    expect(Object.keys(WAYS)).toHaveLength(34);
  });

  it.each(Object.keys(WAYS))('%s', async (code) => {
    const key = freshKey();
    const error = await refusal((WAYS[code] as (typeof WAYS)[string])(sdk(world, key), key));
    expect(error).toMatchObject({ code, message: expect.stringMatching(/\w/) });
    expect(error.doc_url).toBe(`https://stripe.com/docs/error-codes/${code.replaceAll('_', '-')}`);
  });
});
