import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Device, type Hall, openHall } from './hall.js';

describe('buying in the market', () => {
  let hall: Hall;
  let buyer: Device;
  let bank: Device;
  let hostedPage: string;

  beforeAll(async () => {
    hall = await openHall('buying');
    [buyer, bank] = await Promise.all([hall.device(), hall.device()]);
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

  it("shows the provider's QR on its own page, at an address that every phone in the room can open", async () => {
    const { page } = buyer;
    await buyer.press('สแกนจ่ายพร้อมเพย์');
    const link = page.getByRole('link', { name: 'เปิดหน้าสแกนจ่าย' });
    hostedPage = new URL((await link.getAttribute('href')) ?? '', page.url()).href;
    expect(new URL(hostedPage).host).toBe(new URL(hall.url).host);
    await buyer.look('07-scan');
  });

  it('is paid from another phone that is nobody to the market', async () => {
    const { page } = bank;
    await page.goto(hostedPage);
    await page.getByText('จ่ายจริงไม่ได้').waitFor();
    await bank.look('08-provider');
    await bank.tap(page.getByRole('button', { name: /^จ่ายเงิน/ }));
    await page.getByText('เงินฝึกไปถึงผู้ขายแล้ว').waitFor();
    await bank.look('09-provider-paid');
  });

  it('becomes paid in the market', async () => {
    const { page } = buyer;
    const paid = page.getByText('จ่ายแล้ว ร้านได้รับคำสั่งซื้อแล้ว');
    // The webhook comes by itself: each look asks the page again.
    for (let look = 0; look < 50 && !(await paid.isVisible()); look += 1) await page.reload();
    await paid.waitFor();
    await buyer.look('10-paid');
    await buyer.tap(page.getByRole('link', { name: /^คำสั่งซื้อ TL-/ }).first());
    await buyer.look('11-purchase');
  });

  it('tells in plain words what a wrong address is', async () => {
    const { page } = buyer;
    await page.goto('/m/nosuch');
    expect(await page.getByRole('heading', { level: 1 }).innerText()).not.toBe('');
    // The browser itself reports an answer of 404 in its console.
    buyer.faults.splice(0, buyer.faults.length, ...buyer.faults.filter((fault) => !fault.includes('status of 404')));
    await buyer.look('12-not-found');
  });

  it('broke no rule of the house on the way', () => {
    expect([...buyer.faults, ...bank.faults]).toEqual([]);
  });
});
