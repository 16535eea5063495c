import { beforeAll, describe, expect, it } from '@jest/globals';
import sharp from 'sharp';
import supertest from 'supertest';
import { preview } from '../support/preview.js';
import { appUrl, type Visitor } from '../support/visitor.js';

describe('the photos of the shops that are there', () => {
  let me: Visitor;
  let market: string;

  beforeAll(async () => {
    ({ learner: me, market } = await preview('shop-ready', 'photos'));
  });

  const photo = (path: string) => supertest(appUrl()).get(path).buffer();
  const productWithPhotos = async () => {
    await me.visit(`/m/${market}?q=ผ้าไหมมัดหมี่`);
    return me.visit(me.page.$('.shelf-card').first().attr('href') ?? '');
  };

  it('show goods from the front, from near and beside a ruler, with words for who does not see them', async () => {
    const { $ } = await productWithPhotos();
    const alts = $('.gallery img')
      .map((_i, image) => $(image).attr('alt') ?? '')
      .get();
    expect(alts).toHaveLength(3);
    expect(new Set(alts).size).toBe(3);
    expect(alts.every((alt) => alt.startsWith($('h1').text()))).toBe(true);
  });

  it('are drawn at the first look in the size that is asked for, and are the same ever after', async () => {
    const { $ } = await productWithPhotos();
    for (const image of $('.gallery img').get()) {
      const path = $(image).attr('src') ?? '';
      const [first, again] = await Promise.all([photo(path), photo(path)]);
      expect([first.status, first.headers['content-type']]).toEqual([200, 'image/webp']);
      expect(first.headers['cache-control']).toContain('immutable');
      expect(again.body).toEqual(first.body);
      expect((await photo(path)).body).toEqual(first.body);
      const { width, height, format } = await sharp(first.body as Buffer).metadata();
      expect([width, height, format]).toEqual([800, 800, 'webp']);
    }
    const small = await photo(($('.gallery img').first().attr('src') ?? '').replace('800', '320'));
    expect((await sharp(small.body as Buffer).metadata()).width).toBe(320);
  });

  it('are only there in the sizes that pages use, and under addresses that were given out', async () => {
    const { $ } = await productWithPhotos();
    const path = $('.gallery img').first().attr('src') ?? '';
    expect((await photo(path.replace('800', '801'))).status).toBe(404);
    expect((await photo(`/photos/${'0'.repeat(64)}/800.webp`)).status).toBe(404);
    expect((await photo('/photos/..%2f..%2fserver.key/800.webp')).status).toBe(404);
  });

  it('name the shop by a picture of its own', async () => {
    const { $ } = await productWithPhotos();
    const sign = $('.shop-card img').attr('src') ?? '';
    expect((await photo(sign)).status).toBe(200);
  });
});
