import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type Stripe from 'stripe';
import { noRedirects, pageText, press, refusal, sdk, startProvider, stop, type World } from './world.js';

let world: World;
beforeAll(async () => {
  world = await startProvider();
});
afterAll(() => stop(world));

const pay = (stripe: Stripe, payment_method: string, more: Partial<Stripe.PaymentIntentCreateParams> = {}) =>
  stripe.paymentIntents.create({
    amount: 25_000,
    currency: 'thb',
    payment_method,
    confirm: true,
    ...noRedirects,
    ...more,
  });

const eventTypes = async (stripe: Stripe) =>
  (await stripe.events.list({ limit: 50 })).data.map((event) => event.type).reverse();

describe('paying by card', () => {
  it('succeeds, takes the fee with its VAT and holds the rest for seven days', async () => {
    const stripe = sdk(world);
    const intent = await pay(stripe, 'pm_card_visa', { expand: ['latest_charge.balance_transaction'] });
    const charge = intent.latest_charge as Stripe.Charge;
    const money = charge.balance_transaction as Stripe.BalanceTransaction;
    expect(intent).toMatchObject({ status: 'succeeded', amount_received: 25_000, next_action: null });
    expect(charge).toMatchObject({ paid: true, captured: true, amount: 25_000, payment_intent: intent.id });
    expect(money).toMatchObject({ amount: 25_000, fee: 2047, net: 22_953, status: 'pending' });
    expect(money.fee_details.map((line) => [line.type, line.amount])).toEqual([
      ['stripe_fee', 1913],
      ['tax', 134],
    ]);
    expect(money.available_on - money.created).toBe(7 * 86_400);
    expect(await eventTypes(stripe)).toEqual([
      'payment_intent.created',
      'charge.succeeded',
      'payment_intent.succeeded',
    ]);
  });

  for (const [token, code, declineCode] of [
    ['chargeDeclined', 'card_declined', 'generic_decline'],
    ['visa_chargeDeclined', 'card_declined', 'generic_decline'],
    ['chargeDeclinedInsufficientFunds', 'card_declined', 'insufficient_funds'],
    ['chargeDeclinedLostCard', 'card_declined', 'lost_card'],
    ['chargeDeclinedStolenCard', 'card_declined', 'stolen_card'],
    ['chargeDeclinedVelocityLimitExceeded', 'card_declined', 'card_velocity_exceeded'],
    ['chargeDeclinedExpiredCard', 'expired_card', 'expired_card'],
    ['chargeDeclinedIncorrectCvc', 'incorrect_cvc', 'incorrect_cvc'],
    ['chargeDeclinedProcessingError', 'processing_error', 'processing_error'],
  ] as const) {
    it(`with ${token} is declined with ${declineCode}, keeps the charge and can be tried again`, async () => {
      const stripe = sdk(world);
      const error = await refusal(pay(stripe, `pm_card_${token}`));
      expect(error).toMatchObject({ type: 'StripeCardError', statusCode: 402, code, decline_code: declineCode });
      const intent = await stripe.paymentIntents.retrieve(error.payment_intent?.id ?? '');
      expect(intent).toMatchObject({ status: 'requires_payment_method', payment_method: null });
      expect(intent.last_payment_error).toMatchObject({
        code,
        decline_code: declineCode,
        charge: intent.latest_charge,
      });
      const charge = await stripe.charges.retrieve(error.charge ?? '');
      expect(charge).toMatchObject({ status: 'failed', paid: false, failure_code: code, balance_transaction: null });
      const again = await stripe.paymentIntents.confirm(intent.id, { payment_method: 'pm_card_mastercard' });
      expect(again).toMatchObject({ status: 'succeeded', last_payment_error: null });
      expect((await stripe.charges.list({ payment_intent: intent.id })).data.map((one) => one.status)).toEqual([
        'succeeded',
        'failed',
      ]);
    });
  }

  it('can be authorized first, and taken in part or released', async () => {
    const stripe = sdk(world);
    const held = await pay(stripe, 'pm_card_visa', { capture_method: 'manual' });
    expect(held).toMatchObject({ status: 'requires_capture', amount_capturable: 25_000, amount_received: 0 });
    const taken = await stripe.paymentIntents.capture(held.id, { amount_to_capture: 20_000 });
    expect(taken).toMatchObject({ status: 'succeeded', amount_capturable: 0, amount_received: 20_000 });
    const other = await pay(stripe, 'pm_card_visa', { capture_method: 'manual' });
    const released = await stripe.paymentIntents.cancel(other.id, { cancellation_reason: 'abandoned' });
    expect(released).toMatchObject({ status: 'canceled', cancellation_reason: 'abandoned', amount_capturable: 0 });
    expect((await stripe.balanceTransactions.list()).data.map((one) => one.amount)).toEqual([20_000]);
    const error = await refusal(stripe.paymentIntents.capture(taken.id));
    expect(error).toMatchObject({ code: 'payment_intent_unexpected_state', payment_intent: { status: 'succeeded' } });
    expect(error.message).toContain('could not be captured because it has a status of succeeded');
  });

  it('takes published test numbers, and refuses and keeps no other', async () => {
    const stripe = sdk(world);
    const card = { number: '4242424242424242', exp_month: 12, exp_year: 2090, cvc: '123' };
    const method = await stripe.paymentMethods.create({ type: 'card', card });
    expect((await pay(stripe, method.id)).status).toBe('succeeded');
    const coded = async (more: object) =>
      (await refusal(stripe.paymentMethods.create({ type: 'card', card: { ...card, ...more } }))).code;
    expect(await coded({ number: '4111111111111111' })).toBe('card_declined');
    expect(await coded({ number: '4242424242424241' })).toBe('incorrect_number');
    expect(await coded({ exp_month: 13 })).toBe('invalid_expiry_month');
    expect(await coded({ exp_year: 2001 })).toBe('invalid_expiry_year');
    expect(await coded({ cvc: '99' })).toBe('invalid_cvc');
    const token = await stripe.paymentMethods.create({ type: 'card', card: { token: 'tok_chargeDeclined' } });
    expect((await refusal(pay(stripe, token.id))).decline_code).toBe('generic_decline');
  });
});

