import { beforeAll, describe, expect, it } from '@jest/globals';
import supertest from 'supertest';
import { cardDoors, printedCards, tapped } from '../support/card-pictures.js';
import { tally, tap } from '../support/taps.js';
import { appUrl, Visitor } from '../support/visitor.js';

const SIZE = 30;
const TWO_MINUTES = 120_000;
const NAMES = Array.from({ length: SIZE }, (_v, i) => `${'กขคงจฉชซฌญฐดตถทธนบปผฝพฟภมยรลวส'[i]}ามี คนที่${i + 1}`);

describe('thirty people with one address', () => {
  let cards: Map<string, string[]>;
  let doors: Map<string, string>;
  let code: string;
  let trainer: Visitor;
  let classPath: string;

  beforeAll(async () => {
    trainer = new Visitor();
    await trainer.visit('/');
    await trainer.press('ลองเป็นผู้สอน');
    await trainer.visit('/classes');
    await trainer.press('เปิดชั้นเรียน', { name: 'ชั้นเข้าพร้อมกัน' });
    classPath = new URL(trainer.page.path, trainer.base).pathname;
    const { $ } = await trainer.press('เพิ่มและพิมพ์บัตร', { names: NAMES.join('\n') });
    cards = printedCards($);
    doors = cardDoors($);
    code = $('.join-card strong').first().text();
  });

  /** From the first page to her own: the code, her name, her pictures. Whoever mistypes does so once at each step. */
  async function comesIn(name: string, mistypes: boolean): Promise<Visitor> {
    const learner = new Visitor();
    const pictures = cards.get(name) ?? [];
    await learner.visit('/');
    await learner.press('ฉันเป็นผู้เรียน');
    if (mistypes) {
      await learner.press('หาชื่อฉัน', { code: `${code.slice(0, -1)}0`, name });
      expect(learner.page.status).toBe(422);
      await learner.press('หาชื่อฉัน', { code, name: 'ไม่มีใครชื่อนี้' });
      expect(learner.page.$('[role=alert]').text()).toContain('ไม่พบชื่อนี้');
    }
    await learner.press('หาชื่อฉัน', { code: ` ${code.toUpperCase()} `, name });
    await learner.press(name);
    if (mistypes) await learner.press('เข้าเรียน', tapped(learner, [...pictures].reverse()));
    await learner.press('เข้าเรียน', tapped(learner, pictures));
    await learner.press('เข้าใจแล้ว');
    return learner;
  }

  const entry = (cardKey: string, fields: Record<string, string>) => ({
    base: appUrl(),
    path: cardKey,
    body: new URLSearchParams(fields).toString(),
    cookie: '',
  });

  async function cardPage(name: string): Promise<Visitor> {
    const visitor = new Visitor();
    await visitor.visit(doors.get(name) ?? '');
    return visitor;
  }

  it(
    'all get in within two minutes, though five of them mistype',
    async () => {
      const began = Date.now();
      const learners = await Promise.all(NAMES.map((name, i) => comesIn(name, i % 6 === 0)));
      const took = Date.now() - began;
      const names = await Promise.all(
        learners.map(async (one) => one.page.$('header').text() + one.page.$('h1').text()),
      );
      expect(names.filter((text, i) => !text.includes(NAMES[i] ?? '?'))).toEqual([]);
      expect(took).toBeLessThan(TWO_MINUTES);
    },
    TWO_MINUTES + 30_000,
  );

  it('have at most ten tries at one card, however many come at once, and then the right pictures open nothing', async () => {
    const name = NAMES[1] ?? '';
    const visitor = await cardPage(name);
    const right = tapped(visitor, cards.get(name) ?? []);
    const wrong = { first: right.third ?? '', second: right.second ?? '', third: right.first ?? '' };
    const tries = Array.from({ length: SIZE }, () => tap(entry(visitor.page.path, wrong)));
    expect(tally(await Promise.all(tries))).toEqual({ 422: SIZE });
    const { text, status } = await supertest(appUrl()).post(visitor.page.path).type('form').send(right);
    expect(status).toBe(422);
    expect(text).toContain('บัตรนี้ใช้ไม่ได้แล้ว');
    expect(text).toContain('บอกผู้สอนว่า');
  });

  it('learn how many tries are left before the card is void', async () => {
    const visitor = await cardPage(NAMES[2] ?? '');
    const wrong = { first: 'sun', second: 'sun', third: 'sun' };
    for (let n = 1; n <= 6; n += 1) await visitor.press('เข้าเรียน', wrong);
    expect(visitor.page.$('[role=alert]').text()).not.toContain('ลองได้อีก');
    await visitor.press('เข้าเรียน', wrong);
    expect(visitor.page.$('[role=alert]').text()).toContain('ลองได้อีก 3 ครั้ง');
  });

  it('are let in again by the new card that the trainer is asked for', async () => {
    const name = NAMES[1] ?? '';
    await trainer.visit(classPath);
    expect(trainer.page.$('section:contains("มีบัตรถูกปิด")').text()).toContain(name);
    await trainer.press('ออกบัตรใหม่');
    const fresh = printedCards(trainer.page.$).get(name) ?? [];
    doors = cardDoors(trainer.page.$);
    await trainer.visit(classPath);
    expect(trainer.page.$('main').text()).not.toContain('มีบัตรถูกปิด');
    const visitor = await cardPage(name);
    await visitor.press('เข้าเรียน', tapped(visitor, fresh));
    expect((await visitor.visit('/home')).$('header').text()).toContain(name);
  });

  it('cannot list a class by its code, by a title or by letters from the middle of names', async () => {
    const visitor = new Visitor();
    for (const name of ['', 'าม', 'คุณ', 'ามี', '%', '___']) {
      const { $ } = await visitor.visit(`/join?code=${code}&name=${encodeURIComponent(name)}`);
      expect($('a[href^="/join/"]').length).toBe(0);
    }
  });

  it.each([
    ['written twice', 'code[]=a&code[]=b&name=xxx', 200],
    ['of signs that no code has', 'code=%00%27&name=%00', 422],
    ['longer than any', `code=${'a'.repeat(5000)}&name=b`, 422],
  ])('find no class by a code %s', async (_how, query, status) => {
    expect((await supertest(appUrl()).get(`/join?${query}`)).status).toBe(status);
  });

  it('tell neither which codes there are to whoever tries hundreds, nor names of one class', async () => {
    // As if from another address: this one is needed by the other specs.
    const from = (address: string) => (path: string) => supertest(appUrl()).get(path).set('x-forwarded-for', address);
    const stranger = from('203.0.113.7');
    const wrong = await Promise.all(Array.from({ length: 300 }, (_v, i) => stranger(`/join?code=nosuch${i}`)));
    expect(tally(wrong)).toEqual({ 422: 300 });
    expect((await stranger(`/join?code=${code}`)).status).toBe(429);
    const neighbour = from('203.0.113.8');
    expect((await neighbour(`/join?code=${code}`)).status).toBe(200);

    await Promise.all(Array.from({ length: 200 }, (_v, i) => neighbour(`/join?code=${code}&name=nobody${i}`)));
    expect((await neighbour(`/join?code=${code}&name=abc`)).status).toBe(429);
    expect((await from('203.0.113.9')(`/join?code=${code}&name=abc`)).status).toBe(200);
  });
});
