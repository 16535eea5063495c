import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type Stripe from 'stripe';
import { control, freshKey, noRedirects, refusal, sdk, startProvider, stop, until, type World } from './world.js';

let world: World;
beforeAll(async () => {
  world = await startProvider();
});
afterAll(() => stop(world));

const HOUR = 3600;
const DAY = 24 * HOUR;
/** A Tuesday, eight in the morning in Bangkok. */
const START = Date.parse('2026-11-24T01:00:00Z') / 1000;
const LEAVES = Date.parse('2026-11-24T17:00:00Z') / 1000;
const NET = 100_000 - 4650 - 326;

async function shop(token = 'pm_card_bypassPending') {
  const key = freshKey();
  const stripe = sdk(world, key);
  const clock = (seconds: number) => control(world, 'accounts/clock', { key, now: seconds });
  await clock(START);
  await stripe.paymentIntents.create({
    amount: 100_000,
    currency: 'thb',
    payment_method: token,
    confirm: true,
    ...noRedirects,
  });
  return { key, stripe, clock };
}
const amounts = async (stripe: Stripe) => {
  const { available, pending } = await stripe.balance.retrieve();
  return [available[0]?.amount, pending[0]?.amount];
};
const types = async (stripe: Stripe, word: string) =>
  (await stripe.events.list({ limit: 50 })).data
    .map(({ type }) => type)
    .reverse()
    .filter((type) => type.startsWith(word));

describe('the balance', () => {
  it('is there at once for the card that bypasses the holding days, and says so', async () => {
    const { stripe } = await shop();
    expect(await amounts(stripe)).toEqual([NET, 0]);
    await until(async () => (await types(stripe, 'balance')).length === 1);
  });

  it('becomes available on its day, told once a day with the sum of that day', async () => {
    const { stripe, clock } = await shop('pm_card_visa');
    await clock(START + HOUR);
    await stripe.paymentIntents.create({
      amount: 100_000,
      currency: 'thb',
      payment_method: 'pm_card_visa',
      confirm: true,
      ...noRedirects,
    });
    await clock(START + 8 * DAY);
    const [told, ...more] = (await stripe.events.list({ type: 'balance.available' })).data;
    expect(more).toEqual([]);
    expect(told?.created).toBe(START + HOUR + 7 * DAY);
    expect(told?.data.object).toMatchObject({ available: [{ amount: 2 * NET }], pending: [{ amount: 0 }] });
  });

  it('is the sum of its transactions, by kind, currency and source', async () => {
    const { key, stripe } = await shop('pm_card_visa');
    await stripe.paymentIntents.create({
      amount: 5000,
      currency: 'usd',
      payment_method: 'pm_card_visa',
      confirm: true,
      ...noRedirects,
    });
    const intent = await stripe.paymentIntents.create({
      amount: 5000,
      currency: 'thb',
      payment_method: 'pm_card_visa',
      confirm: true,
      ...noRedirects,
    });
    const refund = await stripe.refunds.create({ payment_intent: intent.id, amount: 700 });
    const list = async (params: Stripe.BalanceTransactionListParams) =>
      (await stripe.balanceTransactions.list(params)).data.map(({ amount }) => amount);
    expect(await list({ type: 'refund' })).toEqual([-700]);
    expect(await list({ source: refund.id })).toEqual([-700]);
    expect(await list({ currency: 'usd' })).toEqual([5000]);
    const all = (await stripe.balanceTransactions.list({ currency: 'thb' })).data;
    const [available = 0, pending = 0] = await amounts(stripe);
    expect(all.reduce((sum, { net }) => sum + net, 0)).toBe(available + pending);
    expect(all.map(({ id }) => id)).toContain(refund.balance_transaction);
    expect(await stripe.balanceTransactions.retrieve(String(refund.balance_transaction))).toMatchObject({
      type: 'refund',
      reporting_category: 'refund',
    });
    expect(await control(world, 'balance/settlement', { key })).toMatchObject({
      pending: [{ amount: 0 }, { amount: 0 }],
    });
    expect((await stripe.balanceTransactions.list()).data.every(({ status }) => status === 'available')).toBe(true);
  });
});

