import { describe, expect, it } from '@jest/globals';
import { beginListing, preview } from '../support/preview.js';
import { smallClass } from '../support/small-class.js';

describe('the page of an attempt', () => {
  it('begins with one thing to do and moves on to the next when it is met', async () => {
    const { learner, market } = await preview('first-sale', 'next');
    const attempt = new URL(learner.page.path, learner.base).pathname;
    const first = learner.page.$('section.border-primary');
    expect(first.find('h2').text()).toBe('เปิดร้าน');
    expect(first.text()).toContain('งานที่ 1 จาก 5');
    expect(first.find('a').attr('href')).toBe(`/m/${market}/shop`);
    await beginListing(learner, market);
    await learner.visit(attempt);
    expect(learner.page.$('section.border-primary').text()).toContain('ลองอีกครั้ง');
    expect(
      learner.page
        .$('ol .badge')
        .map((_i, badge) =>
          learner.page
            .$(badge)
            .text()
            .replace(/[^ก-๙]/g, ''),
        )
        .get()
        .slice(1),
    ).toEqual(Array(4).fill('ยังไม่ได้ทำ'));
  });

  it('says what stands on the goods, what they weigh and measure, and what they were sold for', async () => {
    const { learner } = await preview('shop-ready', 'sheet');
    const card = learner.page.$('details:contains("ของที่คุณขาย")').text();
    for (const words of ['หมวด', 'ขายเป็นหน่วยอะไร', 'กรัม', 'มม.', '฿', 'ใบนับของ']) expect(card).toContain(words);
  });

  it('says what handing in means before its button', async () => {
    const { learner } = await preview('shop-ready', 'hand-in');
    const fold = learner.page.$('button:contains("ส่งงาน")').closest('details');
    expect(fold.attr('open')).toBeUndefined();
    expect(fold.text()).toContain('เมื่อส่งแล้วแก้ไม่ได้อีก');
    expect(fold.text()).toContain('ผ่านแล้ว 0 จาก 5 งาน');
  });

  it('begins again at the first day with the same card', async () => {
    const { learner, market } = await preview('first-sale', 'again');
    const attempt = new URL(learner.page.path, learner.base).pathname;
    const card = learner.page.$('dl').first().text();
    await beginListing(learner, market);
    await learner.visit(attempt);
    await learner.press('เริ่มใหม่');
    expect(learner.page.$('dl').first().text()).toBe(card);
    expect((await learner.visit(`/m/${market}/products`)).$('main').text()).toContain('แตะชื่อเพื่อเริ่มลงขาย');
  });
});

describe('the first page of a learner', () => {
  it('shows the next exercise large, the others below, and what is handed in as such', async () => {
    const { trainer, path, join } = await smallClass('แสงดาว ใจงาม');
    for (const exercise of ['shop-ready', 'first-sale']) {
      await trainer.visit(`${path}/assignments/review?exercise=${exercise}&mode=practice`);
      await trainer.press('มอบหมายเลย');
    }
    const learner = await join('แสงดาว ใจงาม');
    const next = () => learner.page.$('section.border-primary h2').text();
    await learner.visit('/home');
    expect(next()).toBe('ร้านพร้อมขาย');
    expect(learner.page.$('ul li h2').text()).toBe('ขายครั้งแรก');

    await learner.press('เริ่มทำ');
    const attempt = new URL(learner.page.path, learner.base).pathname;
    await learner.visit('/home');
    expect(learner.page.$('section.border-primary button').text()).toBe('ทำต่อ');
    await learner.visit(attempt);
    await learner.press('ส่งงาน');
    await learner.visit('/home');
    expect(next()).toBe('ขายครั้งแรก');
    const row = learner.page.$('ul li:contains("ร้านพร้อมขาย")');
    expect(row.text()).toContain('ส่งงานแล้ว');
    expect(row.find('a').attr('href')).toMatch(/^\/submissions\//);
  });
});
