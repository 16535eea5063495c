import { expect } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import type { Device } from './hall.js';

/** What a learner does on the pages of her shop, found by the words on them: the same with and without JavaScript. */

/** What lies beside the goods: label and value of each line, and by SKU what one choice weighs, measures and costs. */
export interface Sheet {
  goods: string;
  lines: Map<string, string>;
  choices: Map<string, { weight: string; size: string[]; price: string; counted: string }>;
}

const clean = (text: string) => text.replace(/\s+/g, ' ').trim();
const numbers = (text: string) => text.replace(/,/g, '').match(/\d+(\.\d+)?/g) ?? [];

export async function readSheet(page: Page): Promise<Sheet> {
  const card = page.locator('details', { has: page.getByRole('heading', { name: 'บนฉลาก', includeHidden: true }) });
  const goods = clean((await card.locator('summary').textContent()) ?? '').replace(/^[^:]*: /, '');
  const terms = await card.locator('dl').first().locator('dt').allTextContents();
  const values = await card.locator('dl').first().locator('dd').allTextContents();
  const lines = new Map(terms.map((term, at) => [clean(term), clean(values[at] ?? '')]));
  const counts = await card.locator('ul').last().locator('strong').allTextContents();
  const choices: Sheet['choices'] = new Map();
  for (const [at, choice] of (await card.locator('ul').first().locator('li').all()).entries()) {
    const [weight = '', size = '', price = ''] = await choice.locator('dd').allTextContents();
    choices.set(clean((await choice.locator('code').textContent()) ?? ''), {
      weight: numbers(weight)[0] ?? '',
      size: numbers(size),
      price: numbers(price)[0] ?? '',
      counted: counts[at] ?? '',
    });
  }
  return { goods, lines, choices };
}

export async function openShop(device: Device): Promise<void> {
  const { page } = device;
  await device.follow('ทำเลย');
  await page.getByLabel('ชื่อร้าน').fill('เรือนแก้วของดีประจำบ้าน');
  await page.getByLabel('แนะนำร้าน').fill('ของทำเองทุกชิ้นจากกลุ่มแม่บ้าน ส่งทุกวัน');
  await device.press('บันทึก');
  await device.press('เปิดร้าน');
  await page.getByText('ร้านเปิดแล้ว').first().waitFor();
}

/** Lists her goods as their sheet says, and answers when the form is kept. */
export async function describeGoods(device: Device, sheet: Sheet): Promise<void> {
  const { page } = device;
  await page.getByLabel('ชื่อสินค้า').fill(`${sheet.goods} ทำเอง ขายเป็น${sheet.lines.get('ขายเป็นหน่วยอะไร') ?? ''}`);
  await page.getByLabel('รายละเอียด', { exact: true }).fill('ทำสดจากกลุ่มของเรา ห่ออย่างดีทุกชิ้น');
  await device.choose(page.getByLabel('หมวด', { exact: true }), sheet.lines.get('หมวด') ?? '');
  await page.getByLabel('ขายเป็นหน่วยอะไร').fill(sheet.lines.get('ขายเป็นหน่วยอะไร') ?? '');
  await page.getByRole('group', { name: 'ค่าใช้จ่ายเพิ่ม' }).getByLabel('ไม่มี', { exact: true }).check();
  for (const [sku, { price }] of sheet.choices)
    await page.getByRole('group', { name: sku }).getByLabel('ราคา (บาท)').fill(price);
  await device.press('ใส่น้ำหนักและขนาดที่ชั่งวัดไว้');
  for (const [sku, { weight, size }] of sheet.choices) {
    const choice = page.getByRole('group', { name: sku });
    expect(await choice.getByLabel('น้ำหนัก (กรัม)').inputValue()).toBe(weight);
    for (const [at, label] of ['กว้าง (มม.)', 'ยาว (มม.)', 'สูง (มม.)'].entries())
      expect(await choice.getByLabel(label).inputValue()).toBe(size[at]);
  }
  await fillAttributes(device, sheet);
}

