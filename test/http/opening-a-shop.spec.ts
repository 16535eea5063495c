import { beforeAll, describe, expect, it } from '@jest/globals';
import { photoFile } from '../support/photo.js';
import { Visitor } from '../support/visitor.js';

/** Enters as the demo's trainer and opens an exercise as a learner would see it. */
async function inANewMarket(): Promise<{ seller: Visitor; market: string }> {
  const seller = new Visitor();
  await seller.visit('/');
  await seller.press('ลองเป็นผู้สอน');
  await seller.visit('/exercises');
  await seller.press('ดูตัวอย่างแบบผู้เรียน');
  const market = /\/m\/([a-z0-9]+)/.exec(seller.page.html)?.[1];
  if (!market) throw new Error(`No market on ${seller.page.path}`);
  return { seller, market };
}

const CONTACT = {
  sellerName: 'มะลิ ทดลองขาย',
  phone: '๐๐-1234-5678',
  addressLine: '12 หมู่ 3',
  subDistrict: 'ในเมือง',
  district: 'เมืองขอนแก่น',
  province: 'ขอนแก่น',
  postcode: '40000',
};

describe('opening a shop', () => {
  let seller: Visitor;
  let market: string;

  beforeAll(async () => {
    ({ seller, market } = await inANewMarket());
  });

  const save = (step: string, fields: Record<string, string>) =>
    seller.visit(`/m/${market}/shop/${step}`).then(() => seller.press('บันทึก', fields));

  it('begins with five steps that are not done and a button that says why it waits', async () => {
    const { $ } = await seller.visit(`/m/${market}/shop`);
    expect(
      $('ol .badge')
        .map((_i, badge) => $(badge).text())
        .get(),
    ).toEqual(Array(5).fill('ยังไม่ได้ทำ'));
    expect($('button:contains("เปิดร้าน")').attr('disabled')).toBeDefined();
  });

  it('refuses a real phone number before it is stored and keeps what was typed', async () => {
    await save('profile', { name: 'ร้านมะลิลองขาย', description: 'กล้วยฉาบทำเองที่บ้าน' });
    const { status, $ } = await save('contact', { ...CONTACT, phone: '081-234-5678' });
    expect(status).toBe(422);
    expect($('main').text()).toContain('อย่าใส่ข้อมูลจริง ที่นี่เป็นสนามฝึก');
    expect($('[name=addressLine]').val()).toBe('12 หมู่ 3');
  });

  it('names the field where a postcode does not belong to its district', async () => {
    const { status, $ } = await save('contact', { ...CONTACT, postcode: '10110' });
    expect(status).toBe(422);
    expect($('#p-postcode').text()).toContain('รหัสไปรษณีย์ไม่ตรงกัน');
  });

  it('opens once every step is done, and buyers see all of it', async () => {
    await save('contact', CONTACT);
    await save('delivery', {
      preparationDays: '๒',
      use_registered: '1',
      bangkok_registered: '๔๕',
      upcountry_registered: '55.50',
      island_registered: '1,000',
    });
    await save('payments', { use_promptpay: '1', use_bank_transfer: '1' });
    await save('returns', {
      days: '7',
      payerFault: 'seller',
      payerNoFault: 'buyer',
      contact: 'แชทร้าน',
      wording: 'ส่งรูปมาก่อน',
    });
    await seller.visit(`/m/${market}/shop`);
    await seller.press('เปิดร้าน');
    const { $ } = await seller.press('ดูแบบผู้ซื้อ');
    const text = $('main').text();
    for (const shown of [
      'ร้านมะลิลองขาย',
      'มะลิ ทดลองขาย',
      '00-1234-5678',
      'ในเมือง',
      '40000',
      '฿45',
      '฿55.50',
      '฿1,000',
      'พร้อมเพย์',
      'คืนได้ภายใน 7 วัน',
    ]) {
      expect(text).toContain(shown);
    }
  });

  it('shows buyers no phone where the seller left it off', async () => {
    await save('contact', { ...CONTACT, phone: '' });
    expect(seller.page.status).toBe(200);
    const { $ } = await seller.press('ดูแบบผู้ซื้อ');
    expect($('main').text()).toContain('มะลิ ทดลองขาย');
    expect($('main').text()).not.toContain('เบอร์โทร');
  });

  it('tells what the carriers ask for the heaviest parcel, so that nobody sends at a loss', async () => {
    const { $ } = await seller.visit(`/m/${market}/shop/delivery`);
    expect($('fieldset p:contains("ขนส่งคิด ฿")')).toHaveLength(9);
  });

  it('puts a product on the shelf where a search in Thai finds it', async () => {
    await seller.visit(`/m/${market}/products/new`);
    await seller.press(seller.page.$('button[name=goodsKey]').text());
    const product = seller.page.path.split('/').at(-1) ?? '';
    const price = seller.page.$('input[name^=price_]').attr('name') ?? '';
    await seller.press('บันทึก', {
      title: 'ชาใบหม่อนลองชงหอมกรุ่น 50 กรัม',
      description: 'ชาใบหม่อนอบแห้ง',
      categoryId: 'drink-tea',
      [price]: '๑๒๐',
      extra: 'none',
    });
    await seller.press('ลงขาย');
    expect(seller.page.status).toBe(200);
    const { $ } = await seller.visit(`/m/${market}?q=${encodeURIComponent('ชาหม่อนลองชง')}`);
    const found = $(`a[href$="${product.split('?')[0]}"]`);
    expect(found.text()).toContain('ชาใบหม่อนลองชงหอมกรุ่น');
    expect(found.text()).toContain('฿120');
  });

  it('shows the goods of the shops around it, 24 a page', async () => {
    const { $ } = await seller.visit(`/m/${market}`);
    expect($('main ul.grid > li')).toHaveLength(24);
    const next = await seller.press('หน้าต่อไป');
    expect(next.$('main ul.grid > li').length).toBeGreaterThan(10);
  });

  it('refuses a photo that is none, in plain words', async () => {
    await seller.visit(`/m/${market}/products`);
    const product = seller.page.$('main a.card').attr('href') ?? '';
    const upload = (content: Buffer) =>
      seller.upload(`${product}/photos`, 'เพิ่มภาพนี้', { role: 'front' }, { photo: content });
    expect((await upload(Buffer.from('not a picture'))).$('main').text()).toContain('เปิดภาพนี้ไม่ได้');
    const whole = await photoFile();
    expect((await upload(whole.subarray(0, whole.length / 2))).$('main').text()).toContain('เปิดภาพนี้ไม่ได้');
    expect((await upload(whole)).$('main img[src^="/photos/"]')).toHaveLength(1);
  });

  it("is nobody else's to see or change", async () => {
    const other = new Visitor();
    await other.visit('/');
    await other.press('ลองเป็นผู้เรียน');
    expect((await other.visit(`/m/${market}/shop`)).status).toBe(404);
    expect((await other.visit(`/m/${market}`)).status).toBe(404);
    expect((await new Visitor().visit(`/m/${market}/shop`)).status).toBe(401);
  });
});
