import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type Stripe from 'stripe';
import { noRedirects, pageText, press, refusal, sdk, startProvider, stop, type World } from './world.js';

let world: World;
beforeAll(async () => {
  world = await startProvider();
});
afterAll(() => stop(world));

const return_url = 'http://shop.test/kept';
const types = async (stripe: Stripe) =>
  (await stripe.events.list({ limit: 50 })).data.map(({ type }) => type).reverse();
const setUp = (stripe: Stripe, payment_method: string, more: Partial<Stripe.SetupIntentCreateParams> = {}) =>
  stripe.setupIntents.create({ payment_method, confirm: true, ...noRedirects, ...more });

describe('setting a card up for later', () => {
  it('keeps it for the customer, who then need not be there', async () => {
    const stripe = sdk(world);
    const { id: customer } = await stripe.customers.create({ name: 'มาลี' });
    const made = await stripe.setupIntents.create({ customer, description: 'ผ้าไหมทุกเดือน', ...noRedirects });
    expect(made.status).toBe('requires_payment_method');
    expect((await refusal(stripe.setupIntents.confirm(made.id))).code).toBe('setup_intent_unexpected_state');
    const ready = await stripe.setupIntents.update(made.id, {
      payment_method: 'pm_card_visa',
      metadata: { plan: '1' },
    });
    expect(ready.status).toBe('requires_confirmation');
    const done = await stripe.setupIntents.confirm(made.id);
    expect(done).toMatchObject({ status: 'succeeded', usage: 'off_session', metadata: { plan: '1' } });
    expect((await stripe.setupIntents.list({ customer })).data.map(({ id }) => id)).toEqual([made.id]);
    expect((await stripe.paymentMethods.list({ customer })).data.map(({ id }) => id)).toEqual([done.payment_method]);
    expect((await refusal(stripe.setupIntents.confirm(made.id))).message).toContain('already succeeded');
    expect((await refusal(stripe.setupIntents.cancel(made.id))).code).toBe('setup_intent_unexpected_state');
    expect((await types(stripe)).filter((type) => type.startsWith('setup_intent'))).toEqual([
      'setup_intent.created',
      'setup_intent.succeeded',
    ]);
  });

  it('asks on the bank’s page where the bank wants that, and leads back', async () => {
    const stripe = sdk(world);
    const asked = await setUp(stripe, 'pm_card_authenticationRequiredOnSetup', { return_url });
    expect(asked).toMatchObject({ status: 'requires_action', next_action: { type: 'redirect_to_url' } });
    const page = asked.next_action?.redirect_to_url?.url ?? '';
    expect(await pageText(world, page)).toContain('ให้ร้านเก็บบัตรนี้ไว้ใช้ครั้งหน้าใช่ไหม');
    const back = new URL(await press(world, page, 'payment'));
    expect(back.searchParams.get('setup_intent')).toBe(asked.id);
    expect(back.searchParams.get('redirect_status')).toBe('succeeded');
    expect((await stripe.setupIntents.retrieve(asked.id)).status).toBe('succeeded');

    const other = await setUp(stripe, 'pm_card_authenticationRequired', { return_url });
    await press(world, other.next_action?.redirect_to_url?.url ?? '', 'refusal');
    expect(await stripe.setupIntents.retrieve(other.id)).toMatchObject({
      status: 'requires_payment_method',
      last_setup_error: { code: 'setup_intent_authentication_failure' },
    });
    expect(await types(stripe)).toEqual([
      'setup_intent.created',
      'setup_intent.requires_action',
      'setup_intent.succeeded',
      'setup_intent.created',
      'setup_intent.requires_action',
      'setup_intent.setup_failed',
    ]);
  });

  it('is declined with the intent in the answer, can be cancelled, and is not for PromptPay', async () => {
    const stripe = sdk(world);
    const error = await refusal(setUp(stripe, 'pm_card_chargeDeclined'));
    expect(error).toMatchObject({ statusCode: 402, code: 'card_declined', setup_intent: { object: 'setup_intent' } });
    const made = await stripe.setupIntents.create({});
    expect(await stripe.setupIntents.cancel(made.id, { cancellation_reason: 'abandoned' })).toMatchObject({
      status: 'canceled',
      cancellation_reason: 'abandoned',
    });
    const qr = await refusal(stripe.setupIntents.create({ payment_method_types: ['promptpay'] }));
    expect(qr.param).toBe('payment_method_types');
    expect((await types(stripe)).slice(-4)).toEqual([
      'setup_intent.created',
      'setup_intent.setup_failed',
      'setup_intent.created',
      'setup_intent.canceled',
    ]);
  });
});