describe('paying with a card whose bank asks back', () => {
  const return_url = 'http://shop.test/paid?order=7';

  it('opens the bank’s page, and confirming there pays and leads back to the shop', async () => {
    const stripe = sdk(world);
    const intent = await pay(stripe, 'pm_card_threeDSecure2Required', { return_url });
    expect(intent).toMatchObject({
      status: 'requires_action',
      next_action: { type: 'redirect_to_url', redirect_to_url: { return_url } },
    });
    const page = intent.next_action?.redirect_to_url?.url ?? '';
    expect(await pageText(world, page)).toContain('ยืนยัน');
    const back = new URL(await press(world, page, 'payment'));
    expect(back.origin + back.pathname).toBe('http://shop.test/paid');
    expect(Object.fromEntries(back.searchParams)).toEqual({
      order: '7',
      payment_intent: intent.id,
      payment_intent_client_secret: intent.client_secret,
      redirect_status: 'succeeded',
    });
    expect((await stripe.paymentIntents.retrieve(intent.id)).status).toBe('succeeded');
    await press(world, page, 'refusal');
    expect((await stripe.paymentIntents.retrieve(intent.id)).status).toBe('succeeded');
  });

  it('fails when the buyer does not confirm, or when the bank declines afterwards', async () => {
    const stripe = sdk(world);
    const refused = await pay(stripe, 'pm_card_threeDSecure2Required', { return_url });
    expect(await press(world, refused.next_action?.redirect_to_url?.url ?? '', 'refusal')).toContain(
      'redirect_status=failed',
    );
    expect(await stripe.paymentIntents.retrieve(refused.id)).toMatchObject({
      status: 'requires_payment_method',
      last_payment_error: { code: 'payment_intent_authentication_failure' },
    });
    const declined = await pay(stripe, 'pm_card_threeDSecureRequiredChargeDeclined', { return_url });
    expect(await press(world, declined.next_action?.redirect_to_url?.url ?? '', 'payment')).toContain(
      'redirect_status=failed',
    );
    expect((await stripe.paymentIntents.retrieve(declined.id)).last_payment_error?.decline_code).toBe(
      'generic_decline',
    );
  });

  it('is declined at once off session, where nobody can be asked', async () => {
    const error = await refusal(pay(sdk(world), 'pm_card_authenticationRequired', { off_session: true }));
    expect(error).toMatchObject({ statusCode: 402, code: 'authentication_required' });
  });
});

