import { z } from 'zod';
import { squashed } from '../../../shared/thai-text.js';
import { defineCheck, type Said } from '../check.js';
import { absence, event, state } from '../evidence.js';
import type { Facts } from '../facts.js';
import type { ProductFact, VariantFact } from '../facts-products.js';
import type { GoodsFact } from '../facts-scenario.js';
import { judgeListings, LISTING_KEYS, listingPath } from '../judged-listings.js';

type Key =
  | 'not_hers'
  | 'not_saved'
  | 'partly_saved'
  | 'not_split'
  | 'differs'
  | 'choice_missing'
  | 'choice_twice'
  | 'choice_unknown'
  | 'met';
type CountRow = GoodsFact['countSheet'][number];

/** ECU04.4.1: the opening stock of every choice equals the count sheet. */
export const openingStock1 = defineCheck({
  id: 'opening-stock@1',
  criterion: 'ECU04.4.1',
  params: z.strictObject({}),
  messages: {
    ...LISTING_KEYS,
    not_hers: 'needs_person',
    not_saved: 'not_attempted',
    partly_saved: 'not_met',
    not_split: 'blocked',
    differs: 'not_met',
    choice_missing: 'not_met',
    choice_twice: 'not_met',
    choice_unknown: 'needs_person',
    met: 'met',
  },
  judge(facts) {
    return judgeListings<Key>(
      facts,
      (product) => fault(facts, product),
      (products) => ({
        key: 'met',
        evidence: products.flatMap((product) => [
          event(facts, 'stock.opening_saved', product.id),
          state(listingPath(facts, product, 'variants[0].openingStock'), product.variants[0]?.openingStock ?? null),
        ]),
      }),
    );
  },
});

function fault(facts: Facts, product: ProductFact): Said<Key> | null {
  const where = { page: 'product', id: product.id } as const;
  const { variants } = product;
  const path = (variant: VariantFact) =>
    listingPath(facts, product, `variants[${variants.indexOf(variant)}].openingStock`);
  const goods = facts.scenario.goods.find((each) => each.key === product.goodsKey);
  if (!goods)
    return { key: 'not_hers', evidence: [state(listingPath(facts, product, 'goodsKey'), product.goodsKey, where)] };
  const unsaved = variants.find(({ openingStock }) => openingStock === null);
  if (variants.every(({ openingStock }) => openingStock === null)) {
    return { key: 'not_saved', evidence: [absence(`stock.opening_saved ${product.id}`, where)] };
  }
  // One number for several choices cannot be held against the sheet: splitting them is the thing to mend first.
  if (variants.length < goods.countSheet.length && variants.length === 1) {
    return {
      key: 'not_split',
      params: { choices: goods.countSheet.length },
      evidence: [state(listingPath(facts, product, 'variants.length'), 1, where)],
    };
  }
  if (unsaved)
    return { key: 'partly_saved', params: { variant: choiceName(unsaved) }, evidence: [absence(path(unsaved), where)] };
  return stockFault(variants, goods.countSheet, (variant) => state(path(variant), variant.openingStock, where));
}

function stockFault(
  variants: VariantFact[],
  sheet: CountRow[],
  evidence: (variant: VariantFact) => ReturnType<typeof state>,
): Said<Key> | null {
  const rows = variants.map((variant) => ({ variant, row: sheet.find((each) => isThisChoice(variant, each)) }));
  const wrong = rows.find(({ variant, row }) => row && row.counted !== variant.openingStock);
  if (wrong?.row) {
    const params = {
      variant: choiceName(wrong.variant),
      saved: wrong.variant.openingStock ?? 0,
      counted: wrong.row.counted,
    };
    return { key: 'differs', params, evidence: [evidence(wrong.variant)] };
  }
  // One choice listed twice sells the same pieces twice.
  const twin = rows.find(({ row }, index) => row && rows.findIndex((other) => other.row === row) < index);
  if (twin)
    return { key: 'choice_twice', params: { variant: choiceName(twin.variant) }, evidence: [evidence(twin.variant)] };
  const unknown = rows.find(({ row }) => !row);
  const missing = sheet.find((row) => rows.every((each) => each.row !== row));
  if (!missing && !unknown) return null;
  const first = (unknown ?? rows[0])?.variant;
  const seen = first ? [evidence(first)] : [];
  if (missing && !unknown) {
    const params = { variant: missing.options.map(([name]) => name).join(' / '), counted: missing.counted };
    return { key: 'choice_missing', params, evidence: seen };
  }
  // She may call a colour otherwise than the sheet does. The same numbers under other names are right; other numbers, a person judges.
  const sorted = (numbers: number[]) => numbers.sort((a, b) => a - b).join();
  const saved = sorted(variants.map((variant) => variant.openingStock ?? 0));
  if (saved === sorted(sheet.map((row) => row.counted))) return null;
  return { key: 'choice_unknown', params: { variant: first ? choiceName(first) : '' }, evidence: seen };
}

/** Each option of the row is named by one of the choices, in whatever order she asks for them. */
function isThisChoice(variant: VariantFact, row: CountRow): boolean {
  const choices = Object.values(variant.options).map(squashed);
  return row.options.every((spellings) => spellings.some((spelling) => choices.includes(squashed(spelling))));
}

const choiceName = (variant: VariantFact) => Object.values(variant.options).join(' / ') || variant.sku;
