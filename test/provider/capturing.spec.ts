import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type Stripe from 'stripe';
import { control, freshKey, noRedirects, refusal, sdk, startProvider, stop, type World } from './world.js';

let world: World;
beforeAll(async () => {
  world = await startProvider();
});
afterAll(() => stop(world));

const DAY = 86_400;
const START = Date.parse('2026-11-24T01:00:00Z') / 1000;

async function shop(token = 'pm_card_visa') {
  const key = freshKey();
  const stripe = sdk(world, key);
  const clock = (seconds: number | null) => control(world, 'accounts/clock', { key, now: seconds });
  await clock(START);
  const held = await stripe.paymentIntents.create({
    amount: 25_000,
    currency: 'thb',
    payment_method: token,
    capture_method: 'manual',
    confirm: true,
    ...noRedirects,
    expand: ['latest_charge'],
  });
  return { stripe, clock, held, charge: held.latest_charge as Stripe.Charge };
}
const types = async (stripe: Stripe) =>
  (await stripe.events.list({ limit: 50 })).data.map(({ type }) => type).reverse();

describe('money that is held on a card', () => {
  it('is announced, is in no balance, and says until when it can be taken', async () => {
    const { stripe, held, charge } = await shop();
    expect(held).toMatchObject({ status: 'requires_capture', amount_capturable: 25_000, amount_received: 0 });
    expect(charge.payment_method_details?.card?.capture_before).toBe(START + 7 * DAY);
    expect((await stripe.balanceTransactions.list()).data).toEqual([]);
    expect(await types(stripe)).toEqual([
      'payment_intent.created',
      'charge.succeeded',
      'payment_intent.amount_capturable_updated',
    ]);
  });

  it('goes back by itself after seven days on the account’s clock', async () => {
    const { stripe, clock, held, charge } = await shop();
    await clock(START + 7 * DAY - 1);
    expect((await stripe.paymentIntents.retrieve(held.id)).status).toBe('requires_capture');
    expect(await clock(START + 9 * DAY)).toMatchObject({ done: { capture: 1 } });
    expect(await stripe.paymentIntents.retrieve(held.id)).toMatchObject({
      status: 'canceled',
      cancellation_reason: 'automatic',
      canceled_at: START + 7 * DAY,
      amount_capturable: 0,
    });
    expect((await types(stripe)).slice(-2)).toEqual(['charge.expired', 'payment_intent.canceled']);
    expect((await refusal(stripe.charges.capture(charge.id))).code).toBe('charge_expired_for_capture');
    expect((await refusal(stripe.paymentIntents.capture(held.id))).code).toBe('payment_intent_unexpected_state');
  });

  it('is taken once, whole or in part and never more, through the intent or the charge', async () => {
    const { stripe, clock, held, charge } = await shop();
    const over = await refusal(stripe.paymentIntents.capture(held.id, { amount_to_capture: 25_001 }));
    expect(over).toMatchObject({ code: 'amount_too_large', param: 'amount_to_capture' });
    expect((await refusal(stripe.paymentIntents.capture(held.id, { final_capture: false }))).param).toBe(
      'final_capture',
    );
    const taken = await stripe.charges.capture(charge.id, { amount: 20_000 });
    expect(taken).toMatchObject({ captured: true, amount_captured: 20_000 });
    expect(await stripe.paymentIntents.retrieve(held.id)).toMatchObject({
      status: 'succeeded',
      amount_received: 20_000,
    });
    expect((await refusal(stripe.charges.capture(charge.id))).code).toBe('charge_already_captured');
    const back = await refusal(stripe.refunds.create({ payment_intent: held.id, amount: 20_001 }));
    expect(back.message).toContain('greater than unrefunded amount');
    await clock(START + 9 * DAY);
    expect((await stripe.paymentIntents.retrieve(held.id)).status).toBe('succeeded');
    expect((await types(stripe)).filter((type) => type.startsWith('charge.'))).toEqual([
      'charge.succeeded',
      'charge.captured',
    ]);
  });

  it('is released when the intent is cancelled, with its reason', async () => {
    const { stripe, held, charge } = await shop();
    const released = await stripe.paymentIntents.cancel(held.id, { cancellation_reason: 'requested_by_customer' });
    expect(released).toMatchObject({ status: 'canceled', cancellation_reason: 'requested_by_customer' });
    expect(await stripe.charges.retrieve(charge.id)).toMatchObject({ refunded: true, amount_refunded: 25_000 });
    const error = await refusal(
      stripe.paymentIntents.cancel(held.id, { cancellation_reason: 'automatic' as 'abandoned' }),
    );
    expect(error.param).toBe('cancellation_reason');
    expect(await refusal(stripe.paymentIntents.cancel(held.id))).toMatchObject({
      code: 'payment_intent_unexpected_state',
      payment_intent: { id: held.id, status: 'canceled' },
    });
  });
});

describe('a charge', () => {
  it('can be described later, and reported as fraud', async () => {
    const { stripe, charge } = await shop();
    const changed = await stripe.charges.update(charge.id, {
      description: 'ผ้าไหม',
      fraud_details: { user_report: 'fraudulent' },
      metadata: { order: '7' },
    });
    expect(changed).toMatchObject({
      description: 'ผ้าไหม',
      fraud_details: { user_report: 'fraudulent' },
      metadata: { order: '7' },
    });
    expect((await types(stripe)).at(-1)).toBe('charge.updated');
  });
});
