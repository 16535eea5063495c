import { beforeAll, describe, expect, it } from '@jest/globals';
import { preview } from '../support/preview.js';
import type { Visitor } from '../support/visitor.js';

describe('an exercise that begins in the middle of a shop’s life', () => {
  let learner: Visitor;
  let market: string;
  let attempt: string;

  beforeAll(async () => {
    ({ learner, market } = await preview('close-the-week', 'week-1'));
    attempt = new URL(learner.page.path, learner.base).pathname;
  });

  const text = () => learner.page.$('main').text().replace(/\s+/g, ' ');
  const see = async (place: string) => {
    await learner.visit(`/m/${market}/${place}`);
    expect(learner.page.status).toBe(200);
    return text();
  };

  it('has sold four weeks by the verbs of the market: by card, QR, transfer and at doors, and a stranger sent money', async () => {
    await see('money/statement');
    await learner.press('เปิดดูรายการล่าสุด');
    // The test, three transfers, the stranger's, and three payouts.
    expect(learner.page.$('.bank-lines > li')).toHaveLength(8);
    expect(text()).toContain('ทดสอบบัญชี');
    const held = await see('money/cod');
    expect(held.match(/เก็บเงินแล้วเมื่อ/g)).toHaveLength(3);
    expect(held.match(/ยังไม่เก็บเงิน/g)).toHaveLength(1);
  });

  it('has a payout of the week to work out, from which a refund of a sale that was paid out before is taken', async () => {
    await see('money/payouts');
    await learner.press('รอบโอน 23 พ.ย. 2569');
    const orders = learner.page
      .$('section.card')
      .map((_i, card) => learner.page.$(card).find('dt > span').text())
      .get();
    expect(orders.filter((parts) => parts.includes('คืนเงิน') && !parts.includes('ยอดขาย'))).toHaveLength(1);
    expect(text()).toContain('ค่าธรรมเนียม');
  });

  it('has given receipts then, and money back this week of which the buyer has no paper yet', async () => {
    await see('money/receipts');
    expect(text()).toMatch(/RC69-0001.*RC69-0002|RC69-0002.*RC69-0001/);
    expect(learner.page.$('a[href*="/credit-notes/for/"]')).toHaveLength(2);
  });

  it('keeps the books of one week, with papers of the shop and of the household', async () => {
    expect(await see('money/matching')).toContain('23 พ.ย. 2569 – 29 พ.ย. 2569');
    const envelope = await see('money/books');
    for (const paper of ['ใบเสร็จร้านวัตถุดิบ', 'ใบเสร็จโรงเรียนฝึก', 'ใบสรุปเงินโอน', 'ใบคืนเงิน', 'จดไว้ ไม่มีใบเสร็จ'])
      expect(envelope).toContain(paper);
  });

  it('leads from each task to a page that there is, and asks the courier’s money of the week’s last day', async () => {
    await learner.visit(attempt);
    const places = learner.page.$('main ol a').map((_i, each) => learner.page.$(each).attr('href'));
    expect(places.get()).toHaveLength(5);
    for (const place of places.get()) expect([place, (await learner.visit(place)).status]).toEqual([place, 200]);
    await see('money/cod');
    await learner.press('ส่งคำตอบ', { day: '28/11/2569', cod: '1' });
    await learner.visit(attempt);
    await learner.press('ตรวจดู');
    expect(learner.page.status).toBe(200);
    expect(text()).not.toContain('ขัดข้อง');
  });

  it('has the same past again when she begins anew, and another learner another', async () => {
    const before = await see('money/cod');
    await learner.visit(attempt);
    await learner.pressIn(`${attempt}/reset`);
    expect((await see('money/cod')).replace(/สิ้นวันนั้น.*/, '')).toBe(before.replace(/สิ้นวันนั้น.*/, ''));
    const other = await preview('close-the-week', 'week-2');
    await other.learner.visit(`/m/${other.market}/money/cod`);
    const theirs = other.learner.page.$('main').text().replace(/\s+/g, ' ');
    expect(theirs.replace(/สิ้นวันนั้น.*/, '')).not.toBe(before.replace(/สิ้นวันนั้น.*/, ''));
  });
});
