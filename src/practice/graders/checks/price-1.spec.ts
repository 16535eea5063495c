import { describe, expect, it } from '@jest/globals';
import type { Facts } from '../facts.js';
import { first, saidOf } from '../spec-support.js';

// Cannot see: whether a price is sensible, an extra charge that she answers with "none" and asks for in chat, and hints to ask that the
// list does not have.
const say = (change: (facts: Facts) => void) => saidOf('price@1', change);
const described = (text: string) => say(({ products }) => Object.assign(first(products).description, { text }));

describe('the price', () => {
  it('is right without extra charges, with one that is listed, and when a discount made the charge smaller', () => {
    expect(say(() => {})).toBe('met');
    expect(say(({ products }) => first(products).extraCharges?.push({ name: 'กล่องของขวัญ', amount: 2000 }))).toBe('met');
    expect(say(({ orders }) => Object.assign(first(orders), { chargedTotal: 11000 }))).toBe('met');
  });

  it('is right beside an invitation to ask about anything else', () => {
    expect(described('ทักแชทถามวิธีเก็บได้เลย ราคาตามที่แสดง')).toBe('met');
  });

  it.each<[string, (facts: Facts) => void, string]>([
    [
      'one choice has no price',
      ({ products }) => Object.assign(first(products).variants[1] ?? {}, { price: null }),
      'no_price',
    ],
    [
      'one choice costs nothing',
      ({ products }) => Object.assign(first(products).variants[1] ?? {}, { price: 0 }),
      'no_price',
    ],
    ['nothing can be bought', ({ products }) => first(products).variants.splice(0), 'no_price'],
    ['the unit is missing', ({ products }) => Object.assign(first(products), { unit: ' ' }), 'no_unit'],
    [
      'extra charges were not answered',
      ({ products }) => Object.assign(first(products), { extraCharges: null }),
      'extra_not_answered',
    ],
    [
      'one satang more was charged than shown',
      ({ orders }) => Object.assign(first(orders), { chargedTotal: 12001 }),
      'charged_more',
    ],
    [
      'a post makes people ask',
      ({ shop }) => shop?.texts.push({ place: 'post', text: 'ของใหม่ ราคา IB ค่ะ', words: [] }),
      'ask_price',
    ],
  ])('is nearly right when %s', (_, change, key) => {
    expect(say(change)).toBe(key);
  });

  it.each(['ราคาส่งทัก แชท ถาม ราคา', 'สนใจ inbox  for price', 'สอบ\u200bถามราคาได้ค่ะ'])('is hidden by "%s"', (text) => {
    expect(described(text)).toBe('ask_price');
  });
});
