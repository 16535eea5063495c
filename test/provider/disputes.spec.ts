import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type Stripe from 'stripe';
import { control, freshKey, noRedirects, refusal, sdk, startProvider, stop, until, type World } from './world.js';

let world: World;
beforeAll(async () => {
  world = await startProvider();
});
afterAll(() => stop(world));

const DAY = 86_400;
const START = Date.parse('2026-11-24T01:00:00Z') / 1000;
const FEE = 50_000 + 3500;

async function disputed(token: string) {
  const key = freshKey();
  const stripe = sdk(world, key);
  const clock = (seconds: number | null) => control(world, 'accounts/clock', { key, now: seconds });
  await clock(START);
  const intent = await stripe.paymentIntents.create({
    amount: 100_000,
    currency: 'thb',
    payment_method: token,
    confirm: true,
    ...noRedirects,
  });
  const [dispute] = (await stripe.disputes.list({ payment_intent: intent.id })).data as [Stripe.Dispute];
  return { key, stripe, clock, intent, dispute };
}
const types = async (stripe: Stripe) =>
  (await stripe.events.list({ limit: 50 })).data
    .map(({ type }) => type)
    .reverse()
    .filter((type) => type.includes('dispute'));
const available = async (stripe: Stripe) => (await stripe.balance.retrieve()).available[0]?.amount;

describe('a dispute', () => {
  it('takes the sum and a fee at once, and stops refunds', async () => {
    const { stripe, intent, dispute } = await disputed('pm_card_createDispute');
    expect(dispute).toMatchObject({
      status: 'needs_response',
      reason: 'fraudulent',
      amount: 100_000,
      charge: intent.latest_charge,
      is_charge_refundable: false,
      evidence_details: { due_by: START + 7 * DAY, submission_count: 0 },
    });
    expect(dispute.balance_transactions).toMatchObject([
      { type: 'adjustment', reporting_category: 'dispute', amount: -100_000, fee: FEE, net: -100_000 - FEE },
    ]);
    expect(await available(stripe)).toBe(-100_000 - FEE);
    expect((await stripe.charges.retrieve(String(intent.latest_charge))).disputed).toBe(true);
    expect((await refusal(stripe.refunds.create({ payment_intent: intent.id }))).code).toBe('charge_disputed');
    expect(await types(stripe)).toEqual(['charge.dispute.created', 'charge.dispute.funds_withdrawn']);
  });

  it('is won with the winning evidence of the test mode, and everything comes back', async () => {
    const { stripe, dispute } = await disputed('pm_card_createDisputeProductNotReceived');
    expect(dispute.reason).toBe('product_not_received');
    const laid = await stripe.disputes.update(dispute.id, {
      evidence: { uncategorized_text: 'winning_evidence' },
      submit: false,
      metadata: { order: '7' },
    });
    expect(laid).toMatchObject({
      status: 'needs_response',
      evidence_details: { has_evidence: true },
      metadata: { order: '7' },
    });
    const handedIn = await stripe.disputes.update(dispute.id, { submit: true });
    expect(handedIn).toMatchObject({ status: 'under_review', evidence_details: { submission_count: 1 } });
    await until(async () => (await stripe.disputes.retrieve(dispute.id)).status === 'won');
    const won = await stripe.disputes.retrieve(dispute.id);
    expect(won.balance_transactions.map(({ net }) => net)).toEqual([-100_000 - FEE, 100_000 + FEE]);
    expect(await available(stripe)).toBe(0);
    const late = await refusal(stripe.disputes.update(dispute.id, { evidence: { receipt: 'x' } }));
    expect(late.param).toBe('evidence');
    expect((await refusal(stripe.disputes.close(dispute.id))).message).toBe('This dispute is already closed.');
    expect(await types(stripe)).toEqual([
      'charge.dispute.created',
      'charge.dispute.funds_withdrawn',
      'charge.dispute.updated',
      'charge.dispute.updated',
      'charge.dispute.closed',
      'charge.dispute.funds_reinstated',
    ]);
  });

  it('is lost with the losing evidence, by giving in, or by letting the time pass', async () => {
    const losing = await disputed('pm_card_createDispute');
    await losing.stripe.disputes.update(losing.dispute.id, { evidence: { uncategorized_text: 'losing_evidence' } });
    await until(async () => (await losing.stripe.disputes.retrieve(losing.dispute.id)).status === 'lost');
    expect(await available(losing.stripe)).toBe(-100_000 - FEE);

    const givenIn = await disputed('pm_card_createDispute');
    expect((await givenIn.stripe.disputes.close(givenIn.dispute.id)).status).toBe('lost');

    const ignored = await disputed('pm_card_createDispute');
    await ignored.clock(START + 7 * DAY);
    expect(await ignored.stripe.disputes.retrieve(ignored.dispute.id)).toMatchObject({
      status: 'lost',
      evidence_details: { past_due: true },
    });
    expect((await types(ignored.stripe)).at(-1)).toBe('charge.dispute.closed');
  });

  it('is otherwise decided after sixty days, for the shop that answered the very complaint', async () => {
    const tracked = await disputed('pm_card_createDisputeProductNotReceived');
    const off = await disputed('pm_card_createDispute');
    for (const { stripe, dispute } of [tracked, off]) {
      await stripe.disputes.update(dispute.id, { evidence: { shipping_tracking_number: 'TH123456789TH' } });
    }
    await tracked.clock(START + 60 * DAY - 1);
    expect((await tracked.stripe.disputes.retrieve(tracked.dispute.id)).status).toBe('under_review');
    await tracked.clock(START + 60 * DAY);
    await off.clock(START + 60 * DAY);
    expect((await tracked.stripe.disputes.retrieve(tracked.dispute.id)).status).toBe('won');
    expect((await off.stripe.disputes.retrieve(off.dispute.id)).status).toBe('lost');
  });
});

