import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import Stripe from 'stripe';
import { inspect } from './axe.js';
import { type Hall, openHall } from './hall.js';

describe("the provider's pages for paying on a phone", () => {
  let hall: Hall;
  let stripe: Stripe;
  beforeAll(async () => {
    hall = await openHall('pay-pages');
    stripe = new Stripe('sk_test_paypages', {
      host: '127.0.0.1',
      port: hall.providerPort,
      protocol: 'http',
      telemetry: false,
    });
  });
  afterAll(() => hall?.close());

  const pathOf = (url: string | null | undefined) => new URL(url ?? '').pathname;
  const showQr = () =>
    stripe.paymentIntents.create({
      amount: 25_000,
      currency: 'thb',
      description: 'ผ้าขาวม้าทอมือ 1 ผืน',
      payment_method_types: ['promptpay'],
      payment_method_data: { type: 'promptpay', billing_details: { email: 'malee@practice.test' } },
      confirm: true,
    });

  it('take too little, then the sum, then too much once more, without JavaScript', async () => {
    const buyer = await hall.device({ javaScript: false });
    const { page } = buyer;
    const intent = await showQr();
    await page.goto(pathOf(intent.next_action?.promptpay_display_qr_code?.data));
    await page.getByText('สลิป/คิวอาร์ฝึก จ่ายจริงไม่ได้').waitFor();
    await buyer.look('01-qr');
    await page.getByText('ลองจ่ายแบบอื่น (ฝึก)').click();
    await buyer.look('02-otherwise');
    await page.getByLabel('ยอดที่จะโอน (บาท)').fill('เท่าไรดี');
    await page.getByRole('button', { name: 'โอนยอดนี้ (ฝึก)' }).click();
    await page.getByRole('alert').filter({ hasText: 'ใส่ยอดเป็นตัวเลข' }).waitFor();
    await buyer.look('03-no-sum');
    await page.getByLabel('ยอดที่จะโอน (บาท)').fill('100');
    await page.getByRole('button', { name: 'โอนยอดนี้ (ฝึก)' }).click();
    await page.getByRole('heading', { name: 'โอนไม่ครบ' }).waitFor();
    await buyer.look('04-under');
    await page.getByRole('link', { name: 'กลับ' }).click();
    await buyer.tap(page.getByRole('button', { name: /^จ่ายเงิน/ }));
    await page.getByRole('heading', { name: 'จ่ายแล้ว' }).waitFor();
    expect((await stripe.paymentIntents.retrieve(intent.id)).amount_received).toBe(25_000);
    await page.getByText('โอนซ้ำอีกครั้ง (ฝึก)').click();
    await buyer.look('05-once-more');
    await page.getByRole('button', { name: 'โอนยอดนี้ (ฝึก)' }).click();
    await page.getByRole('heading', { name: 'โอนซ้ำแล้ว' }).waitFor();
    const odd = await stripe.balanceTransactions.list({ type: 'payment_unreconciled' });
    expect(odd.data.map(({ amount }) => amount)).toEqual([25_000, 10_000]);
    expect(buyer.faults.filter((fault) => !fault.includes('422'))).toEqual([]);
  });

  it('let a QR run out of time', async () => {
    const buyer = await hall.device();
    const { page } = buyer;
    const intent = await showQr();
    await page.goto(pathOf(intent.next_action?.promptpay_display_qr_code?.data));
    expect(await inspect(page)).toEqual([]);
    await page.getByText('ลองจ่ายแบบอื่น (ฝึก)').click();
    expect(await inspect(page)).toEqual([]);
    await page.getByRole('button', { name: 'ปล่อยให้คิวอาร์หมดเวลา' }).click();
    await page.getByRole('heading', { name: 'ยังไม่ได้จ่าย' }).waitFor();
    expect((await stripe.paymentIntents.retrieve(intent.id)).last_payment_error?.code).toBe(
      'payment_intent_payment_attempt_expired',
    );
    expect(buyer.faults).toEqual([]);
  });

  it('pay by a wallet, and keep a card for later, and lead back to the shop', async () => {
    const buyer = await hall.device();
    const { page } = buyer;
    const return_url = `${hall.url}/?order=7`;
    const intent = await stripe.paymentIntents.create({
      amount: 25_000,
      currency: 'thb',
      description: 'ผ้าขาวม้าทอมือ 1 ผืน',
      payment_method_types: ['grabpay'],
      payment_method_data: { type: 'grabpay' },
      confirm: true,
      return_url,
    });
    await page.goto(pathOf(intent.next_action?.redirect_to_url?.url));
    expect(await inspect(page)).toEqual([]);
    await buyer.look('06-wallet');
    await page.getByRole('button', { name: /^จ่ายเงิน/ }).click();
    await page.waitForURL(/order=7.*redirect_status=succeeded/);
    const setup = await stripe.setupIntents.create({
      payment_method: 'pm_card_authenticationRequiredOnSetup',
      confirm: true,
      return_url,
    });
    await page.goto(pathOf(setup.next_action?.redirect_to_url?.url));
    expect(await inspect(page)).toEqual([]);
    await buyer.look('07-setup');
    await page.getByRole('button', { name: /^ยืนยัน/ }).click();
    await page.waitForURL(/setup_intent=.*redirect_status=succeeded/);
    expect(buyer.faults).toEqual([]);
  });
});
