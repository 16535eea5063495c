import { beforeAll, describe, expect, it } from '@jest/globals';
import sharp from 'sharp';
import supertest from 'supertest';
import { beginListing, preview } from '../support/preview.js';
import { Visitor } from '../support/visitor.js';

describe('the pictures that lie ready for a listing', () => {
  let learner: Visitor;
  let photos: string;
  let attempt: string;

  beforeAll(async () => {
    const { learner: visitor, market } = await preview('shop-ready', 'tray');
    learner = visitor;
    attempt = new URL(learner.page.path, learner.base).pathname;
    photos = `${await beginListing(learner, market)}/photos`;
  });

  /** What a screen reader says of each picture, with the words on the buttons that use it. */
  const lying = () =>
    learner.page
      .$('details[name=tray]')
      .map((_i, one) => ({
        says: learner.page.$(one).find('img').attr('alt') ?? '',
        src: learner.page.$(one).find('img').attr('src') ?? '',
        pixels: Number(/\((\d+) จุด\)/.exec(learner.page.$(one).find('summary').text())?.[1]),
        uses: learner.page
          .$(one)
          .find('button')
          .map((_j, button) => learner.page.$(button).text())
          .get(),
      }))
      .get();
  const buttonOf = (says: string, role: string) =>
    lying()
      .find((one) => one.says === says && one.pixels === 1200)
      ?.uses.find((words) => words.endsWith(` ${role}`)) ?? `nothing that says ${says}`;
  const use = async (says: string, role: string, fields: Record<string, string> = { licence: 'own' }) => {
    await learner.visit(photos);
    return learner.press(buttonOf(says, role), fields);
  };
  const verdict = async () => {
    await learner.visit(attempt);
    const { $ } = await learner.press('ตรวจดู');
    return $('li:contains("ECU04.1.1")').last().text();
  };

  it('shows good and flawed ones alike, each as a picture of 320 pixels with words for who cannot see it', async () => {
    await learner.visit(photos);
    const pictures = lying();
    expect(pictures).toHaveLength(13);
    expect(pictures.every(({ says }) => says.length > 5)).toBe(true);
    expect(pictures.filter(({ says }) => says.includes('เบลอ'))).toHaveLength(1);
    expect(learner.page.$('main').text()).not.toMatch(/front|blurred|watermark/);
    const cookie = learner.cookie('taladlab');
    const file = await supertest(learner.base)
      .get(pictures[0]?.src ?? '')
      .set('cookie', cookie)
      .responseType('blob');
    expect(file.headers['content-type']).toBe('image/webp');
    expect((await sharp(file.body as Buffer).metadata()).width).toBe(320);
  });

  it('takes no real details beside a picture, and keeps what was typed', async () => {
    const typed = 'สั่งที่ 081-234-5678';
    const { status, $ } = await use('สินค้าทั้งชิ้นจากด้านหน้า', 'ด้านหน้า', { alt: typed, licence: 'own' });
    expect(status).toBe(422);
    const open = $('details[open]');
    expect(open.find('input[name=alt]').val()).toBe(typed);
    expect(open.find('input[name=licence]').attr('checked')).toBeDefined();
    expect(open.find('[role=alert]').text()).toContain('ข้อมูลจริง');
  });

  it('refuses a place of the tray where nothing lies', async () => {
    const { $ } = await learner.visit(photos);
    const token = $('input[name=_csrf]').first().val();
    const cookie = learner.cookie('taladlab');
    const send = (path: string) =>
      supertest(learner.base)
        .post(path)
        .set({ cookie, origin: learner.base })
        .type('form')
        .send({ _csrf: token, role: 'front' });
    expect((await send(`${photos}/tray/14`)).status).toBe(404);
    expect((await send(`${photos}/tray/0`)).status).toBe(404);
    expect((await send(`${photos}/tray/x`)).status).toBe(404);
  });

  it('tells a learner who used a blurred one that it is not clear, and is content with three good ones', async () => {
    await use('สินค้าทั้งชิ้นจากด้านหน้า ภาพเบลอ', 'ด้านหน้า');
    await use('สินค้าใกล้ ๆ เห็นเนื้อและรายละเอียด', 'รายละเอียด');
    await use('สินค้าวางข้างไม้บรรทัดและเหรียญ', 'เทียบขนาด');
    await learner.visit(photos.replace('/photos', ''));
    const price = learner.page.$('input[name^=price_]').attr('name') ?? '';
    await learner.press('บันทึก', { title: 'ของดีประจำบ้าน ทำเอง 50 กรัม', [price]: '120' });
    await learner.press('ลงขาย');
    expect(await verdict()).toContain('ลองอีกครั้ง');
    await use('สินค้าทั้งชิ้นจากด้านหน้า', 'ด้านหน้า');
    expect(await verdict()).toContain('ผ่าน');
  });

  it('is the same picture for two learners of the same goods, kept once', async () => {
    const shas = async (visitor: Visitor, path: string) =>
      [...(await visitor.visit(path)).html.matchAll(/\/photos\/([0-9a-f]{64})\/320/g)].map((match) => match[1]);
    const other = await preview('shop-ready', 'tray');
    const path = `${await beginListing(other.learner, other.market)}/photos`;
    await learner.visit(photos);
    const button = buttonOf('สินค้าวางข้างไม้บรรทัดและเหรียญ', 'เทียบขนาด');
    await other.learner.visit(path);
    await other.learner.press(button, { licence: 'own' });
    const [sha] = await shas(other.learner, path);
    expect(sha).toBeDefined();
    expect(await shas(learner, photos)).toContain(sha);
  });

  it('is not there for anybody else', async () => {
    const other = new Visitor();
    await other.visit('/');
    await other.press('ลองเป็นผู้เรียน');
    expect((await other.visit(`${photos}/tray/1.webp`)).status).toBe(404);
  });
});
