import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import Stripe from 'stripe';
import { inspect } from './axe.js';
import { type Device, type Hall, openHall } from './hall.js';

describe("the provider's checkout page on a phone", () => {
  let hall: Hall;
  let stripe: Stripe;
  beforeAll(async () => {
    hall = await openHall('checkout-page');
    stripe = new Stripe('sk_test_checkoutpage', {
      host: '127.0.0.1',
      port: hall.providerPort,
      protocol: 'http',
      telemetry: false,
    });
  });
  afterAll(() => hall?.close());

  /** A cart of a shop in the hall, and the page as the phone reaches it. */
  async function begin({ page }: Device) {
    const session = await stripe.checkout.sessions.create({
      mode: 'payment',
      success_url: `${hall.url}/?paid={CHECKOUT_SESSION_ID}`,
      cancel_url: `${hall.url}/`,
      line_items: [
        { quantity: 2, price_data: { currency: 'thb', unit_amount: 25_000, product_data: { name: 'ผ้าขาวม้าทอมือ' } } },
      ],
      shipping_address_collection: { allowed_countries: ['TH'] },
    });
    await page.goto(new URL(session.url ?? '').pathname);
    return session.id;
  }
  const card = ({ page }: Device, last4: string) => page.getByRole('button', { name: `•••• ${last4}` });
  const statusOf = async (id: string) => (await stripe.checkout.sessions.retrieve(id)).payment_status;

  it('pays with the first card that works, after two that do not, and by the bank’s question', async () => {
    const buyer = await hall.device();
    const { page } = buyer;
    const id = await begin(buyer);
    expect(await inspect(page)).toEqual([]);
    await buyer.look('01-checkout');
    for (const [last4, why] of [
      ['9995', 'เงินในบัตรไม่พอ'],
      ['0069', 'บัตรหมดอายุ'],
    ] as const) {
      await page.getByText('บัตรที่มีปัญหา').click();
      await buyer.tap(card(buyer, last4));
      await page.getByRole('alert').filter({ hasText: why }).waitFor();
    }
    await buyer.look('02-declined');
    await buyer.tap(card(buyer, '3220'));
    await buyer.look('03-bank-asks');
    expect(await statusOf(id)).toBe('unpaid');
    await page.getByRole('button', { name: /^ยืนยัน/ }).click();
    await page.waitForURL(`${hall.url}/?paid=${id}`);
    expect(await statusOf(id)).toBe('paid');
    expect(buyer.faults).toEqual([]);
  });

  it('pays by PromptPay without JavaScript', async () => {
    const buyer = await hall.device({ javaScript: false });
    const { page } = buyer;
    const id = await begin(buyer);
    await buyer.tap(page.getByRole('button', { name: 'จ่ายด้วยพร้อมเพย์' }));
    await buyer.tap(page.getByRole('button', { name: /^จ่ายเงิน/ }).first());
    expect(await statusOf(id)).toBe('paid');
    await page.getByRole('link', { name: 'กลับไปหน้าร้าน' }).click();
    await page.waitForURL(`${hall.url}/?paid=${id}`);
    expect(buyer.faults).toEqual([]);
  });

  it('opens a shop’s account on the page of its link', async () => {
    const owner = await hall.device();
    const { page } = owner;
    const { id } = await stripe.accounts.create({ type: 'express', business_profile: { name: 'ร้านมาลี' } });
    const urls = { return_url: `${hall.url}/?back`, refresh_url: `${hall.url}/` };
    const link = await stripe.accountLinks.create({ account: id, type: 'account_onboarding', ...urls });
    await page.goto(new URL(link.url).pathname);
    expect(await inspect(page)).toEqual([]);
    await owner.look('04-onboarding');
    await page.getByRole('button', { name: 'ส่งข้อมูลสมมติและเปิดรับเงิน' }).click();
    await page.waitForURL(`${hall.url}/?back`);
    expect((await stripe.accounts.retrieve(id)).charges_enabled).toBe(true);
    expect(owner.faults).toEqual([]);
  });
});
