import { beforeAll, describe, expect, it } from '@jest/globals';
import supertest from 'supertest';
import { cardDoors, tapped } from '../support/card-pictures.js';
import { type SmallClass, smallClass } from '../support/small-class.js';
import { tap } from '../support/taps.js';
import { appUrl, Visitor } from '../support/visitor.js';

describe('a join card', () => {
  let group: SmallClass;
  let learner: Visitor;
  const byName = async (name: string): Promise<string> => {
    const visitor = new Visitor();
    await visitor.visit('/join');
    await visitor.press('หาชื่อฉัน', { code: group.code, name });
    return visitor.page.$(`a:contains("${name}")`).attr('href') ?? '';
  };
  const wrong = 'first=sun&second=sun&third=sun';
  const send = (path: string, body = wrong) => supertest(appUrl()).post(path).type('form').send(body);
  const manyAt = (path: string, size: number) =>
    Promise.all(Array.from({ length: size }, () => tap({ base: appUrl(), path, body: wrong, cookie: '' })));

  beforeAll(async () => {
    group = await smallClass('ทดสอบ บัตรหาย', 'ทดสอบ เดาสุ่ม', 'ทดสอบ ถูกลอง', 'ทดสอบ สองทาง');
    learner = await group.join('ทดสอบ บัตรหาย');
  });

  it('that was renewed puts out whoever came in by the old one', async () => {
    expect((await learner.visit('/home')).status).toBe(200);
    await group.trainer.visit(group.path);
    await group.trainer.pressIn(String(group.trainer.page.$('tr:contains("ทดสอบ บัตรหาย") form').attr('action')));
    expect((await learner.visit('/home')).status).toBe(401);
  });

  it('is void after ten wrong tries, also when they all come at once', async () => {
    const path = group.door('ทดสอบ เดาสุ่ม');
    expect((await manyAt(path, 25)).every(({ status }) => status === 422)).toBe(true);
    expect((await send(path)).text).toContain('บัตรนี้ใช้ไม่ได้แล้ว');
    await group.trainer.visit(group.path);
    const told = group.trainer.page.$('section:contains("มีบัตรถูกปิด")').text();
    expect(told).toContain('แตะผิด 10 ครั้ง ไม่ได้มาจากบัตร 0 ครั้ง');
    expect(told).toMatch(/ล่าสุด .+ \d\d:\d\d/);
  });

  it('rests after five tries by the name alone, and opens meanwhile for whoever has it', async () => {
    const name = 'ทดสอบ ถูกลอง';
    const path = await byName(name);
    expect(path).not.toContain(group.door(name));
    expect((await manyAt(path, 25)).every(({ status }) => status === 422)).toBe(true);
    expect((await supertest(appUrl()).get(path)).text).toContain('ให้สแกน QR บนบัตร');
    await group.trainer.visit(group.path);
    const told = group.trainer.page.$('section:contains("มีคนลองเข้าแทนผู้เรียน")').text();
    expect(told).toContain(name);
    expect(told).toContain('แตะผิด 5 ครั้ง ไม่ได้มาจากบัตร 5 ครั้ง');
    expect(group.trainer.page.$('main').text()).not.toContain('ทดสอบ บัตรหาย แตะผิด');
    // The tries by the name count: five more at the card, and it is void.
    for (let n = 1; n <= 4; n += 1) expect((await send(group.door(name))).text).not.toContain('บัตรนี้ใช้ไม่ได้แล้ว');
    const owner = new Visitor();
    await owner.visit(group.door(name));
    await owner.press('เข้าเรียน', tapped(owner, group.pictures(name)));
    expect((await owner.visit('/home')).status).toBe(200);
    await group.trainer.visit(group.path);
    expect(group.trainer.page.$('main').text()).not.toContain('มีคนลองเข้าแทนผู้เรียน');
    expect((await supertest(appUrl()).get(path)).text).toContain('แตะ 3 รูปตามบัตรของคุณ');
  });

  it('is void by the tenth of both kinds together', async () => {
    const name = 'ทดสอบ สองทาง';
    await manyAt(await byName(name), 7);
    await manyAt(group.door(name), 7);
    await group.trainer.visit(group.path);
    expect(group.trainer.page.$('section:contains("มีบัตรถูกปิด")').text()).toContain('แตะผิด 10 ครั้ง ไม่ได้มาจากบัตร 5 ครั้ง');
  });

  it('that is new shuts the door that the name led to before', async () => {
    const old = await byName('ทดสอบ สองทาง');
    await group.trainer.visit(group.path);
    await group.trainer.pressIn(String(group.trainer.page.$('tr:contains("ทดสอบ สองทาง") form').attr('action')));
    expect((await supertest(appUrl()).get(old)).status).toBe(404);
    expect((await send(old)).status).toBe(404);
    expect((await supertest(appUrl()).get(await byName('ทดสอบ สองทาง'))).status).toBe(200);
  });

  it('is renewed once by one form, which tells who sends it again that cards are shown once', async () => {
    const { trainer, path } = group;
    await trainer.visit(path);
    const action = String(trainer.page.$('tr:contains("ทดสอบ บัตรหาย") form').attr('action'));
    const form = trainer.page;
    const door = cardDoors((await trainer.pressIn(action)).$).get('ทดสอบ บัตรหาย') ?? '';
    trainer.page = form;
    const { $ } = await trainer.pressIn(action);
    expect($('[role=status]').text()).toContain('บัตรแสดงได้ครั้งเดียว');
    expect((await supertest(appUrl()).get(door)).status).toBe(200);
    for (const to of [`${path}/cards`, `${path}/learners`])
      expect([to, $(`form[action="${to}"] [name=_once]`).length]).toEqual([to, 1]);
  });

  it('cannot be shown by a page that hides where it stands', async () => {
    const path = await byName('ทดสอบ บัตรหาย');
    const answer = await supertest(appUrl()).post(path).set('origin', 'null').type('form').send('first=sun');
    expect(answer.status).toBe(403);
  });
});
