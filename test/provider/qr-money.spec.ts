import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type Stripe from 'stripe';
import { control, freshKey, pageText, press, sdk, startProvider, stop, type World } from './world.js';

let world: World;
beforeAll(async () => {
  world = await startProvider();
});
afterAll(() => stop(world));

async function shown() {
  const key = freshKey();
  const stripe = sdk(world, key);
  const intent = await stripe.paymentIntents.create({
    amount: 12_345,
    currency: 'thb',
    payment_method_types: ['promptpay'],
    payment_method_data: { type: 'promptpay', billing_details: { email: 'malee@practice.test' } },
    confirm: true,
  });
  return { key, stripe, intent, page: intent.next_action?.promptpay_display_qr_code?.data ?? '' };
}

/** Types a sum into the page's form and sends it. */
async function transfer(page: string, amount: string) {
  const answer = await fetch(`${world.url}${new URL(page).pathname}/transfer`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ amount }),
    redirect: 'manual',
  });
  return { status: answer.status, text: await answer.text() };
}
const credited = async (stripe: Stripe) =>
  (await stripe.balanceTransactions.list({ type: 'payment_unreconciled' })).data.map(({ amount }) => amount);

describe('a QR that is paid otherwise than it should be', () => {
  it('with too little does not pay, and the money is in the balance all the same', async () => {
    const { stripe, intent, page } = await shown();
    const short = await transfer(page, '100');
    expect(short.text).toContain('โอนไม่ครบ');
    expect((await stripe.paymentIntents.retrieve(intent.id)).status).toBe('requires_action');
    expect(await credited(stripe)).toEqual([10_000]);
    expect((await transfer(page, '123.45')).status).toBe(303);
    expect(await stripe.paymentIntents.retrieve(intent.id)).toMatchObject({
      status: 'succeeded',
      amount_received: 12_345,
    });
  });

  it('with too much pays once, and the rest is credited without a fee', async () => {
    const { stripe, intent, page } = await shown();
    expect((await transfer(page, '200.00')).text).toContain('จ่ายแล้ว แต่โอนเกิน');
    const paid = await stripe.paymentIntents.retrieve(intent.id);
    expect(paid).toMatchObject({ status: 'succeeded', amount_received: 12_345 });
    const [over] = (await stripe.balanceTransactions.list({ source: String(paid.latest_charge) })).data;
    expect(over).toMatchObject({ type: 'payment_unreconciled', amount: 7655, fee: 0 });
    expect((await stripe.charges.retrieve(String(paid.latest_charge))).amount).toBe(12_345);
  });

  it('twice pays once', async () => {
    const { stripe, intent, page } = await shown();
    await press(world, page, 'payment');
    expect(await pageText(world, page)).toContain('โอนซ้ำอีกครั้ง');
    expect((await transfer(page, '123.45')).text).toContain('โอนซ้ำแล้ว');
    expect((await stripe.charges.list({ payment_intent: intent.id })).data).toHaveLength(1);
    expect(await credited(stripe)).toEqual([12_345]);
  });

  it('with what is no sum is asked again, and not at all once it is over', async () => {
    const { stripe, intent, page } = await shown();
    for (const sum of ['', 'สิบบาท', '-5', '0']) {
      const answer = await transfer(page, sum);
      expect([answer.status, answer.text.includes('ใส่ยอดเป็นตัวเลข')]).toEqual([422, true]);
      expect(answer.text).toContain(`value="${sum}"`);
    }
    await press(world, page, 'expiry');
    expect(await stripe.paymentIntents.retrieve(intent.id)).toMatchObject({
      status: 'requires_payment_method',
      last_payment_error: { code: 'payment_intent_payment_attempt_expired' },
    });
    expect((await transfer(page, '123.45')).status).toBe(303);
    expect(await credited(stripe)).toEqual([]);
  });

  it('can be paid so by a trainer too', async () => {
    const { key, stripe, intent } = await shown();
    const send = (amount: number) => control(world, `intents/${intent.id}/transfer`, { key, amount });
    expect((await send(5000)).status).toBe('requires_action');
    expect((await send(15_000)).status).toBe('succeeded');
    await send(12_345);
    expect(await credited(stripe)).toEqual([12_345, 2655, 5000]);
    await expect(send(0)).rejects.toThrow();
  });
});
