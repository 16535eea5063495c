import { describe, expect, it } from '@jest/globals';
import { provinces } from '../addresses/address-tree.js';
import { sellerPersonas } from '../personas/personas.js';
import { whyRealDetail } from '../personas/real-details.js';
import { attributeProblems } from './attribute-problems.js';
import { findCategory, loadCategories } from './categories.js';
import { attributesOfLot, getGoods, loadGoods } from './goods.js';

const all = [...loadGoods().values()];
const today = '2026-11-24';

describe('the goods', () => {
  it('are at least 24 over all five groups', () => {
    expect(all.length).toBeGreaterThanOrEqual(24);
    const groups = new Set(all.map((goods) => findCategory(goods.category)?.group));
    expect([...groups].sort()).toEqual(
      loadCategories()
        .map((group) => group.id)
        .sort(),
    );
  });

  it('have every attribute that their category demands', () => {
    const lacking = all.flatMap((goods) =>
      attributeProblems(findCategory(goods.category)!, attributesOfLot(goods, today), today).map((p) => [goods.key, p]),
    );
    expect(lacking).toEqual([]);
  });

  it('name only attributes that their category has', () => {
    const strange = all.flatMap((goods) => {
      const known = findCategory(goods.category)!.attributes.map((attribute) => attribute.key);
      return Object.keys(goods.attributes).filter((key) => !known.includes(key));
    });
    expect(strange).toEqual([]);
  });

  it('are accepted in categories that exist, their own among them', () => {
    const wrong = all.filter(
      (goods) => !goods.accepted.every(findCategory) || !goods.accepted.includes(goods.category),
    );
    expect(wrong).toEqual([]);
  });

  it('have titles of a right length that name the kind', () => {
    const wrong = all.filter(
      ({ title, kindNouns }) =>
        title.th.length < 20 || title.th.length > 120 || !kindNouns.some((noun) => title.th.includes(noun)),
    );
    expect(wrong.map((goods) => goods.key)).toEqual([]);
  });

  it('have one variant for each value of their option, priced within what is fair', () => {
    for (const goods of all) {
      const values = goods.option?.values.map((value) => value.key) ?? [undefined];
      expect([goods.key, goods.variants.map((variant) => variant.value)]).toEqual([goods.key, values]);
      expect(goods.variants.filter(({ price, fair }) => price < fair[0] || price > fair[1])).toEqual([]);
    }
  });

  it('have SKUs of their own, known provinces, and nothing real in their words', () => {
    const skus = all.flatMap((goods) => goods.variants.map((variant) => variant.sku));
    expect(new Set(skus).size).toBe(skus.length);
    expect(all.filter((goods) => !provinces().includes(goods.province))).toEqual([]);
    expect(all.filter((goods) => whyRealDetail(JSON.stringify(goods)))).toEqual([]);
  });

  it('are what the seller personas sell', () => {
    for (const persona of sellerPersonas()) {
      for (const key of persona.goods) expect(getGoods(key).key).toBe(key);
      expect(findCategory(persona.category)).not.toBeNull();
    }
  });
});

describe('a lot', () => {
  it('expires when its shelf life ends', () => {
    expect(attributesOfLot(getGoods('roselle-drink'), '2026-11-24').expiryDate).toBe('2026-12-14');
    expect(attributesOfLot(getGoods('mudmee-silk'), '2026-11-24').expiryDate).toBeUndefined();
  });

  it('is refused for goods that no seed has', () => {
    expect(() => getGoods('golden-goose')).toThrow('golden-goose');
  });
});
