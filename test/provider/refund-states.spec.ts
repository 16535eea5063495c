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

async function shop() {
  const key = freshKey();
  const stripe = sdk(world, key);
  const clock = (seconds: number) => control(world, 'accounts/clock', { key, now: seconds });
  await clock(START);
  return { key, stripe, clock };
}
const byCard = (stripe: Stripe, token: string) =>
  stripe.paymentIntents.create({
    amount: 10_000,
    currency: 'thb',
    payment_method: token,
    confirm: true,
    ...noRedirects,
  });
async function byPromptPay(stripe: Stripe, key: string, email = 'malee@practice.test') {
  const { id } = await stripe.paymentIntents.create({
    amount: 10_000,
    currency: 'thb',
    payment_method_data: { type: 'promptpay', billing_details: { email } },
    confirm: true,
    ...noRedirects,
  });
  await control(world, `intents/${id}/pay`, { key, outcome: 'succeed' });
  return id;
}
const types = async (stripe: Stripe) =>
  (await stripe.events.list({ limit: 50 })).data
    .map(({ type }) => type)
    .reverse()
    .filter((type) => type.includes('refund'));
const sumOf = async (stripe: Stripe) => {
  const { available, pending } = await stripe.balance.retrieve();
  return (available[0]?.amount ?? 0) + (pending[0]?.amount ?? 0);
};

describe('a refund to a card', () => {
  it('may take its time', async () => {
    const { stripe, clock } = await shop();
    const { id } = await byCard(stripe, 'pm_card_pendingRefund');
    const refund = await stripe.refunds.create({ payment_intent: id });
    expect(refund).toMatchObject({ status: 'pending', pending_reason: 'processing' });
    await clock(START + DAY);
    expect((await stripe.refunds.retrieve(refund.id)).status).toBe('succeeded');
    expect(await types(stripe)).toEqual([
      'refund.created',
      'charge.refunded',
      'refund.updated',
      'charge.refund.updated',
    ]);
  });

  it('may come back after it seemed to have arrived, and can then be sent again', async () => {
    const { stripe, clock } = await shop();
    const { id } = await byCard(stripe, 'pm_card_refundFail');
    const refund = await stripe.refunds.create({ payment_intent: id });
    expect(refund.status).toBe('succeeded');
    const before = await sumOf(stripe);
    await clock(START + DAY);
    const failed = await stripe.refunds.retrieve(refund.id, { expand: ['failure_balance_transaction', 'charge'] });
    expect(failed).toMatchObject({
      status: 'failed',
      failure_reason: 'expired_or_canceled_card',
      failure_balance_transaction: { type: 'refund_failure', amount: 10_000, fee: 0 },
      charge: { refunded: false, amount_refunded: 0 },
    });
    expect(await sumOf(stripe)).toBe(before + 10_000);
    expect((await types(stripe)).at(-1)).toBe('refund.failed');
    expect((await stripe.refunds.create({ payment_intent: id })).amount).toBe(10_000);
  });

  it('can be described, and cannot be cancelled once it is on its way', async () => {
    const { stripe } = await shop();
    const { id } = await byCard(stripe, 'pm_card_pendingRefund');
    const refund = await stripe.refunds.create({ payment_intent: id, amount: 100 });
    expect((await stripe.refunds.update(refund.id, { metadata: { why: 'ของแตก' } })).metadata).toEqual({
      why: 'ของแตก',
    });
    expect((await refusal(stripe.refunds.cancel(refund.id))).param).toBe('refund');
    expect((await refusal(stripe.testHelpers.refunds.expire(refund.id))).statusCode).toBe(400);
  });

  it('waits, once the payment is paid out, until there is money for it', async () => {
    const { stripe, clock } = await shop();
    const { id } = await byCard(stripe, 'pm_card_visa');
    await clock(START + 7 * DAY);
    const net = 10_000 - 1365 - 96;
    await stripe.payouts.create({ amount: net, currency: 'thb' });
    const refund = await stripe.refunds.create({ payment_intent: id });
    expect(refund).toMatchObject({
      status: 'pending',
      pending_reason: 'insufficient_funds',
      balance_transaction: null,
    });
    expect((await refusal(stripe.refunds.create({ payment_intent: id }))).code).toBe('charge_already_refunded');
    await byCard(stripe, 'pm_card_visa');
    await byCard(stripe, 'pm_card_visa');
    await clock(START + 14 * DAY);
    const begun = await stripe.refunds.retrieve(refund.id, { expand: ['balance_transaction'] });
    expect(begun).toMatchObject({ status: 'succeeded', balance_transaction: { amount: -10_000, type: 'refund' } });
    expect(begun.pending_reason).toBeUndefined();
    expect((await stripe.balance.retrieve()).available[0]?.amount).toBe(2 * net - 10_000);
  });
});