describe('a payout', () => {
  it('leaves at midnight and arrives at noon', async () => {
    const { stripe, clock } = await shop();
    const payout = await stripe.payouts.create({
      amount: 50_000,
      currency: 'thb',
      metadata: { week: '48' },
      expand: ['balance_transaction'],
    });
    expect(payout).toMatchObject({
      status: 'pending',
      arrival_date: LEAVES + 12 * HOUR,
      balance_transaction: { type: 'payout', amount: -50_000, fee: 0 },
    });
    expect(await amounts(stripe)).toEqual([NET - 50_000, 0]);
    await clock(LEAVES);
    expect((await stripe.payouts.retrieve(payout.id)).status).toBe('in_transit');
    expect((await refusal(stripe.payouts.cancel(payout.id))).message).toContain(
      'only be canceled while they are pending',
    );
    await clock(LEAVES + 12 * HOUR);
    expect((await stripe.payouts.retrieve(payout.id)).status).toBe('paid');
    expect((await stripe.payouts.list({ status: 'paid' })).data.map(({ id }) => id)).toEqual([payout.id]);
    expect((await stripe.payouts.update(payout.id, { metadata: { week: '' } })).metadata).toEqual({});
    expect(await types(stripe, 'payout')).toEqual([
      'payout.created',
      'payout.updated',
      'payout.updated',
      'payout.paid',
      'payout.updated',
    ]);
  });

  it('is refused beyond what is available, however much is pending, and twenty at once take no more', async () => {
    const { stripe } = await shop('pm_card_visa');
    const error = await refusal(stripe.payouts.create({ amount: 1000, currency: 'thb' }));
    expect(error).toMatchObject({ statusCode: 400, code: 'balance_insufficient', param: 'amount' });
    const rich = await shop();
    const half = Math.floor(NET / 2);
    const answers = await Promise.allSettled(
      Array.from({ length: 20 }, () => rich.stripe.payouts.create({ amount: half, currency: 'thb' })),
    );
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(2);
    expect(await amounts(rich.stripe)).toEqual([NET - 2 * half, 0]);
    expect((await refusal(rich.stripe.payouts.create({ amount: 1, currency: 'thb', method: 'instant' }))).param).toBe(
      'method',
    );
  });

  it('can be cancelled while it waits, and the money is back', async () => {
    const { stripe, clock } = await shop();
    const { id } = await stripe.payouts.create({ amount: NET, currency: 'thb' });
    const cancelled = await stripe.payouts.cancel(id, { expand: ['failure_balance_transaction'] });
    expect(cancelled).toMatchObject({
      status: 'canceled',
      failure_balance_transaction: { type: 'payout_cancel', amount: NET },
    });
    await clock(LEAVES + 2 * DAY);
    expect((await stripe.payouts.retrieve(id)).status).toBe('canceled');
    expect(await amounts(stripe)).toEqual([NET, 0]);
    expect((await types(stripe, 'payout')).at(-1)).toBe('payout.canceled');
  });

  it('fails at a bad account when it should arrive, or after it was paid when a trainer has the bank send it back', async () => {
    const { key, stripe, clock } = await shop();
    const bad = await stripe.payouts.create({ amount: 20_000, currency: 'thb', destination: 'ba_000111111113' });
    const good = await stripe.payouts.create({ amount: 20_000, currency: 'thb' });
    await clock(LEAVES + DAY);
    expect(await stripe.payouts.retrieve(bad.id, { expand: ['failure_balance_transaction'] })).toMatchObject({
      status: 'failed',
      failure_code: 'account_closed',
      failure_message: 'The bank account has been closed.',
      failure_balance_transaction: { type: 'payout_failure', amount: 20_000 },
    });
    expect((await stripe.payouts.retrieve(good.id)).status).toBe('paid');
    const back = await control(world, `payouts/${good.id}/outcome`, { key, outcome: 'fail', reason: 'no_account' });
    expect(back).toMatchObject({ status: 'failed', failure_code: 'no_account' });
    expect(await amounts(stripe)).toEqual([NET, 0]);
    expect(await types(stripe, 'payout.failed')).toHaveLength(2);
  });
});
