import { beforeAll, describe, expect, it } from '@jest/globals';
import { preview } from '../support/preview.js';
import type { Visitor } from '../support/visitor.js';

describe('goods that a province is known for', () => {
  let me: Visitor;
  let market: string;

  beforeAll(async () => {
    ({ learner: me, market } = await preview('shop-ready', 'known-goods'));
  });

  const find = async (words: string) => {
    await me.visit(`/m/${market}?q=${encodeURIComponent(words)}`);
    return me.page.$('.shelf-card').first();
  };
  const open = async (words: string) => me.visit((await find(words)).attr('href') ?? '');

  it('show their certificate of the practice register, and that it is one for practice', async () => {
    const { $ } = await open('แพรวา');
    const certificate = $('.certificate').text().replace(/\s+/g, ' ');
    expect(certificate).toContain('สิ่งบ่งชี้ทางภูมิศาสตร์ (ฝึก)');
    expect(certificate).toContain('ผ้าไหมแพรวากาฬสินธุ์');
    expect(certificate).toMatch(/ฝึก-สช-69-\d{3}/);
    expect(certificate).toContain('ใช้จริงไม่ได้');
    expect((await open('กล้วยฉาบ')).$('.certificate')).toHaveLength(0);
  });

  it('say where they come from and are found by it, whichever shop sells them', async () => {
    const card = await find('แพรวา');
    expect(card.find('.shelf-from').text()).toContain('กาฬสินธุ์');
    expect((await find('หอมแดง ศรีสะเกษ')).find('.shelf-from').text()).toContain('ตลาดรวมของฝึก · ศรีสะเกษ');
    await me.visit(`/m/${market}?province=${encodeURIComponent('กาฬสินธุ์')}`);
    expect(me.page.$('.shelf-card .shelf-title').text()).toContain('แพรวา');
    expect((await open('แพรวา')).$('main').text()).toContain('กาฬสินธุ์');
  });

  it('are told of by those who bought them, newest first, five a page', async () => {
    const card = await find('น้ำพริกนรก');
    const rating = card.find('.rating-line');
    const first = await open('น้ำพริกนรก');
    const days = first
      .$('#reviews .review')
      .map((_i, one) => first.$(one).text())
      .get();
    expect(days).toHaveLength(5);
    const shares = first.$('#reviews progress');
    expect(shares.map((_i, one) => Number(first.$(one).attr('value'))).get()).toEqual([57, 29, 14, 0, 0]);
    expect(shares.first().attr('aria-label')).toBe('5 ดาว มี 4 รีวิว');
    expect(rating.text()).toContain('(7)');
    expect(rating.attr('aria-label')).toContain('7 รีวิว');
    expect(days[0]).toContain('ให้ดาว ไม่ได้เขียนอะไร');
    await me.press('รีวิวเก่ากว่า');
    expect(me.page.$('#reviews .review')).toHaveLength(2);
    expect(me.page.$('#reviews').text()).toContain('เผ็ดสะใจ');
    await me.press('รีวิวใหม่กว่า');
    expect(me.page.$('#reviews .review')).toHaveLength(5);
  });

  it('keep their page when somebody plays with its address', async () => {
    const { path } = await open('น้ำพริกนรก');
    for (const odd of ['0', '-1', 'x', '1e9', "1'"]) {
      const { status, $ } = await me.visit(`${new URL(path, me.base).pathname}?reviews=${encodeURIComponent(odd)}`);
      expect([odd, status, $('#reviews .review').length]).toEqual([odd, 200, 5]);
    }
  });
});
