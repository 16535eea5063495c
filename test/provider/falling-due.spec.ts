import { describe, expect, it } from '@jest/globals';
import type Stripe from 'stripe';
import { control, freshKey, noRedirects, sdk, startProvider, stop, until, type World } from './world.js';

const DAY = 86_400;
const START = Date.parse('2026-11-24T01:00:00Z') / 1000;

/** An account whose clock is held, with money on forty cards that goes back after a week. */
async function manyHolds(world: World) {
  const key = freshKey();
  const stripe = sdk(world, key);
  await control(world, 'accounts/clock', { key, now: START });
  const made = await Promise.all(
    Array.from({ length: 40 }, () =>
      stripe.paymentIntents.create({
        amount: 5000,
        currency: 'thb',
        payment_method: 'pm_card_visa',
        capture_method: 'manual',
        confirm: true,
        ...noRedirects,
      }),
    ),
  );
  return { key, stripe, made: made.map(({ id }) => id).sort() };
}
const aWeekOn = (world: World, key: string) => control(world, 'accounts/clock', { key, now: START + 8 * DAY });
const ended = async (stripe: Stripe) =>
  (await stripe.events.list({ type: 'payment_intent.canceled', limit: 100 })).data
    .map((event) => (event.data.object as Stripe.PaymentIntent).id)
    .sort();

describe('what falls due', () => {
  it('happens once, also when the provider is killed while a clock is being moved', async () => {
    const first = await startProvider();
    const { key, stripe, made } = await manyHolds(first);
    const moved = aWeekOn(first, key).catch(() => null);
    await until(async () => (await ended(stripe)).length > 0);
    await stop(first, 'SIGKILL');
    await moved;
    const second = await startProvider(first.dataDir);
    await aWeekOn(second, key);
    const told = await ended(sdk(second, key));
    await stop(second);
    expect(told).toEqual(made);
  });

  it('happens once when two processes move one clock at the same time', async () => {
    const first = await startProvider();
    const second = await startProvider(first.dataDir);
    const { key, stripe, made } = await manyHolds(first);
    const done = await Promise.all([aWeekOn(first, key), aWeekOn(second, key)]);
    const told = await ended(stripe);
    await stop(second);
    await stop(first);
    expect(told).toEqual(made);
    expect(done.reduce((sum, { done: kinds }) => sum + ((kinds as { capture?: number }).capture ?? 0), 0)).toBe(40);
  });
});
