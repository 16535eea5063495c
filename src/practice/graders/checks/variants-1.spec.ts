import { describe, expect, it } from '@jest/globals';
import type { Facts } from '../facts.js';
import { first, saidOf } from '../spec-support.js';

// Cannot see: whether a weight or a size is that of the real parcel, and options that the count sheet does not know of.
const say = (change: (facts: Facts) => void) => saidOf('variants@1', change);
const second = (change: object) => say(({ products }) => Object.assign(first(products).variants[1] ?? {}, change));

describe('category and choices', () => {
  it('are right in another accepted category, with a choice that is sold out, and for goods that come in one kind', () => {
    expect(say(({ products }) => Object.assign(first(products), { categoryId: 'food-dried' }))).toBe('met');
    expect(second({ stock: 0 })).toBe('met');
    const single = say(({ products, scenario }) => {
      first(scenario.goods).countSheet.splice(1);
      first(products).variants.splice(1);
      Object.assign(first(first(products).variants), { options: {}, weightG: null });
    });
    expect(single).toBe('met');
  });

  it.each<[string, object, string]>([
    ['has no weight', { weightG: null }, 'no_weight'],
    ['weighs nothing', { weightG: 0 }, 'no_weight'],
    ['has two of three sides', { heightMm: null }, 'no_size'],
    ['has no price', { price: 0 }, 'no_price'],
    ['has no quantity', { stock: null }, 'no_stock'],
  ])('are nearly right when one choice %s', (_, change, key) => {
    expect(second(change)).toBe(key);
  });

  it('are nearly right in a neighbouring category, or with two flavours under one choice', () => {
    expect(say(({ products }) => Object.assign(first(products), { categoryId: 'food-seasoning' }))).toBe(
      'wrong_category',
    );
    expect(say(({ products }) => Object.assign(first(products), { categoryId: null }))).toBe('no_category');
    expect(say(({ products }) => first(products).variants.splice(1))).toBe('not_split');
  });

  it('of goods that the scenario does not know go to a person', () => {
    expect(say(({ products }) => Object.assign(first(products), { goodsKey: null }))).toBe('not_hers');
  });
});
