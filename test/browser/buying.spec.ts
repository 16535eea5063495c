import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import Stripe from 'stripe';
import { openRaw } from '../support/raw-database.js';
import { smallShop } from '../support/small-shop.js';
import { type Device, type Hall, openHall } from './hall.js';

describe('buying in the market', () => {
  let hall: Hall;
  let buyer: Device;
  let bank: Device;
  let hostedPage: string;

  beforeAll(async () => {
    hall = await openHall('buying');
    const url = hall.url.replace('taladlab.test', 'phone.test');
    [buyer, bank] = await Promise.all([hall.device(), hall.device({ url })]);
  });

  afterAll(() => hall?.close());

  it('finds goods on the shelf and puts them into the cart', async () => {
    const { page } = buyer;
    await page.goto('/');
    await buyer.press('ลองเป็นผู้เรียน');
    await buyer.press('เริ่มทำ');
    await page.goto(`/m/${/\/m\/([a-z0-9]+)/.exec(await page.content())?.[1]}`);
    await buyer.look('01-market');
    await page.getByLabel('ค้นหาสินค้า').fill('กระเป๋า');
    await buyer.press('ค้นหา');
    await buyer.look('02-found');
    await buyer.tap(page.locator('main a[href*="/p/"]').first());
    await buyer.look('03-product');
    await buyer.press('ใส่ตะกร้า');
    await page.getByText('รวมค่าสินค้า').waitFor();
    await buyer.look('04-cart');
  });

  it('orders it for a person who does not exist', async () => {
    const { page } = buyer;
    await buyer.follow('สั่งซื้อ');
    expect(await page.getByLabel('เบอร์โทร (ตัวเลขฝึก)').inputValue()).toMatch(/^0[01]-/);
    await buyer.look('05-checkout');
    await buyer.press('สั่งซื้อ');
    await page.getByText('ยอดที่ต้องจ่าย').waitFor();
    await buyer.look('06-to-pay');
  });

  it('is led back to it from her purchases while it is not paid', async () => {
    const { page } = buyer;
    const paying = page.url();
    await buyer.tap(page.getByRole('link', { name: /^คำสั่งซื้อ TL-/ }).first());
    await page.goto(page.url().replace(/\/purchases\/.*/, '/purchases'));
    await buyer.look('07-purchases');
    await buyer.follow('ไปหน้าจ่ายเงิน');
    expect(page.url()).toBe(paying);
  });

  it("shows the provider's QR on its own page, at an address that every phone in the room can open", async () => {
    const { page } = buyer;
    await buyer.press('สแกนจ่ายพร้อมเพย์');
    const link = page.getByRole('link', { name: 'เปิดหน้าสแกนจ่าย' });
    hostedPage = new URL((await link.getAttribute('href')) ?? '', page.url()).href;
    expect(new URL(hostedPage).host).toBe(new URL(hall.url).host);
    await buyer.look('08-scan');
  });

  it('is paid from another phone that is nobody to the market and knows it by another name', async () => {
    const { page } = bank;
    await page.goto(new URL(hostedPage).pathname);
    await page.getByText('จ่ายจริงไม่ได้').waitFor();
    await bank.look('09-provider');
    await bank.tap(page.getByRole('button', { name: /^จ่ายเงิน/ }));
    await page.getByText('เงินฝึกไปถึงผู้ขายแล้ว').waitFor();
    await bank.look('10-provider-paid');
  });

  it('becomes paid in the market, on a page that nobody touches', async () => {
    const { page } = buyer;
    await page.getByText('จ่ายแล้ว ร้านได้รับคำสั่งซื้อแล้ว').waitFor();
    await buyer.look('11-paid');
    await buyer.tap(page.getByRole('link', { name: /^คำสั่งซื้อ TL-/ }).first());
    await buyer.look('12-purchase');
  });

  it('tells in plain words what a wrong address is', async () => {
    const { page } = buyer;
    await page.goto('/m/nosuch');
    expect(await page.getByRole('heading', { level: 1 }).innerText()).not.toBe('');
    // The browser itself reports an answer of 404 in its console.
    buyer.faults.splice(0, buyer.faults.length, ...buyer.faults.filter((fault) => !fault.includes('status of 404')));
    await buyer.look('13-not-found');
  });

  it('broke no rule of the house on the way', () => {
    expect([...buyer.faults, ...bank.faults]).toEqual([]);
  });

  describe('at a shop that takes cards and wallets', () => {
    let shopper: Device;
    let market: string;
    let product: string;
    let stripe: Stripe;

    beforeAll(async () => {
      const shop = await smallShop(hall.local);
      ({ market, product } = shop);
      await shop.me.visit(`/m/${market}/shop/payments`);
      await shop.me.press('บันทึก', { use_promptpay: '1', use_card: '1', use_wallet: '1' });
      shopper = await hall.device();
      const value = shop.me.cookie('taladlab').split('=')[1] ?? '';
      await shopper.page.context().addCookies([{ name: 'taladlab', value, url: hall.url }]);
      stripe = await providerOf(hall, market);
    });

    const order = async () => {
      const { page } = shopper;
      await page.goto(`/m/${market}/p/${product}`);
      await shopper.press('ใส่ตะกร้า');
      await shopper.follow('สั่งซื้อ');
      await shopper.press('สั่งซื้อ');
      await page.getByText('ยอดที่ต้องจ่าย').waitFor();
    };
    const paid = () => shopper.page.getByText('จ่ายแล้ว ร้านได้รับคำสั่งซื้อแล้ว');

    it('pays by the third card, whose bank asks first, and is charged once', async () => {
      const { page } = shopper;
      await order();
      for (const [card, why] of [
        ['บัตรฝึก: เงินไม่พอ', 'เงินในบัตรไม่พอ'],
        ['บัตรฝึก: หมดอายุ', 'บัตรหมดอายุแล้ว'],
      ] as const) {
        // Folded away at first, open once a card has failed.
        const failing = page.getByText('บัตรที่จ่ายไม่ได้ (ลองได้)');
        if (!(await page.getByRole('button', { name: card }).isVisible())) await failing.click();
        await shopper.press(card);
        await page.getByRole('alert').filter({ hasText: why }).waitFor();
        await shopper.look(`14-${why}`);
      }
      await shopper.press('บัตรฝึก: ธนาคารถามก่อน');
      await shopper.look('15-bank-waits');
      expect(await page.getByRole('button', { name: /^บัตรฝึก/ }).count()).toBe(0);
      await shopper.follow('ยืนยันกับธนาคาร');
      await shopper.look('16-bank-asks');
      expect((await chargesOf(stripe)).filter(({ paid }) => paid)).toEqual([]);
      await shopper.tap(page.getByRole('button', { name: /^ยืนยัน/ }));
      await paid().waitFor();
      await shopper.look('17-paid-by-card');
      const charges = await chargesOf(stripe);
      expect(charges.map(({ paid, failure_code }) => (paid ? 'paid' : failure_code)).sort()).toEqual([
        'card_declined',
        'expired_card',
        'paid',
      ]);
    });

    it('pays by the next card after the bank was told no', async () => {
      const { page } = shopper;
      await order();
      await shopper.press('บัตรฝึก: ธนาคารถามก่อน');
      await shopper.follow('ยืนยันกับธนาคาร');
      await shopper.tap(page.getByRole('button', { name: /^ไม่ยืนยัน/ }));
      await page.getByRole('alert').filter({ hasText: 'คุณไม่ได้ยืนยันกับธนาคาร' }).waitFor();
      await shopper.press('บัตรฝึก วีซ่า: จ่ายได้');
      await paid().waitFor();
    });

    it('pays from a wallet, whose page leads there and back', async () => {
      const { page } = shopper;
      await order();
      await shopper.press('จ่ายด้วยวอลเล็ต');
      await shopper.look('18-to-wallet');
      await shopper.follow('เปิดหน้าวอลเล็ต');
      await shopper.look('19-wallet');
      await shopper.tap(page.getByRole('button', { name: /^จ่ายเงิน/ }));
      await paid().waitFor();
      await shopper.look('20-paid-from-wallet');
    });

    it('breaks no rule of the house', () => {
      expect(shopper.faults).toEqual([]);
    });
  });
});

const chargesOf = async (stripe: Stripe): Promise<Stripe.Charge[]> => (await stripe.charges.list({ limit: 20 })).data;

/** The account that takes a market's money, as the provider knows it. */
async function providerOf({ settings, providerPort: port }: Hall, market: string): Promise<Stripe> {
  const raw = await openRaw(settings);
  const [row] = await raw.ask<{ providerKey: string }>(`SELECT "providerKey" FROM "sandbox" WHERE "id" = '${market}'`);
  await raw.close();
  return new Stripe(row?.providerKey ?? '', { host: '127.0.0.1', port, protocol: 'http', telemetry: false });
}
