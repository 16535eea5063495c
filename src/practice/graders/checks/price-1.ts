import { z } from 'zod';
import { findPhrases } from '../../../shared/phrases.js';
import { defineCheck, type Said } from '../check.js';
import { absence, eventAt, state } from '../evidence.js';
import type { Facts } from '../facts.js';
import type { ProductFact } from '../facts-products.js';
import { judgeListings, LISTING_KEYS, listingPath } from '../judged-listings.js';
import { orderPath } from '../judged-orders.js';

type Key = 'no_price' | 'no_unit' | 'extra_not_answered' | 'ask_price' | 'charged_more' | 'met';

/** ECU04.3.1: price per unit and every extra charge shown, nobody has to ask, and nobody pays more than was shown. */
export const price1 = defineCheck({
  id: 'price@1',
  criterion: 'ECU04.3.1',
  params: z.strictObject({}),
  messages: {
    ...LISTING_KEYS,
    no_price: 'not_met',
    no_unit: 'not_met',
    extra_not_answered: 'not_met',
    ask_price: 'not_met',
    charged_more: 'not_met',
    met: 'met',
  },
  judge(facts) {
    return judgeListings<Key>(
      facts,
      (product) => fault(facts, product),
      (products) =>
        faultOutsideListings(facts) ?? {
          key: 'met',
          evidence: products.flatMap((product) => [
            eventAt(facts, product.publishedSeq ?? 0, 'listing.published'),
            state(listingPath(facts, product, 'variants[0].price'), product.variants[0]?.price ?? null),
          ]),
        },
    );
  },
});

function fault(facts: Facts, product: ProductFact): Said<Key> | null {
  const where = { page: 'product', id: product.id } as const;
  const path = (field: string) => listingPath(facts, product, field);
  if (product.variants.length === 0) return { key: 'no_price', evidence: [absence(path('variants'), where)] };
  const free = product.variants.findIndex(({ price }) => price === null || price <= 0);
  if (free >= 0)
    return {
      key: 'no_price',
      evidence: [state(path(`variants[${free}].price`), product.variants[free]?.price ?? null, where)],
    };
  if (!product.unit?.trim()) return { key: 'no_unit', evidence: [absence(path('unit'), where)] };
  if (product.extraCharges === null)
    return { key: 'extra_not_answered', evidence: [absence(path('extraCharges'), where)] };
  for (const field of ['title', 'description'] as const) {
    const { text } = product[field];
    const [hit] = findPhrases(text, facts.rules.askPricePhrases);
    if (hit)
      return {
        key: 'ask_price',
        params: { phrase: hit.phrase },
        evidence: [state(path(`${field}.text`), text, where)],
      };
  }
  return null;
}

function faultOutsideListings(facts: Facts): Said<Key> | null {
  const posts = facts.shop?.texts ?? [];
  for (const [index, { place, text }] of posts.entries()) {
    const [hit] = place === 'post' ? findPhrases(text, facts.rules.askPricePhrases) : [];
    if (!hit) continue;
    const evidence = [state(`shop.texts[${index}].text`, text, { page: 'shop' })];
    return { key: 'ask_price', params: { title: '', phrase: hit.phrase }, evidence };
  }
  const dearer = facts.orders.find((order) => order.chargedTotal > order.displayedTotal);
  if (!dearer) return null;
  const where = { page: 'order', id: dearer.id } as const;
  const { displayedTotal, chargedTotal, number } = dearer;
  return {
    key: 'charged_more',
    params: { number, displayed: displayedTotal / 100, charged: chargedTotal / 100 },
    evidence: [
      state(orderPath(facts, dearer, 'displayedTotal'), displayedTotal, where),
      state(orderPath(facts, dearer, 'chargedTotal'), chargedTotal, where),
    ],
  };
}