describe('a payment intent', () => {
  it('is refused below ฿10, above ฿999,999.99, without an amount or with unknown parameters', async () => {
    const stripe = sdk(world);
    const create = (params: object) =>
      refusal(
        stripe.paymentIntents.create({ amount: 5000, currency: 'thb', ...params } as Stripe.PaymentIntentCreateParams),
      );
    expect((await create({ amount: 999 })).code).toBe('amount_too_small');
    expect((await create({ amount: 100_000_000 })).code).toBe('amount_too_large');
    expect(await create({ amount: 10.5 })).toMatchObject({ code: 'parameter_invalid_integer', param: 'amount' });
    expect(await create({ amount: undefined })).toMatchObject({ code: 'parameter_missing', param: 'amount' });
    expect(await create({ amont: 1 })).toMatchObject({ code: 'parameter_unknown', param: 'amont' });
    expect(await create({ customer: 'cus_nobody' })).toMatchObject({ code: 'resource_missing', statusCode: 400 });
    expect((await stripe.paymentIntents.list()).data).toEqual([]);
  });

  it('waits for a method, then for confirmation, and can be changed until it is paid', async () => {
    const stripe = sdk(world);
    const intent = await stripe.paymentIntents.create({ amount: 5000, currency: 'thb', ...noRedirects });
    expect(intent.status).toBe('requires_payment_method');
    const error = await refusal(stripe.paymentIntents.confirm(intent.id));
    expect(error.message).toContain('missing a payment method');
    const ready = await stripe.paymentIntents.update(intent.id, {
      amount: 6000,
      payment_method: 'pm_card_visa',
      metadata: { order: '7' },
    });
    expect(ready).toMatchObject({ status: 'requires_confirmation', amount: 6000, metadata: { order: '7' } });
    expect((await stripe.paymentIntents.confirm(intent.id)).status).toBe('succeeded');
    expect((await refusal(stripe.paymentIntents.update(intent.id, { amount: 7000 }))).code).toBe(
      'payment_intent_unexpected_state',
    );
    expect((await stripe.paymentIntents.update(intent.id, { metadata: { order: '' } })).metadata).toEqual({});
    expect((await refusal(stripe.paymentIntents.cancel(intent.id))).code).toBe('payment_intent_unexpected_state');
    expect((await refusal(stripe.paymentIntents.confirm(intent.id))).message).toContain('already succeeded');
  });

  it('is paid once when it is confirmed ten times at once', async () => {
    const stripe = sdk(world);
    const intent = await stripe.paymentIntents.create({
      amount: 5000,
      currency: 'thb',
      payment_method: 'pm_card_visa',
      ...noRedirects,
    });
    const answers = await Promise.allSettled(
      Array.from({ length: 10 }, () => stripe.paymentIntents.confirm(intent.id)),
    );
    expect(answers.filter((answer) => answer.status === 'fulfilled')).toHaveLength(1);
    expect((await stripe.charges.list({ payment_intent: intent.id })).data).toHaveLength(1);
  });
});
