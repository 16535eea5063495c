import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type Stripe from 'stripe';
import { control, freshKey, pageText, press, refusal, sdk, startProvider, stop, type World } from './world.js';

let world: World;
beforeAll(async () => {
  world = await startProvider();
});
afterAll(() => stop(world));

const byPromptPay = (stripe: Stripe, more: Partial<Stripe.PaymentIntentCreateParams> = {}) =>
  stripe.paymentIntents.create({
    amount: 12_345,
    currency: 'thb',
    payment_method_types: ['promptpay'],
    payment_method_data: { type: 'promptpay', billing_details: { email: 'malee@practice.test' } },
    confirm: true,
    ...more,
  });
const qrOf = (intent: Stripe.PaymentIntent) => intent.next_action?.promptpay_display_qr_code;
const eventTypes = async (stripe: Stripe) =>
  (await stripe.events.list({ limit: 50 })).data.map((event) => event.type).reverse();

describe('paying by PromptPay', () => {
  it('shows a QR that only leads to a practice page, and paying there pays', async () => {
    const stripe = sdk(world);
    const intent = await byPromptPay(stripe, { description: 'ผ้าไหม <b>' });
    const qr = qrOf(intent);
    expect(intent.status).toBe('requires_action');
    expect(qr?.data).toBe(qr?.hosted_instructions_url);
    const text = await pageText(world, qr?.data ?? '');
    for (const words of ['ตลาดฝึก ไม่มีการซื้อขายจริง', 'สลิป/คิวอาร์ฝึก จ่ายจริงไม่ได้', '฿123.45', 'ผ้าไหม &lt;b&gt;']) {
      expect(text).toContain(words);
    }
    expect(text).not.toContain('<script');
    for (const [path, type] of [
      [qr?.image_url_png, 'image/png'],
      [qr?.image_url_svg, 'image/svg+xml'],
    ] as const) {
      expect((await fetch(path ?? '')).headers.get('content-type')).toContain(type);
    }
    await press(world, qr?.data ?? '', 'payment');
    expect(await pageText(world, qr?.data ?? '')).toContain('จ่ายแล้ว');
    const paid = await stripe.paymentIntents.retrieve(intent.id, { expand: ['latest_charge.balance_transaction'] });
    expect(paid).toMatchObject({ status: 'succeeded', amount_received: 12_345, next_action: null });
    expect((paid.latest_charge as Stripe.Charge).balance_transaction).toMatchObject({ type: 'payment', fee: 204 + 14 });
  });

  it('fails when the buyer cancels, runs out of time on the account’s clock, and can be tried again', async () => {
    const key = freshKey();
    const stripe = sdk(world, key);
    const intent = await byPromptPay(stripe);
    await press(world, qrOf(intent)?.data ?? '', 'refusal');
    const refused = await stripe.paymentIntents.retrieve(intent.id);
    expect(refused).toMatchObject({ status: 'requires_payment_method', latest_charge: null });
    expect(refused.last_payment_error?.code).toBe('payment_intent_payment_attempt_failed');

    const again = await stripe.paymentIntents.confirm(intent.id, {
      payment_method_data: { type: 'promptpay', billing_details: { email: 'malee@practice.test' } },
    });
    expect(again.status).toBe('requires_action');
    expect(await pageText(world, qrOf(intent)?.data ?? '')).toContain('ยังไม่ได้จ่าย');
    const twoDaysOn = new Date(Date.now() + 2 * 86_400_000).toISOString();
    expect(await control(world, 'accounts/clock', { key, now: twoDaysOn })).toMatchObject({ done: { page: 1 } });
    expect((await stripe.paymentIntents.retrieve(intent.id)).last_payment_error?.code).toBe(
      'payment_intent_payment_attempt_expired',
    );
    expect(await eventTypes(stripe)).toEqual([
      'payment_intent.created',
      'payment_intent.requires_action',
      'payment_intent.payment_failed',
      'payment_intent.requires_action',
      'payment_intent.payment_failed',
    ]);
  });

  it('can be paid from outside for tests and simulated shoppers, and not after it was cancelled', async () => {
    const key = freshKey();
    const stripe = sdk(world, key);
    const intent = await byPromptPay(stripe);
    const paid = await control(world, `intents/${intent.id}/pay`, { key, outcome: 'succeed' });
    expect(paid.status).toBe('succeeded');
    const other = await byPromptPay(stripe);
    await stripe.paymentIntents.cancel(other.id);
    await press(world, qrOf(other)?.data ?? '', 'payment');
    expect((await stripe.paymentIntents.retrieve(other.id)).status).toBe('canceled');
    await expect(control(world, `intents/${other.id}/pay`, { key, outcome: 'succeed' })).rejects.toThrow(
      /unexpected_state/,
    );
  });

  it('needs the buyer’s e-mail, baht and taking the money at once', async () => {
    const stripe = sdk(world);
    const data = { type: 'promptpay' as const };
    expect(await refusal(byPromptPay(stripe, { payment_method_data: data }))).toMatchObject({
      code: 'parameter_missing',
      param: 'billing_details[email]',
    });
    expect((await refusal(byPromptPay(stripe, { currency: 'usd' }))).statusCode).toBe(400);
    expect((await refusal(byPromptPay(stripe, { capture_method: 'manual' }))).param).toBe('capture_method');
    const cardOnly = byPromptPay(stripe, { payment_method_types: ['card'] });
    expect((await refusal(cardOnly)).code).toBe('payment_intent_incompatible_payment_method');
  });
});
