import { beforeAll, describe, expect, it } from '@jest/globals';
import { beginListing, preview } from '../support/preview.js';
import type { Visitor } from '../support/visitor.js';

describe('a form that is shown again', () => {
  let learner: Visitor;
  let market: string;
  let product: string;
  const first = (start: string) => learner.page.$(`input[name^=${start}]`).first().attr('name') ?? '';

  beforeAll(async () => {
    ({ learner, market } = await preview('shop-ready', 'typed'));
    product = await beginListing(learner, market);
    await learner.visit(product);
    await learner.press('บันทึก', {
      title: 'ของดีประจำบ้าน',
      [first('price_')]: '๑,๒๕๐',
      [first('weight_')]: '1.5 กก.',
      [first('length_')]: '24 ซม.',
    });
  });

  it('reads prices, weights and sizes as people write them', () => {
    const value = (start: string) => learner.page.$(`input[name^=${start}]`).first().val();
    expect([value('price_'), value('weight_'), value('length_')]).toEqual(['1,250', '1500', '240']);
  });

  it('keeps a listing as typed where one of its numbers cannot be read', async () => {
    const { status, $ } = await learner.press('บันทึก', { title: 'ชื่อใหม่', [first('weight_')]: 'หนักมาก' });
    expect(status).toBe(422);
    expect($('input[name=title]').val()).toBe('ชื่อใหม่');
    expect($('input[name^=weight_]').first().val()).toBe('หนักมาก');
    expect($('main').text()).toContain('1.5 กก.');
  });

  it('keeps the counts as typed, and the listing beside them as saved', async () => {
    await learner.visit(product);
    const { status, $ } = await learner.pressIn(`${product}/stock`, { [first('stock_')]: 'สามสิบ' });
    expect(status).toBe(422);
    expect($('input[name^=stock_]').first().val()).toBe('สามสิบ');
    expect($('input[name=title]').val()).toBe('ของดีประจำบ้าน');
    expect($('input[name^=price_]').first().val()).toBe('1,250');
  });

  it('keeps whose picture it was said to be', async () => {
    await learner.visit(`/m/${market}/shop/profile`);
    const { status, $ } = await learner.press('บันทึก', { name: '', licence: 'licensed' });
    expect(status).toBe(422);
    expect($('input[name=licence]:checked').val()).toBe('licensed');
  });
});
