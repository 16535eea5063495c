import { beforeAll, describe, expect, it } from '@jest/globals';
import supertest from 'supertest';
import { type SmallClass, smallClass } from '../support/small-class.js';
import { tap } from '../support/taps.js';
import { appUrl, Visitor } from '../support/visitor.js';

describe('a join card', () => {
  let group: SmallClass;
  let learner: Visitor;
  const door = async (name: string): Promise<string> => {
    const visitor = new Visitor();
    await visitor.visit('/join');
    await visitor.press('หาชื่อฉัน', { code: group.code, name });
    return visitor.page.$(`a:contains("${name}")`).attr('href') ?? '';
  };

  beforeAll(async () => {
    group = await smallClass('ทดสอบ บัตรหาย', 'ทดสอบ เดาสุ่ม');
    learner = await group.join('ทดสอบ บัตรหาย');
  });

  it('that was renewed puts out whoever came in by the old one', async () => {
    expect((await learner.visit('/home')).status).toBe(200);
    await group.trainer.visit(group.path);
    await group.trainer.pressIn(String(group.trainer.page.$('tr:contains("ทดสอบ บัตรหาย") form').attr('action')));
    expect((await learner.visit('/home')).status).toBe(401);
  });

  it('is void after ten wrong tries, also when they all come at once', async () => {
    const path = await door('ทดสอบ เดาสุ่ม');
    const body = 'first=sun&second=sun&third=sun';
    const tries = Array.from({ length: 25 }, () => tap({ base: appUrl(), path, body, cookie: '' }));
    expect((await Promise.all(tries)).every(({ status }) => status === 422)).toBe(true);
    const answer = await supertest(appUrl()).post(path).type('form').send(body);
    expect(answer.text).toContain('บัตรนี้ใช้ไม่ได้แล้ว');
  });

  it('cannot be shown by a page that hides where it stands', async () => {
    const path = await door('ทดสอบ บัตรหาย');
    const answer = await supertest(appUrl()).post(path).set('origin', 'null').type('form').send('first=sun');
    expect(answer.status).toBe(403);
  });
});
