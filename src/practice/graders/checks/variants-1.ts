import { z } from 'zod';
import { defineCheck, type Said } from '../check.js';
import { absence, eventAt, state } from '../evidence.js';
import type { Facts } from '../facts.js';
import type { ProductFact, VariantFact } from '../facts-products.js';
import { judgeListings, LISTING_KEYS, listingPath } from '../judged-listings.js';

type Key =
  | 'no_category'
  | 'wrong_category'
  | 'not_split'
  | 'no_price'
  | 'no_stock'
  | 'no_weight'
  | 'no_size'
  | 'not_hers'
  | 'met';

/** ECU04.3.2: the right category, and each choice of goods with options has price, stock, weight and parcel size. */
export const variants1 = defineCheck({
  id: 'variants@1',
  criterion: 'ECU04.3.2',
  params: z.strictObject({}),
  messages: {
    ...LISTING_KEYS,
    no_category: 'not_met',
    wrong_category: 'not_met',
    not_split: 'not_met',
    no_price: 'not_met',
    no_stock: 'not_met',
    no_weight: 'not_met',
    no_size: 'not_met',
    not_hers: 'needs_person',
    met: 'met',
  },
  judge(facts) {
    return judgeListings<Key>(
      facts,
      (product) => fault(facts, product),
      (products) => ({
        key: 'met',
        evidence: products.flatMap((product) => [
          eventAt(facts, product.publishedSeq ?? 0, 'listing.published'),
          state(listingPath(facts, product, 'categoryId'), product.categoryId),
        ]),
      }),
    );
  },
});

function fault(facts: Facts, product: ProductFact): Said<Key> | null {
  const where = { page: 'product', id: product.id } as const;
  const path = (field: string) => listingPath(facts, product, field);
  if (product.categoryId === null) return { key: 'no_category', evidence: [absence(path('categoryId'), where)] };
  const goods = facts.scenario.goods.find((each) => each.key === product.goodsKey);
  // Goods that are not on the scenario's list have no accepted category to compare with.
  if (!goods) return { key: 'not_hers', evidence: [state(path('goodsKey'), product.goodsKey, where)] };
  if (!goods.acceptedCategories.includes(product.categoryId)) {
    return { key: 'wrong_category', evidence: [state(path('categoryId'), product.categoryId, where)] };
  }
  const choices = goods.countSheet.length;
  if (choices > 1 && product.variants.length < 2) {
    return {
      key: 'not_split',
      params: { choices },
      evidence: [state(path('variants.length'), product.variants.length, where)],
    };
  }
  const hasOptions =
    product.variants.length > 1 || product.variants.some(({ options }) => Object.keys(options).length > 0);
  if (!hasOptions) return null;
  for (const [index, variant] of product.variants.entries()) {
    const lacking = lackingField(variant);
    if (!lacking) continue;
    const value = variant[lacking.field];
    const params = { variant: Object.values(variant.options).join(' / ') || variant.sku };
    return { key: lacking.key, params, evidence: [state(path(`variants[${index}].${lacking.field}`), value, where)] };
  }
  return null;
}

const LACKING = [
  { field: 'price', key: 'no_price', least: 1 },
  { field: 'stock', key: 'no_stock', least: 0 },
  { field: 'weightG', key: 'no_weight', least: 1 },
  { field: 'lengthMm', key: 'no_size', least: 1 },
  { field: 'widthMm', key: 'no_size', least: 1 },
  { field: 'heightMm', key: 'no_size', least: 1 },
] as const;

const lackingField = (variant: VariantFact) =>
  LACKING.find(({ field, least }) => {
    const value = variant[field];
    return value === null || value < least;
  });
