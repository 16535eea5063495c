import { readdirSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from '@jest/globals';
import supertest from 'supertest';
import { parse } from 'yaml';
import { smallShop } from '../support/small-shop.js';
import type { Visitor } from '../support/visitor.js';

/** What goods are called in the market, by their key. */
const titles = new Map(
  readdirSync('seeds/goods').flatMap((file) => {
    const { goods } = parse(readFileSync(`seeds/goods/${file}`, 'utf8')) as {
      goods: Array<{ key: string; title: { th: string } }>;
    };
    return goods.map(({ key, title }) => [key, title.th] as const);
  }),
);

describe('finding goods on the market', () => {
  let me: Visitor;
  let market: string;
  let product: string;

  beforeAll(async () => {
    ({ me, market, product } = await smallShop());
  });

  const shelf = async (query: Record<string, string>) => {
    await me.visit(`/m/${market}?${new URLSearchParams(query)}`);
    expect(me.page.status).toBe(200);
    return me.page
      .$('.shelf-card')
      .map((_i, card) => ({
        title: me.page.$(card).find('.shelf-title').text(),
        price: Number(me.page.$(card).find('.shelf-price').text().replace(/[฿,]/g, '')),
        href: me.page.$(card).attr('href') ?? '',
      }))
      .get();
  };

  it('shows 24 of them, newest first, with photos that have a size and load when they are reached', async () => {
    const cards = await shelf({});
    expect(cards).toHaveLength(24);
    expect(cards[0]?.href).toBe(`/m/${market}/p/${product}`);
    for (const image of me.page.$('.shelf-card img').get()) {
      const { width, height, loading } = me.page.$(image).attr() ?? {};
      expect([width, height, loading]).toEqual(['320', '320', 'lazy']);
    }
    expect(Buffer.byteLength(me.page.html)).toBeLessThan(100_000);
  });

  it('turns the pages through everything once and keeps what was asked for', async () => {
    const seen: string[] = [];
    let next: string | undefined = `/m/${market}?sort=cheap`;
    while (next && seen.length < 200) {
      await me.visit(next);
      seen.push(
        ...me.page
          .$('.shelf-card')
          .map((_i, card) => me.page.$(card).attr('href') ?? '')
          .get(),
      );
      next = me.page.$('a[rel=next]').attr('href');
      if (next) expect(next).toContain('sort=cheap');
    }
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.length).toBeGreaterThan(24);
  });

  it('sorts by price both ways', async () => {
    const cheap = (await shelf({ sort: 'cheap' })).map(({ price }) => price);
    const dear = (await shelf({ sort: 'dear' })).map(({ price }) => price);
    expect(cheap).toEqual([...cheap].sort((a, b) => a - b));
    expect(dear).toEqual([...dear].sort((a, b) => b - a));
    expect(dear[0]).toBeGreaterThan(cheap[0] ?? 0);
  });

  it('narrows by group, leaf, price and province, alone and together', async () => {
    const priced = await shelf({ min: '๑๐๐', max: '200', sort: 'cheap' });
    expect(priced.length).toBeGreaterThan(0);
    expect(priced.every(({ price }) => price >= 100 && price <= 200)).toBe(true);
    const textiles = await shelf({ group: 'textile' });
    const others = await shelf({ group: 'food' });
    expect(textiles.some(({ href }) => others.map((other) => other.href).includes(href))).toBe(false);
    const fabric = await shelf({ category: 'textile-cloth' });
    expect(fabric.length).toBeLessThan(textiles.length);
    expect(textiles.map(({ href }) => href)).toEqual(expect.arrayContaining(fabric.map(({ href }) => href)));
    const province = me.page.$('.shelf-from').first().text().split(' · ')[1] ?? '';
    const there = await shelf({ group: 'textile', province });
    expect(there.length).toBeGreaterThan(0);
    me.page.$('.shelf-from').each((_i, from) => expect(me.page.$(from).text()).toContain(province));
  });

  it('opens the filters on demand, filled with what is asked for, and takes one away by its cross', async () => {
    await me.visit(`/m/${market}?q=${encodeURIComponent('ผ้า')}&group=textile&min=100`);
    await me.press('ตัวกรอง');
    const { $ } = me.page;
    expect([$('#f-min').val(), $('form input[type=hidden][name=group]').val()]).toEqual(['100', 'textile']);
    await me.press('ดูสินค้า', { max: '2000' });
    const cross = me.page.$('a:contains("ตั้งแต่ ฿100")').attr('href') ?? '';
    await me.visit(cross);
    expect(me.page.path).not.toContain('min=');
    expect(me.page.path).toContain('max=2000');
    expect(me.page.$('#f-q').val()).toBe('ผ้า');
  });

  it('says what to do when nothing is found, with the typed words', async () => {
    expect(await shelf({ q: 'จักรยาน' })).toEqual([]);
    expect(me.page.$('main').text()).toContain('ไม่พบ “จักรยาน”');
    await me.press('ดูสินค้าทั้งหมด');
    expect(me.page.$('.shelf-card')).toHaveLength(24);
  });

  it('finds 127 of the 130 pairs of words and goods that people type', async () => {
    const pairs = readFileSync('test/search-pairs.csv', 'utf8').trim().split('\n').slice(1);
    const missed: string[] = [];
    for (const pair of pairs) {
      const [query = '', key = ''] = pair.split(',');
      const found = await shelf({ q: query });
      const title = titles.get(key);
      if (!title || !found.some((card) => card.title === title)) missed.push(pair);
    }
    expect(pairs).toHaveLength(130);
    expect(missed.length > 3 ? missed : []).toEqual([]);
  });

  it('says whose the listing is to the seller who looks at her own', async () => {
    await me.visit(`/m/${market}/p/${product}`);
    expect(me.page.$('main').text()).toContain('นี่คือสินค้าของคุณ');
    await me.visit((await shelf({ group: 'textile' }))[0]?.href ?? '');
    expect(me.page.$('main').text()).not.toContain('นี่คือสินค้าของคุณ');
  });

  it('is kept by no browser, since the next person on the phone would find it, while photos are kept for good', async () => {
    const cookie = me.cookie('taladlab');
    const page = await supertest(me.base).get(`/m/${market}?sort=dear`).set('cookie', cookie);
    expect(page.headers['cache-control']).toBe('private, no-store');
    const photo = me.page.$('main img[src^="/photos/"]').first().attr('src') ?? '';
    const file = await supertest(me.base).get(photo);
    expect([file.status, file.headers['cache-control']]).toEqual([200, 'public, max-age=31536000, immutable']);
  });
});