/** The fields that the category asks for. */
async function fillAttributes(device: Device, { lines }: Sheet): Promise<void> {
  const { page } = device;
  for (const [label, value] of lines) {
    const field = page.locator('[name^="attr"]').and(page.getByLabel(label));
    if ((await field.count()) === 1) await field.fill(value);
    const question = page.getByRole('group', { name: new RegExp(`^${label.replace(/[()]/g, '\\$&')}( \\*)?$`) });
    if ((await question.count()) === 0) continue;
    for (const choice of value.split(', ')) await question.getByLabel(choice, { exact: true }).check();
  }
  await device.press('บันทึก');
  await page.getByText('บันทึกแล้ว').waitFor();
}

/** Takes a good picture of each kind from those that lie ready. */
export async function choosePhotos(device: Device): Promise<void> {
  const { page } = device;
  const wanted = [
    ['สินค้าทั้งชิ้นจากด้านหน้า', 'ด้านหน้า'],
    ['สินค้าใกล้ ๆ เห็นเนื้อและรายละเอียด', 'รายละเอียด'],
    ['สินค้าวางข้างไม้บรรทัดและเหรียญ', 'เทียบขนาด'],
  ] as const;
  for (const [shows, role] of wanted) {
    const picture = page.locator('details', { has: page.getByAltText(shows, { exact: true }) }).first();
    await picture.locator('summary').click();
    await picture.getByLabel('ภาพนี้ฉันหรือกลุ่มของฉันถ่ายเอง').check();
    await device.tap(picture.getByRole('button', { name: new RegExp(`^ใช้ภาพที่ \\d+ ${role}$`) }));
    await page.getByText('เพิ่มภาพแล้ว').waitFor();
  }
}

export async function countStock(device: Device, { choices }: Sheet): Promise<void> {
  const { page } = device;
  for (const [sku, { counted }] of choices) await page.getByLabel(sku).last().fill(counted);
  await device.press('บันทึกจำนวน');
  await page.getByText('บันทึกจำนวนแล้ว').waitFor();
}

/** The buyer's name, phone and address as they stand on the order. */
export async function readBuyer(page: Page): Promise<string[]> {
  const section = page.locator('section', { has: page.getByRole('heading', { name: 'ผู้ซื้อ', exact: true }) });
  return (await section.locator('p').first().innerText()).split('\n').map(clean);
}

export async function writeDocument(device: Device, seller: string, buyer: string, total: string): Promise<void> {
  const { page } = device;
  await device.follow('ใส่ตามคำสั่งซื้อ');
  const form = formOf(page, 'บันทึกใบส่งของ');
  expect(await form.getByLabel('ชื่อผู้ขาย').inputValue()).toBe(seller);
  expect(await form.getByLabel('ชื่อผู้ซื้อ').inputValue()).toBe(buyer);
  expect(await form.getByLabel('ราคารวม (บาท)').inputValue()).toBe(total);
  await form.getByLabel('ในกล่อง', { exact: true }).check();
  await device.tap(form.getByRole('button'));
  await page.getByText('บันทึกใบส่งของแล้ว').waitFor();
}

export async function writeLabel(device: Device, [name = '', phone = '', line = '', near = '', far = '']: string[]) {
  const { page } = device;
  await device.follow('ใส่ตามคำสั่งซื้อ');
  const form = formOf(page, 'ทำใบปะหน้า');
  const [subDistrict = '', district = ''] = near.split(' ');
  const [province = '', postcode = ''] = far.split(' ');
  const words = { name, phone, line, subDistrict, district, province, postcode };
  for (const [field, value] of Object.entries(words))
    expect(await form.locator(`[name=${field}]`).inputValue()).toBe(value);
  await device.tap(form.getByRole('button'));
  await page.getByText('ทำใบปะหน้าแล้ว').waitFor();
}

const formOf = (page: Page, button: string): Locator =>
  page.locator('form', { has: page.getByRole('button', { name: button, exact: true }) }).first();
