import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { readyToBuy } from '../support/buying.js';
import { openRaw, type Raw } from '../support/raw-database.js';
import { type SmallShop, shelve, smallShop } from '../support/small-shop.js';
import { type Device, type Hall, openHall } from './hall.js';
import { type Break, carrySession, openWeakLine, paidOrder, slowDown, type WeakLine } from './weak-line.js';

const BREAKS: Break[] = ['before', 'after'];

/** 300 kbit/s, and a line that breaks in the middle: nothing is lost and nothing is doubled. */
describe('a weak line', () => {
  let hall: Hall;
  let line: WeakLine;
  let raw: Raw;
  let shop: SmallShop;
  let order: string;
  let learner: Device;
  let page: Page;

  beforeAll(async () => {
    hall = await openHall('line');
    line = await openWeakLine(hall.url);
    raw = await openRaw(hall.settings);
    shop = await smallShop(hall.url.replace('taladlab.test', '127.0.0.1'));
    await shelve(shop, 40);
    order = await paidOrder(shop, raw);
    learner = await hall.device({ url: line.url });
    page = learner.page;
    await carrySession(page, line.url, shop.me);
    await slowDown(page);
  });

  afterAll(async () => {
    await raw?.close();
    line?.close();
    await hall?.close();
  });

  const rows = (sql: string) => raw.ask<Record<string, string>>(sql);
  /** Chromium tells of each line that broke; of anything else it must not. */
  const otherFaults = () => learner.faults.filter((fault) => !/net::ERR_/.test(fault));
  /** Chromium tries some requests again by itself: only when she is told of it has the page's own script begun. */
  const stillTrying = async () => {
    await page.getByText('ยังส่งไม่ได้ ข้อความยังอยู่ในเครื่องนี้').waitFor();
    line.mend();
  };
  const press = (name: string) => page.getByRole('button', { name, exact: true }).first().click();

  describe.each(BREAKS)('that breaks %s a form has come through', (when) => {
    beforeEach(() => {
      learner.faults.length = 0;
    });

    it('sends a message to a buyer once', async () => {
      const words = `ส่งของพรุ่งนี้ค่ะ (${when})`;
      await page.goto(order);
      await page.getByLabel('ข้อความถึงผู้ซื้อ').fill(words);
      line.breakAt('/messages', when, 100);
      await press('ส่งข้อความ');
      await page.getByText('ยังส่งไม่ได้ ข้อความยังอยู่ในเครื่องนี้').waitFor();
      await learner.look(`message-${when}`);
      line.mend();
      await page.getByText('ส่งข้อความแล้ว').waitFor();
      expect(await rows(`SELECT "id" FROM "message" WHERE "body" = '${words}'`)).toHaveLength(1);
      expect(await page.getByLabel('ข้อความถึงผู้ซื้อ').inputValue()).toBe('');
      expect(otherFaults()).toEqual([]);
    });

    it('places an order and pays for it once', async () => {
      const count = async () =>
        (await rows(`SELECT "id" FROM "order_group" WHERE "market" = '${shop.market}.1'`)).length;
      const before = await count();
      await readyToBuy(shop.me, shop.market, shop.product);
      await page.goto(`/m/${shop.market}/checkout`);
      line.breakAt('/checkout', when, 100);
      await press('สั่งซื้อ');
      await stillTrying();
      await page.waitForURL(/\/groups\//);
      expect(await count()).toBe(before + 1);
      const group = new URL(page.url()).pathname;
      line.breakAt('/payment', when, 100);
      await press('บัตรฝึก วีซ่า: จ่ายได้');
      await stillTrying();
      await page
        .getByText(/จ่ายแล้ว|กำลังตรวจ/)
        .first()
        .waitFor();
      const payments = await rows(`SELECT "id" FROM "payment" WHERE "reference" = '${group.split('/').at(-1)}'`);
      expect(payments).toHaveLength(1);
      expect(otherFaults()).toEqual([]);
    });
  });

  it.each<Break>(['before', 'within', 'after'])(
    'that breaks %s a photo has come through gets it once, upright and small',
    async (when) => {
      const photos = () =>
        rows(`SELECT m."width", m."height" FROM "product_photo" p JOIN "media" m ON m."id" = p."mediaId"
          WHERE p."productId" = '${shop.product}'`);
      const before = (await photos()).length;
      await page.goto(`/m/${shop.market}/products/${shop.product}/photos`);
      const { form, sent } = await choosePhoto(page, await fromCamera());
      expect(sent.size).toBeLessThanOrEqual(300_000);
      await learner.look(`photo-${when}-chosen`);
      line.breakAt('/photos', when);
      await form.getByRole('button').last().click();
      await page.getByText(/ส่งภาพแล้ว \d+%/).waitFor();
      await learner.look(`photo-${when}-sending`);
      await page.getByText('เพิ่มภาพแล้ว').waitFor();
      const now = await photos();
      expect(now).toHaveLength(before + 1);
      for (const { width, height } of now) expect([Number(width), Number(height)]).toEqual([1200, 1600]);
      expect(otherFaults()).toEqual([]);
    },
  );

  it('sends a picture that the phone cannot read as it is, and shows what the server makes of it', async () => {
    await page.goto(`/m/${shop.market}/products/${shop.product}/photos`);
    const { form } = await choosePhoto(page, Buffer.from('this is no picture'), 'เครื่องนี้ย่อภาพนี้ไม่ได้');
    await learner.tap(form.getByRole('button').last());
    await page.getByText('เปิดภาพนี้ไม่ได้').first().waitFor();
    expect(await page.getByLabel('ภาพนี้ฉันหรือกลุ่มของฉันถ่ายเอง').last().isChecked()).toBe(true);
  });

  it('is waited for no longer when she changes her words', async () => {
    await page.goto(order);
    await page.getByLabel('ข้อความถึงผู้ซื้อ').fill('ผิด');
    line.cut();
    await press('ส่งข้อความ');
    await page.getByText('ยังส่งไม่ได้').waitFor();
    await page.getByLabel('ข้อความถึงผู้ซื้อ').fill('ถูกแล้วค่ะ');
    await page.getByText('ยังส่งไม่ได้').waitFor({ state: 'detached' });
    line.mend();
    await press('ส่งข้อความ');
    await page.getByText('ส่งข้อความแล้ว').waitFor();
    expect(await rows(`SELECT "id" FROM "message" WHERE "body" = 'ผิด'`)).toEqual([]);
    expect(await rows(`SELECT "id" FROM "message" WHERE "body" = 'ถูกแล้วค่ะ'`)).toHaveLength(1);
  });

  it('is tried at once by a tap', async () => {
    await page.goto(order);
    await page.getByLabel('ข้อความถึงผู้ซื้อ').fill('รอสัญญาณ');
    line.cut();
    await press('ส่งข้อความ');
    const again = page.getByRole('button', { name: 'ลองใหม่เดี๋ยวนี้' });
    await again.waitFor();
    line.mend();
    await again.click();
    await page.getByText('ส่งข้อความแล้ว').waitFor();
    expect(await rows(`SELECT "id" FROM "message" WHERE "body" = 'รอสัญญาณ'`)).toHaveLength(1);
  });
});

/** A photo of twelve megapixels, lying on its side as the camera wrote it. */
function fromCamera(): Promise<Buffer> {
  const noise = { type: 'gaussian' as const, mean: 128, sigma: 40 };
  return sharp({ create: { width: 4000, height: 3000, channels: 3, background: '#888', noise } })
    .jpeg({ quality: 85 })
    .withMetadata({ orientation: 6 })
    .toBuffer();
}

async function choosePhoto(page: Page, buffer: Buffer, says = 'ย่อภาพแล้ว พร้อมส่ง') {
  const form = page.locator('form', { has: page.locator('input[type=file]') });
  await form.evaluate((element) => element.closest('details')?.setAttribute('open', ''));
  await form.getByLabel('ด้านหน้า', { exact: true }).check();
  await form.getByLabel('ภาพนี้ฉันหรือกลุ่มของฉันถ่ายเอง').check();
  await form.locator('input[type=file]').setInputFiles({ name: 'photo.jpg', mimeType: 'image/jpeg', buffer });
  const note = form.getByText(says);
  await note.waitFor();
  const size = Number(/(\d+) KB/.exec(await note.innerText())?.[1] ?? 0) * 1000;
  return { form, sent: { size } };
}