describe('a PromptPay refund', () => {
  it('asks the buyer by e-mail for an account, and arrives when he has answered', async () => {
    const { key, stripe, clock } = await shop();
    const intent = await byPromptPay(stripe, key);
    const asked = await stripe.refunds.create({ payment_intent: intent, instructions_email: 'other@practice.test' });
    expect(asked).toMatchObject({
      status: 'requires_action',
      instructions_email: 'other@practice.test',
      next_action: {
        type: 'display_details',
        display_details: { email_sent: { email_sent_at: START, email_sent_to: 'other@practice.test' } },
      },
    });
    await clock(START + DAY);
    expect((await stripe.refunds.retrieve(asked.id)).status).toBe('pending');
    await clock(START + 2 * DAY);
    const done = await stripe.refunds.retrieve(asked.id);
    expect(done.status).toBe('succeeded');
    expect(done.next_action).toBeUndefined();
  });

  it('runs out after 45 days without an answer, and the money is back', async () => {
    const { key, stripe, clock } = await shop();
    const intent = await byPromptPay(stripe, key, 'malee+no_answer@practice.test');
    const before = await sumOf(stripe);
    const asked = await stripe.refunds.create({ payment_intent: intent, amount: 4000 });
    expect(asked.next_action?.display_details?.expires_at).toBe(START + 45 * DAY);
    // ฿10 and VAT for the refund stay lost.
    expect(await sumOf(stripe)).toBe(before - 4000 - 1070);
    await clock(START + 45 * DAY);
    expect((await stripe.refunds.retrieve(asked.id)).status).toBe('failed');
    expect(await sumOf(stripe)).toBe(before - 1070);
  });

  it('fails at a wrong account, and can be cancelled or ended while the buyer is asked', async () => {
    const { key, stripe, clock } = await shop();
    const intent = await byPromptPay(stripe, key, 'malee+wrong_account@practice.test');
    const wrong = await stripe.refunds.create({ payment_intent: intent, amount: 1000 });
    await clock(START + 2 * DAY);
    expect(await stripe.refunds.retrieve(wrong.id)).toMatchObject({ status: 'failed', failure_reason: 'declined' });
    const cancelled = await stripe.refunds.create({ payment_intent: intent, amount: 1000 });
    expect((await stripe.refunds.cancel(cancelled.id)).status).toBe('canceled');
    const ended = await stripe.refunds.create({ payment_intent: intent, amount: 10_000 });
    expect((await stripe.testHelpers.refunds.expire(ended.id)).status).toBe('failed');
    expect((await stripe.refunds.list({ payment_intent: intent })).data.map(({ status }) => status)).toEqual([
      'failed',
      'canceled',
      'failed',
    ]);
  });

  it('can be hurried along by a trainer', async () => {
    const { key, stripe } = await shop();
    const { id } = await stripe.refunds.create({ payment_intent: await byPromptPay(stripe, key) });
    const outcome = (name: string) => control(world, `refunds/${id}/outcome`, { key, outcome: name });
    expect((await outcome('answer')).status).toBe('pending');
    expect((await outcome('succeed')).status).toBe('succeeded');
    expect(await control(world, `refunds/${id}/outcome`, { key, outcome: 'fail', reason: 'declined' })).toMatchObject({
      status: 'failed',
      failure_reason: 'declined',
    });
    await expect(outcome('succeed')).rejects.toThrow(/status of failed/);
  });
});
