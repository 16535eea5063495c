import { describe, expect, it } from '@jest/globals';
import { beginListing, preview } from '../support/preview.js';
import { smallClass } from '../support/small-class.js';
import type { Visitor } from '../support/visitor.js';

const strip = ({ page }: Visitor) => page.$('nav[aria-label="งานของคุณ"]').text().replace(/\s+/g, ' ');

describe('the strip over the pages of a market', () => {
  it('names the task, leads back to the tasks, and says that a preview is one', async () => {
    const { learner, market } = await preview('first-sale', 'strip');
    const attempt = new URL(learner.page.path, learner.base).pathname;
    await learner.visit(`/m/${market}/shop`);
    expect(strip(learner)).toContain('ตัวอย่าง · เปิดร้าน');
    expect(strip(learner)).toContain('ตั้งชื่อร้าน');
    expect(learner.page.$('nav[aria-label="งานของคุณ"] a').attr('href')).toBe(attempt);
    await learner.visit(attempt);
    expect(strip(learner)).toBe('');
  });

  it('goes on with the next task when the first was touched, also over a form that is shown again', async () => {
    const { learner, market } = await preview('first-sale', 'strip');
    await beginListing(learner, market);
    await learner.visit(`/m/${market}/shop`);
    await learner.press('เปิดร้าน');
    expect(strip(learner)).toContain('ลงขายของ 1 อย่าง');
    await learner.visit(`/m/${market}/shop/profile`);
    const { status } = await learner.press('บันทึก', { name: '' });
    expect(status).toBe(422);
    expect(strip(learner)).toContain('ลงขายของ 1 อย่าง');
  });

  it('says that the work is handed in', async () => {
    const { learner, market } = await preview('first-sale', 'strip');
    await learner.press('ส่งงาน');
    await learner.visit(`/m/${market}`);
    expect(strip(learner)).toContain('ส่งงานนี้ไปแล้ว');
  });

  it("is not there in a class's market", async () => {
    const { trainer, path, join } = await smallClass('ทองใบ แสนดี');
    await trainer.visit(path);
    await trainer.press('เปิดตลาดของชั้นเรียน');
    const learner = await join('ทองใบ แสนดี');
    await learner.visit('/home');
    await learner.press('เข้าตลาด');
    expect(learner.page.status).toBe(200);
    expect(strip(learner)).toBe('');
  });
});
