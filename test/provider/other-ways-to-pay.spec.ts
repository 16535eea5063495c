import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type Stripe from 'stripe';
import {
  control,
  freshKey,
  noRedirects,
  pageText,
  press,
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

const return_url = 'http://shop.test/paid?order=7';
const types = async (stripe: Stripe) =>
  (await stripe.events.list({ limit: 50 })).data.map(({ type }) => type).reverse();
const status = async (stripe: Stripe, { id }: { id: string }) => (await stripe.paymentIntents.retrieve(id)).status;

describe('a wallet', () => {
  const byWallet = (stripe: Stripe, more: Partial<Stripe.PaymentIntentCreateParams> = {}) =>
    stripe.paymentIntents.create({
      amount: 25_000,
      currency: 'thb',
      payment_method_types: ['grabpay'],
      payment_method_data: { type: 'grabpay' },
      confirm: true,
      return_url,
      ...more,
    });
  const pageOf = (intent: Stripe.PaymentIntent) => intent.next_action?.redirect_to_url?.url ?? '';

  it('takes the buyer away, and back again when he has paid there', async () => {
    const stripe = sdk(world);
    const intent = await byWallet(stripe);
    expect(intent).toMatchObject({ status: 'requires_action', next_action: { type: 'redirect_to_url' } });
    expect(await pageText(world, pageOf(intent))).toContain('นี่คือวอลเล็ตฝึก ไม่มีเงินจริง');
    expect(await press(world, pageOf(intent), 'payment')).toContain('redirect_status=succeeded');
    const paid = await stripe.paymentIntents.retrieve(intent.id, { expand: ['latest_charge.balance_transaction'] });
    const charge = paid.latest_charge as Stripe.Charge;
    expect(charge.payment_method_details).toMatchObject({ type: 'grabpay' });
    // 2.65% and VAT on it.
    expect(charge.balance_transaction).toMatchObject({ type: 'payment', fee: 663 + 46 });
    expect((await stripe.refunds.create({ charge: charge.id })).status).toBe('succeeded');
  });

  it('can be left, runs out of time, and needs a way back', async () => {
    const key = freshKey();
    const stripe = sdk(world, key);
    const left = await byWallet(stripe);
    expect(await press(world, pageOf(left), 'refusal')).toContain('redirect_status=failed');
    const forgotten = await byWallet(stripe);
    await control(world, 'accounts/clock', { key, now: Math.floor(Date.now() / 1000) + 90_000 });
    expect(await stripe.paymentIntents.retrieve(forgotten.id)).toMatchObject({
      status: 'requires_payment_method',
      last_payment_error: { code: 'payment_intent_payment_attempt_expired' },
    });
    const params = { amount: 5000, currency: 'thb', confirm: true, payment_method_types: ['grabpay'] };
    const error = await refusal(stripe.paymentIntents.create({ ...params, payment_method_data: { type: 'grabpay' } }));
    expect(error).toMatchObject({ code: 'parameter_missing', param: 'return_url' });
    expect((await refusal(byWallet(stripe, { capture_method: 'manual' }))).param).toBe('capture_method');
    expect((await refusal(byWallet(stripe, { setup_future_usage: 'off_session' }))).param).toBe('setup_future_usage');
    expect((await refusal(byWallet(stripe, { currency: 'usd' }))).statusCode).toBe(400);
  });
});

describe('a debit', () => {
  const debit = (stripe: Stripe, iban: string) =>
    stripe.paymentIntents.create({
      amount: 5000,
      currency: 'eur',
      payment_method_types: ['sepa_debit'],
      payment_method_data: {
        type: 'sepa_debit',
        sepa_debit: { iban },
        billing_details: { email: 'bob@example.test', name: 'Bob' },
      },
      mandate_data: { customer_acceptance: { type: 'offline' } },
      confirm: true,
    });

  it('is under way until the bank has answered', async () => {
    const key = freshKey();
    const stripe = sdk(world, key);
    await control(world, 'accounts/clock', { key, now: 1_800_000_000 });
    const slow = await debit(stripe, 'AT321904300235473204');
    expect(slow.status).toBe('processing');
    expect(await stripe.charges.retrieve(String(slow.latest_charge))).toMatchObject({ status: 'pending', paid: false });
    expect((await stripe.balanceTransactions.list()).data).toEqual([]);
    expect((await refusal(stripe.paymentIntents.cancel(slow.id))).code).toBe('payment_intent_unexpected_state');
    await control(world, 'accounts/clock', { key, now: 1_800_000_180 });
    expect(await stripe.paymentIntents.retrieve(slow.id)).toMatchObject({ status: 'succeeded', amount_received: 5000 });
    expect(await types(stripe)).toEqual([
      'payment_intent.created',
      'charge.pending',
      'payment_intent.processing',
      'charge.succeeded',
      'payment_intent.succeeded',
    ]);
  });

  it('can come to nothing, and by itself: nobody has to move the clock', async () => {
    const stripe = sdk(world);
    const good = await debit(stripe, 'AT611904300234573201');
    const bad = await debit(stripe, 'IT60X0542811101000000123456');
    await until(async () => (await status(stripe, good)) === 'succeeded');
    await until(async () => (await status(stripe, bad)) === 'requires_payment_method');
    const failed = await stripe.paymentIntents.retrieve(bad.id, { expand: ['latest_charge'] });
    expect(failed.last_payment_error?.code).toBe('debit_not_authorized');
    expect(failed.latest_charge).toMatchObject({ status: 'failed', failure_code: 'debit_not_authorized' });
    expect((await refusal(debit(stripe, 'DE89370400440532013000'))).code).toBe('invalid_bank_account_iban');
  });
});

describe('a card whose bank asks back', () => {
  const pay = (stripe: Stripe, token: string, more: Partial<Stripe.PaymentIntentCreateParams> = {}) =>
    stripe.paymentIntents.create({
      amount: 25_000,
      currency: 'thb',
      payment_method: token,
      confirm: true,
      ...noRedirects,
      ...more,
    });

  it('stays on the shop’s page with Stripe’s own script, or without a way back', async () => {
    const stripe = sdk(world);
    const ways: Array<Partial<Stripe.PaymentIntentCreateParams>> = [{}, { return_url, use_stripe_sdk: true }];
    for (const more of ways) {
      const asked = await pay(stripe, 'pm_card_authenticationRequired', more);
      expect(asked.next_action).toMatchObject({ type: 'use_stripe_sdk' });
    }
    const error = await refusal(pay(stripe, 'pm_card_threeDSecure2Required', { error_on_requires_action: true }));
    expect(error).toMatchObject({ statusCode: 402, code: 'authentication_required' });
  });

  it('is charged only when the shop says so again, where it confirms by hand', async () => {
    const stripe = sdk(world);
    const asked = await pay(stripe, 'pm_card_authenticationRequired', {
      return_url,
      confirmation_method: 'manual',
      automatic_payment_methods: undefined as never,
      payment_method_types: ['card'],
    });
    await press(world, asked.next_action?.redirect_to_url?.url ?? '', 'payment');
    expect(await status(stripe, asked)).toBe('requires_confirmation');
    expect((await stripe.charges.list()).data).toEqual([]);
    expect((await stripe.paymentIntents.confirm(asked.id)).status).toBe('succeeded');
  });

  it('shows on the charge that it was asked', async () => {
    const stripe = sdk(world);
    const asked = await pay(stripe, 'pm_card_threeDSecure2Required', { return_url });
    await press(world, asked.next_action?.redirect_to_url?.url ?? '', 'payment');
    const { latest_charge: charge } = await stripe.paymentIntents.retrieve(asked.id, { expand: ['latest_charge'] });
    expect((charge as Stripe.Charge).payment_method_details?.card?.three_d_secure).toMatchObject({
      result: 'authenticated',
    });
  });
});

describe('a risk', () => {
  const pay = (stripe: Stripe, token: string) =>
    stripe.paymentIntents.create({
      amount: 25_000,
      currency: 'thb',
      payment_method: token,
      confirm: true,
      ...noRedirects,
      expand: ['latest_charge'],
    });

  it('is blocked or let through with a warning', async () => {
    const stripe = sdk(world);
    const blocked = await refusal(pay(stripe, 'pm_card_radarBlock'));
    expect(await stripe.charges.retrieve(blocked.charge ?? '')).toMatchObject({
      outcome: { type: 'blocked', risk_level: 'highest' },
    });
    expect((await pay(stripe, 'pm_card_riskLevelElevated')).latest_charge).toMatchObject({
      outcome: { type: 'manual_review', risk_level: 'elevated' },
      paid: true,
    });
  });
});
