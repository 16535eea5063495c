import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { type Device, type Hall, openHall } from './hall.js';
import {
  choosePhotos,
  countStock,
  describeGoods,
  openShop,
  readBuyer,
  readSheet,
  type Sheet,
  writeDocument,
  writeLabel,
} from './selling.js';

const MOST_MORNINGS = 10;
const MOST_TAPS = 60;

/** The whole story of a first sale, from the first page to the signed result. */
export const tellFirstSale = (kind: string, javaScript: boolean) => {
  let hall: Hall;
  let learner: Device;
  let assessor: Device;
  let attempt: string;
  let market: string;
  let seller: string;
  let sheet: Sheet;

  beforeAll(async () => {
    hall = await openHall(javaScript ? 'sale' : 'plain');
    [learner, assessor] = await Promise.all([hall.device({ javaScript }), hall.device({ javaScript })]);
  });

  afterAll(() => hall?.close());

  it('begins with one press on her first page', async () => {
    const { page } = learner;
    await page.goto('/');
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('ฝึกขายออนไลน์ ก่อนขายจริง');
    await learner.press('ลองเป็นผู้เรียน');
    await learner.look('01-home');
    const card = page.locator('section, li', { has: page.getByRole('heading', { name: 'ขายครั้งแรก', exact: true }) });
    await learner.tap(card.last().getByRole('button', { name: 'เริ่มทำ' }));
    attempt = new URL(page.url()).pathname;
    expect(attempt).toMatch(/^\/attempts\//);
    await learner.look('02-attempt');
    sheet = await readSheet(page);
    seller = (await page.locator('dl', { hasText: 'เลขทะเบียน' }).locator('dd').first().textContent()) ?? '';
  });

  it('opens a shop', async () => {
    const { page } = learner;
    await learner.follow('ไปทำ');
    market = new URL(page.url()).pathname.split('/')[2] ?? '';
    await learner.look('03-shop');
    await openShop(learner);
    await learner.look('04-open-shop');
  });

  it('lists goods with three photos and their count', async () => {
    const { page } = learner;
    await learner.follow('สินค้า');
    await learner.look('05-choose-goods');
    await learner.tap(page.locator('button[name=goodsKey]').first());
    await describeGoods(learner, sheet);
    await learner.look('07-product');
    await learner.tap(page.getByRole('link', { name: /^ภาพสินค้า/ }));
    await learner.look('08-tray');
    await choosePhotos(learner);
    await learner.look('09-photos');
    await learner.follow('กลับ');
    await countStock(learner, sheet);
    await learner.press('ลงขาย');
    await page.getByText('ลงขายแล้ว ผู้ซื้อเห็นสินค้านี้').waitFor();
    await learner.look('10-published');
  });

  it('waits for mornings until a shopper has ordered and paid', async () => {
    const { page } = learner;
    const order = page.getByRole('link', { name: /^คำสั่งซื้อ TL-/ });
    for (let morning = 0; morning < MOST_MORNINGS && !(await order.first().isVisible()); morning += 1) {
      await page.goto(attempt);
      await learner.press('ไปเช้าวันถัดไป');
    }
    await learner.look('11-orders');
    await learner.tap(order.first());
    await learner.look('12-order');
  });

  it('packs what was ordered and sends it', async () => {
    const { page } = learner;
    await learner.press('รับคำสั่งซื้อ');
    await page.getByText('รับคำสั่งซื้อแล้ว').first().waitFor();
    const buyer = await readBuyer(page);
    const total = (await page.locator('main').innerText()).match(/รวมทั้งหมด\s*฿([\d,.]+)/)?.[1] ?? '';
    await learner.look('13-document');
    await writeDocument(learner, seller, buyer[0] ?? '', total);
    await learner.look('14-label');
    await writeLabel(learner, buyer);
    await learner.look('15-ready');
    await learner.press('แพ็กเสร็จแล้ว');
    await learner.press('ส่งที่เคาน์เตอร์');
    const slip = page.locator('section', { has: page.getByRole('heading', { name: 'ใบเสร็จจากเคาน์เตอร์' }) });
    const number = await slip.locator('strong').innerText();
    await learner.look('16-slip');
    await page.getByLabel('เลขพัสดุจากใบเสร็จ').fill(number);
    await learner.press('บันทึกเลขพัสดุ');
    expect(await page.getByLabel('ข้อความถึงผู้ซื้อ').inputValue()).toContain(number);
    await learner.press('ส่งข้อความ');
    await page.getByText('ส่งข้อความแล้ว').waitFor();
    await learner.look('17-sent');
  });

  it('looks at what is right and hands it in', async () => {
    const { page } = learner;
    await page.goto(attempt);
    await learner.press('ตรวจดู');
    const met = (await page.locator('main').innerText()).match(/ผ่าน (\d+) จาก (\d+) ข้อ/);
    expect(Number(met?.[1])).toBeGreaterThan(Number(met?.[2]) / 2);
    await learner.look('18-checked');
    const fold = page.getByText('พร้อมส่งงาน');
    if (await fold.isVisible()) await fold.click();
    await learner.press('ส่งงาน');
    await page.getByRole('heading', { name: 'ใบรับงาน' }).waitFor();
    if (javaScript) expect(learner.taps()).toBeLessThanOrEqual(MOST_TAPS);
    await learner.look('19-handed-in');
  });

  it('is marked and signed by an assessor on another device', async () => {
    const { page } = assessor;
    await page.goto('/');
    await assessor.press('ลองเป็นผู้ประเมิน');
    await assessor.look('20-queue');
    await assessor.follow('เริ่มดูงานนี้');
    await assessor.look('21-marking');
    await assessor.press('รับรองทั้งหมดที่เหลือ');
    const open = page.locator('article form', { has: page.getByRole('radio') });
    const left = open.locator('visible=true');
    for (let turn = 0; turn < 20 && (await left.count()) > 0; turn += 1) {
      const form = left.first();
      await form.getByLabel('ผ่าน', { exact: true }).check();
      await form.getByLabel('บอกผู้เรียนว่าเพราะอะไร').fill('ดูแล้ว ทำได้ดี');
      await assessor.tap(form.getByRole('button', { name: 'บันทึกคำตอบ' }));
    }
    await assessor.look('22-all-marked');
    await assessor.press('ลงชื่อ อาจารย์วิภา ตรงดี');
    await page.getByText('ลงชื่อโดย อาจารย์วิภา ตรงดี').first().waitFor();
    await assessor.look('23-signed');
  });

  it('comes back to the learner with the name of who signed it', async () => {
    const { page } = learner;
    await page.reload();
    await learner.follow('ดูผลจากผู้ประเมิน');
    await page.getByText('ลงชื่อโดย อาจารย์วิภา ตรงดี').first().waitFor();
    await learner.look('24-result');
    await page.goto(`/m/${market}`);
    await learner.look('25-market');
    await page.goto('/home');
    await learner.look('26-home-after');
  });

  it(`broke no rule of the house on the way ${kind}`, () => {
    expect([...learner.faults, ...assessor.faults]).toEqual([]);
  });
};
