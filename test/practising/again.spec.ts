import { beforeAll, describe, expect, it } from '@jest/globals';
import { smallClass } from '../support/small-class.js';
import { tap, tapIn } from '../support/taps.js';
import type { Visitor } from '../support/visitor.js';

describe('practice that was handed in', () => {
  let learner: Visitor;
  let first: string;

  const attemptOf = ({ page, base }: Visitor) => new URL(page.path, base).pathname;
  const marketOf = ({ page }: Visitor) => /\/m\/([a-z0-9]+)/.exec(page.html)?.[1];

  beforeAll(async () => {
    const { trainer, path, join } = await smallClass('ขยัน ฝึกซ้ำ');
    await trainer.visit(`${path}/assignments/review?exercise=first-sale&mode=practice`);
    await trainer.press('มอบหมายเลย');
    learner = await join('ขยัน ฝึกซ้ำ');
    await learner.press('เริ่มทำ');
    first = attemptOf(learner);
    await learner.visit(first);
    await learner.press('ตรวจดู');
    expect(learner.page.$('main a:contains("พาไปแก้")').length).toBeGreaterThan(0);
    await learner.pressIn(`${first}/submission`);
  });

  it('shows no way to mend what cannot be changed any longer, but how to practise it again', () => {
    const { $ } = learner.page;
    expect($('main').text()).toContain('ยังไม่ได้ทำ');
    expect($('main a:contains("พาไปแก้")').length).toBe(0);
    expect($('main .btn-primary').text()).toBe('ฝึกอีกครั้ง');
  });

  it('may be tried again in another market, once however often it is tapped, and stays as it was', async () => {
    await learner.visit(first);
    const market = marketOf(learner);
    expect(learner.page.$('main').text()).toContain('ส่งงานนี้ไปแล้ว');
    await learner.visit('/home');
    const action = String(learner.page.$('form[action^="/assignments/"]').attr('action'));
    const again = tapIn(learner, action, {});
    const places = (await Promise.all(Array.from({ length: 5 }, () => tap(again)))).map(({ to }) => to);
    expect(new Set(places).size).toBe(1);
    await learner.visit('/home');
    await learner.press('ทำต่อ');
    expect(attemptOf(learner)).toBe(places[0]);
    expect(attemptOf(learner)).not.toBe(first);
    expect(marketOf(learner)).not.toBe(market);
  });
});
