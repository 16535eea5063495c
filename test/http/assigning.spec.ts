import { beforeAll, describe, expect, it } from '@jest/globals';
import { type SmallClass, smallClass } from '../support/small-class.js';
import { Visitor } from '../support/visitor.js';

const text = ({ page }: Visitor) => page.$('main').text().replace(/\s+/g, ' ');
const row = ({ page }: Visitor, name: string) => page.$(`tr:contains("${name}")`).text().replace(/\s+/g, ' ');

describe('assigning an exercise', () => {
  let group: SmallClass;
  let learner: Visitor;

  beforeAll(async () => {
    group = await smallClass('ดวงใจ สายน้ำ', 'คำปัน ตาดี');
    learner = await group.join('ดวงใจ สายน้ำ');
  });

  it('asks for what is missing and keeps what was filled in', async () => {
    const { trainer, path } = group;
    await trainer.visit(path);
    await trainer.press('มอบหมายแบบฝึก');
    const seen = await trainer.press('ต่อไป', { exercise: '', mode: 'assessment', closes: '2020-01-01T09:00' });
    expect(seen.status).toBe(422);
    expect(text(trainer)).toContain('เลือกแบบฝึกก่อน');
    expect(text(trainer)).toContain('เวลาปิดต้องอยู่หลังเวลาเปิด');
    expect(seen.$('input[name=mode]:checked').val()).toBe('assessment');
    expect(seen.$('input[name=closes]').val()).toBe('2020-01-01T09:00');
  });

  it('says what it will mean before it is done', async () => {
    const { trainer } = group;
    await trainer.press('ต่อไป', { exercise: 'shop-ready', mode: 'practice', closes: '' });
    expect(text(trainer)).toContain('ผู้เรียน 2 คน');
    expect(text(trainer)).toContain('เริ่มทำได้ทันที');
  });

  it('happens once, however often the button is tapped', async () => {
    const { trainer, path } = group;
    const review = trainer.page;
    await trainer.press('มอบหมายเลย');
    expect(text(trainer)).toContain('มอบหมายแล้ว');
    trainer.page = review;
    await trainer.press('มอบหมายเลย');
    await trainer.visit(path);
    expect(trainer.page.$('h3:contains("ร้านพร้อมขาย")')).toHaveLength(1);
    expect(text(trainer)).toContain('เริ่มแล้ว 0 จาก 2 คน');
  });

  it('warns when the class has the exercise already', async () => {
    const { trainer, path } = group;
    await trainer.visit(`${path}/assignments/review?exercise=shop-ready&mode=practice`);
    expect(text(trainer)).toContain('ผู้เรียนจะเห็นสองครั้ง');
  });

  it('shows who has not begun and where who has begun is', async () => {
    const { trainer, path } = group;
    await learner.visit('/home');
    await learner.press('เริ่มทำ');
    await trainer.visit(path);
    await trainer.press('ดูว่าใครถึงไหน');
    expect(row(trainer, 'คำปัน ตาดี')).toContain('ยังไม่เริ่ม');
    expect(row(trainer, 'ดวงใจ สายน้ำ')).toContain('กำลังทำ');
    expect(row(trainer, 'ดวงใจ สายน้ำ')).toContain('ยังไม่ได้ทำ: ');
  });

  it('shows the result of who has handed in, and her work to be read only', async () => {
    const { trainer } = group;
    const table = trainer.page.path;
    await learner.press('ส่งงาน');
    await trainer.visit(table);
    expect(row(trainer, 'ดวงใจ สายน้ำ')).toMatch(/ส่งแล้ว.*ผ่าน 0 จาก \d+/);
    await trainer.press('ดูงาน');
    expect(trainer.page.$('h1').text()).toBe('งานของ ดวงใจ สายน้ำ');
    expect(trainer.page.$('main form')).toHaveLength(0);
    expect(trainer.page.$('main a[href^="/m/"]')).toHaveLength(0);
  });

  it('finds that work in its own class only, and shows it to no learner', async () => {
    const { trainer, path } = group;
    const work = new URL(trainer.page.path, trainer.base).pathname;
    const other = await smallClass('อื่นไกล ไม่รู้จัก');
    const elsewhere = work.replace(path, other.path);
    expect(elsewhere).not.toBe(work);
    expect((await trainer.visit(elsewhere)).status).toBe(404);
    expect((await learner.visit(work)).status).toBe(403);
  });

  it('cannot be begun before its time, nor after', async () => {
    const { trainer, path } = group;
    await trainer.visit(`${path}/assignments/review?exercise=first-sale&mode=assessment&opens=2590-01-01T09:00`);
    expect(text(trainer)).toContain('เริ่มทำได้ตั้งแต่');
    await trainer.press('มอบหมายเลย');
    const links = (await trainer.visit(path)).$('a[href*="/assignments/asg_"]');
    const ids = links.map((_i, link) => /asg_\w+/.exec(trainer.page.$(link).attr('href') ?? '')?.[0]).get();
    await learner.visit('/home');
    expect(text(learner)).toContain('ยังไม่เปิด');
    expect(learner.page.$('button:contains("เริ่มทำ")')).toHaveLength(0);
    const statuses: number[] = [];
    for (const id of new Set(ids)) {
      const { $ } = await learner.visit('/home');
      $('form[action="/sign-out"]').attr('action', `/assignments/${id}/attempts`);
      statuses.push((await learner.pressIn(`/assignments/${id}/attempts`)).status);
    }
    // The one that she has begun leads back to it; the other does not open because somebody knows its address.
    expect(statuses.sort()).toEqual([200, 409]);
  });
});