describe('an inquiry', () => {
  it('takes no money, and is closed after 120 days, or by giving the money back', async () => {
    const asked = await disputed('pm_card_createDisputeInquiry');
    expect(asked.dispute).toMatchObject({
      status: 'warning_needs_response',
      balance_transactions: [],
      is_charge_refundable: true,
    });
    await asked.stripe.disputes.update(asked.dispute.id, { evidence: { receipt: 'REC-7' } });
    await asked.clock(START + 120 * DAY);
    expect((await asked.stripe.disputes.retrieve(asked.dispute.id)).status).toBe('warning_closed');

    const refunded = await disputed('pm_card_createDisputeInquiry');
    await refunded.stripe.refunds.create({ payment_intent: refunded.intent.id });
    expect((await refunded.stripe.disputes.retrieve(refunded.dispute.id)).status).toBe('warning_closed');
    expect(await types(refunded.stripe)).toEqual(['charge.dispute.created', 'charge.dispute.closed']);
  });

  it('can become a dispute, which wants evidence of its own', async () => {
    const { stripe, dispute } = await disputed('pm_card_createDisputeInquiry');
    await stripe.disputes.update(dispute.id, { evidence: { uncategorized_text: 'escalate_inquiry_evidence' } });
    await until(async () => (await stripe.disputes.retrieve(dispute.id)).status === 'needs_response');
    const escalated = await stripe.disputes.retrieve(dispute.id);
    expect(escalated).toMatchObject({
      evidence: { uncategorized_text: null },
      evidence_details: { submission_count: 0, has_evidence: false },
    });
    expect(await available(stripe)).toBe(-100_000 - FEE);
    const answered = await stripe.disputes.update(dispute.id, { evidence: { uncategorized_text: 'winning_evidence' } });
    expect(answered.status).toBe('under_review');
    await until(async () => (await stripe.disputes.retrieve(dispute.id)).status === 'won');
  });
});

describe('a trainer', () => {
  it('can have any card payment disputed once, and decide it; PromptPay knows no disputes', async () => {
    const { key, stripe } = await disputed('pm_card_visa');
    const [charge] = (await stripe.charges.list()).data;
    const made = await control(world, `charges/${charge?.id}/dispute`, { key, reason: 'product_not_received' });
    expect(made).toMatchObject({ status: 'needs_response', reason: 'product_not_received' });
    await expect(control(world, `charges/${charge?.id}/dispute`, { key, reason: 'fraudulent' })).rejects.toThrow(
      /charge_disputed/,
    );
    await stripe.disputes.update(String(made.id), { evidence: { shipping_tracking_number: 'TH1' } });
    expect((await control(world, `disputes/${made.id}/verdict`, { key, verdict: 'lose' })).status).toBe('lost');
    const qr = await stripe.paymentIntents.create({
      amount: 10_000,
      currency: 'thb',
      payment_method_data: { type: 'promptpay', billing_details: { email: 'malee@practice.test' } },
      confirm: true,
      ...noRedirects,
    });
    const paid = await control(world, `intents/${qr.id}/pay`, { key, outcome: 'succeed' });
    await expect(
      control(world, `charges/${String(paid.latest_charge)}/dispute`, { key, reason: 'fraudulent' }),
    ).rejects.toThrow(/Only payments by card/);
  });
});
