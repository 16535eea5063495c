import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type Stripe from 'stripe';
import { control, freshKey, noRedirects, refusal, sdk, startProvider, stop, type World } from './world.js';

let world: World;
beforeAll(async () => {
  world = await startProvider();
});
afterAll(() => stop(world));

const paid = (stripe: Stripe) =>
  stripe.paymentIntents.create({
    amount: 10_000,
    currency: 'thb',
    payment_method: 'pm_card_visa',
    confirm: true,
    ...noRedirects,
  });

describe('a refund', () => {
  it('goes back in parts up to what was paid, and the fee stays lost', async () => {
    const stripe = sdk(world);
    const intent = await paid(stripe);
    const first = await stripe.refunds.create({
      payment_intent: intent.id,
      amount: 4000,
      reason: 'requested_by_customer',
    });
    expect(first).toMatchObject({ amount: 4000, status: 'succeeded', charge: intent.latest_charge });
    const rest = await stripe.refunds.create({ charge: String(intent.latest_charge), expand: ['balance_transaction'] });
    expect(rest.balance_transaction).toMatchObject({ amount: -6000, fee: 0, net: -6000, type: 'refund' });
    const charge = await stripe.charges.retrieve(String(intent.latest_charge), { expand: ['refunds'] });
    expect(charge).toMatchObject({ amount_refunded: 10_000, refunded: true });
    expect(charge.refunds?.data.map((refund) => refund.amount)).toEqual([6000, 4000]);
    const { pending, available } = await stripe.balance.retrieve();
    // 3.65% and ฿10 with 7% VAT: what a refunded sale costs the shop.
    expect((pending[0]?.amount ?? 0) + (available[0]?.amount ?? 0)).toBe(-(1365 + 96));
  });

  it('of more than is left is refused in Stripe’s words, and of nothing left with its code', async () => {
    const stripe = sdk(world);
    const intent = await paid(stripe);
    const over = await refusal(stripe.refunds.create({ payment_intent: intent.id, amount: 10_001 }));
    expect(over).toMatchObject({ statusCode: 400, param: 'amount', type: 'StripeInvalidRequestError' });
    expect(over.code).toBeUndefined();
    expect(over.message).toBe('Refund amount (฿100.01) is greater than unrefunded amount on charge (฿100.00)');
    await stripe.refunds.create({ payment_intent: intent.id });
    const again = await refusal(stripe.refunds.create({ payment_intent: intent.id, amount: 1 }));
    expect(again.code).toBe('charge_already_refunded');
    const unpaid = await stripe.paymentIntents.create({ amount: 10_000, currency: 'thb' });
    expect((await refusal(stripe.refunds.create({ payment_intent: unpaid.id }))).param).toBe('payment_intent');
  });

  it('in full goes through once of twenty at once', async () => {
    const stripe = sdk(world);
    const intent = await paid(stripe);
    const answers = await Promise.allSettled(
      Array.from({ length: 20 }, () => stripe.refunds.create({ payment_intent: intent.id })),
    );
    expect(answers.filter((answer) => answer.status === 'fulfilled')).toHaveLength(1);
    expect((await stripe.refunds.list({ payment_intent: intent.id })).data).toHaveLength(1);
    expect((await stripe.balanceTransactions.list({ type: 'refund' })).data).toHaveLength(1);
  });

  it('in parts of ฿30 goes through three times of twenty at once', async () => {
    const stripe = sdk(world);
    const intent = await paid(stripe);
    const answers = await Promise.allSettled(
      Array.from({ length: 20 }, () => stripe.refunds.create({ payment_intent: intent.id, amount: 3000 })),
    );
    expect(answers.filter((answer) => answer.status === 'fulfilled')).toHaveLength(3);
    expect((await stripe.charges.retrieve(String(intent.latest_charge))).amount_refunded).toBe(9000);
  });

  it('of PromptPay costs the shop ฿10 and VAT', async () => {
    const key = freshKey();
    const stripe = sdk(world, key);
    const intent = await stripe.paymentIntents.create({
      amount: 10_000,
      currency: 'thb',
      payment_method_data: { type: 'promptpay', billing_details: { email: 'malee@practice.test' } },
      confirm: true,
      ...noRedirects,
    });
    await control(world, `intents/${intent.id}/pay`, { key, outcome: 'succeed' });
    const refund = await stripe.refunds.create({ payment_intent: intent.id, expand: ['balance_transaction'] });
    expect(refund.balance_transaction).toMatchObject({
      amount: -10_000,
      fee: 1070,
      net: -11_070,
      type: 'payment_refund',
    });
  });
});

describe('the balance', () => {
  it('becomes available after seven days on the account’s clock', async () => {
    const key = freshKey();
    const stripe = sdk(world, key);
    await control(world, 'accounts/clock', { key, now: '2026-11-24T01:00:00Z' });
    const intent = await paid(stripe);
    expect(intent.created).toBe(Date.parse('2026-11-24T01:00:00Z') / 1000);
    const amounts = async () => {
      const { available, pending } = await stripe.balance.retrieve();
      return [available[0]?.amount, pending[0]?.amount];
    };
    const net = 10_000 - 1365 - 96;
    expect(await amounts()).toEqual([0, net]);
    await control(world, 'accounts/clock', { key, now: '2026-12-01T01:00:00Z' });
    expect(await amounts()).toEqual([net, 0]);
    expect((await stripe.balanceTransactions.list()).data[0]?.status).toBe('available');
  });
});
