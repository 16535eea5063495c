import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import supertest from 'supertest';
import { Visitor } from '../support/visitor.js';

/** The demo's trainer previews an exercise. */
async function preview(seed: string, exercise = 'shop-ready'): Promise<Visitor> {
  const visitor = new Visitor();
  await visitor.visit('/');
  await visitor.press('ลองเป็นผู้สอน');
  await visitor.visit('/exercises');
  await visitor.pressIn(`/exercises/${exercise}/preview`, { seed });
  return visitor;
}

describe('practising an exercise', () => {
  let learner: Visitor;

  beforeAll(async () => {
    learner = await preview('seven');
  });

  it('shows the card to play, the count sheet and the tasks', () => {
    const text = learner.page.$('main').text();
    expect(text).toContain('บัตรของคุณ');
    expect(text).toMatch(/00-\d{4}-\d{4}/);
    expect(text).toContain('ใบนับของ');
    expect(learner.page.$('ol > li')).not.toHaveLength(0);
  });

  it('deals the same card for the same seed and another for another', async () => {
    const card = (visitor: Visitor) => visitor.page.$('dl').text();
    expect(card(await preview('seven'))).toBe(card(learner));
    const others = await Promise.all(['eight', 'nine', 'ten', 'eleven'].map((seed) => preview(seed)));
    expect(others.some((other) => card(other) !== card(learner))).toBe(true);
  });

  it('says of everything "not yet" when nothing was done, and breaks nowhere', async () => {
    const { $ } = await learner.press('ตรวจดู');
    const said = $('ul.flow .badge')
      .map((_i, badge) => $(badge).text())
      .get();
    expect(said.length).toBeGreaterThan(5);
    expect(new Set(said)).toEqual(new Set(['ยังไม่ได้ทำ']));
  });

  it('praises a shop profile at once and names what is still missing', async () => {
    const attempt = learner.page.path.replace(/\/check$/, '');
    await learner.visit(attempt);
    const market = /\/m\/([a-z0-9]+)/.exec(learner.page.html)?.[1];
    await learner.visit(`/m/${market}/shop/profile`);
    await learner.press('บันทึก', { name: 'เรือนทดลองของนวล', description: 'ของทำเองจากบ้าน' });
    await learner.visit(`/m/${market}/shop/payments`);
    await learner.press('บันทึก', { use_cod: '1' });
    await learner.visit(attempt);
    const { $ } = await learner.press('ตรวจดู');
    const payments = $('li:contains("ECU03.2.2")').last().text();
    expect(payments).toContain('ลองอีกครั้ง');
    expect($('li:contains("ECU03.2.2")').last().find('a').attr('href')).toBe(`/m/${market}/shop/payments`);
  });

  it('freezes what is handed in: a receipt with its hash, once', async () => {
    const attempt = learner.page.path.replace(/\/check$/, '');
    await learner.visit(attempt);
    const { $, path } = await learner.press('ส่งงาน');
    expect(path).toContain('/submissions/');
    const sha = $('code')
      .filter((_i, code) => /^[0-9a-f]{64}$/.test($(code).text()))
      .first()
      .text();
    const snapshot = await learner.visit(`${new URL(path, learner.base).pathname}/snapshot.json`);
    expect(createHash('sha256').update(snapshot.html).digest('hex')).toBe(sha);
    expect((await learner.visit(attempt)).$('main').text()).toContain('ส่งงานนี้ไปแล้ว');
  });

  it('waits for a learner on her first page, one press from its tasks', async () => {
    const visitor = new Visitor();
    await visitor.visit('/');
    await visitor.press('ลองเป็นผู้เรียน');
    expect(
      visitor.page
        .$('h2')
        .map((_i, heading) => visitor.page.$(heading).text())
        .get(),
    ).toEqual(['ร้านพร้อมขาย', 'ขายครั้งแรก', 'เงินเข้าจริงไหม', 'ปิดบัญชีสัปดาห์']);
    await visitor.press('เริ่มทำ');
    expect(visitor.page.$('h1').text()).toBe('ร้านพร้อมขาย');
  });

  it('is not there for anybody else', async () => {
    const path = new URL(learner.page.path, learner.base).pathname;
    const other = new Visitor();
    await other.visit('/');
    await other.press('ลองเป็นผู้เรียน');
    expect((await other.visit(path)).status).toBe(404);
    expect((await supertest(learner.base).get(path)).status).toBe(401);
  });
});

describe('a shop that its exercise prepares', () => {
  it('may open as soon as it has a name, with the card as its contact', async () => {
    const learner = await preview('seven', 'first-sale');
    const phone = /00-\d{4}-\d{4}|01-\d{3}-\d{4}/.exec(learner.page.$('main').text())?.[0] ?? 'no phone on the card';
    const market = /\/m\/([a-z0-9]+)/.exec(learner.page.html)?.[1];
    await learner.visit(`/m/${market}/shop/profile`);
    await learner.press('บันทึก', { name: 'เรือนทดลองของนวล', description: 'ของทำเองจากบ้าน' });
    await learner.visit(`/m/${market}/shop`);
    await learner.press('เปิดร้าน');
    await learner.visit(`/m/${market}/shop/contact`);
    expect(learner.page.$('input[name=phone]').val()).toBe(phone);
    await learner.visit(`/m/${market}/shop`);
    expect(learner.page.$('main').text()).toContain('ร้านเปิดแล้ว');
  });
});
