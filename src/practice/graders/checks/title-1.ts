import { z } from 'zod';
import type { RuleValues } from '../../../market/rule-sets/rule-set.js';
import { alternatives, findPhrases } from '../../../shared/phrases.js';
import { comparable } from '../../../shared/thai-text.js';
import { defineCheck, type Said } from '../check.js';
import { eventAt, state } from '../evidence.js';
import type { Facts } from '../facts.js';
import type { ProductFact } from '../facts-products.js';
import { judgeListings, LISTING_KEYS, listingPath } from '../judged-listings.js';

const params = z.strictObject({
  minLength: z.int().default(20),
  maxLength: z.int().default(120),
  maxRepeats: z.int().default(2),
});
type Key = 'empty' | 'too_short' | 'too_long' | 'no_size' | 'repeated' | 'other_brand' | 'kind_unknown' | 'met';

// Nouns this short are part of many other words (ชา in ชาม), so they must be a word of their own.
const SHORT_NOUN = 3;

/** ECU04.2.1: a title with kind and size, of fair length, without stuffed words or another's brand. */
export const title1 = defineCheck({
  id: 'title@1',
  criterion: 'ECU04.2.1',
  params,
  messages: {
    ...LISTING_KEYS,
    empty: 'not_attempted',
    too_short: 'not_met',
    too_long: 'not_met',
    no_size: 'not_met',
    repeated: 'not_met',
    other_brand: 'not_met',
    kind_unknown: 'needs_person',
    met: 'met',
  },
  judge(facts, wanted) {
    return judgeListings<Key>(
      facts,
      (product) => fault(facts, product, wanted),
      (products) => ({
        key: 'met',
        evidence: products.flatMap((product) => [
          eventAt(facts, product.publishedSeq ?? 0, 'listing.published'),
          state(listingPath(facts, product, 'title.text'), product.title.text),
        ]),
      }),
    );
  },
});

function fault(facts: Facts, product: ProductFact, wanted: z.infer<typeof params>): Said<Key> | null {
  const title = comparable(product.title.text);
  const length = [...title].length;
  const where = { page: 'product', id: product.id } as const;
  const evidence = [state(listingPath(facts, product, 'title.text'), product.title.text, where)];
  if (length === 0) return { key: 'empty', evidence };
  if (length < wanted.minLength) return { key: 'too_short', params: { length, min: wanted.minLength }, evidence };
  if (length > wanted.maxLength) return { key: 'too_long', params: { length, max: wanted.maxLength }, evidence };
  if (!hasSize(title, facts.rules)) return { key: 'no_size', evidence };
  const word = repeatedWord(product.title.words, wanted.maxRepeats);
  if (word) return { key: 'repeated', params: { word, max: wanted.maxRepeats }, evidence };
  const [brand] = findPhrases(title, facts.scenario.otherBrands);
  if (brand) return { key: 'other_brand', params: { brand: brand.phrase }, evidence };
  const goods = facts.scenario.goods.find((each) => each.key === product.goodsKey);
  // A word that is on no list may be a dialect's: a person decides, never this check.
  const named = goods?.kindNouns.some((noun) => namesKind(title, product.title.words, noun));
  return named ? null : { key: 'kind_unknown', evidence };
}

/** A number with a unit, a number by a number, or a size word. */
function hasSize(title: string, rules: RuleValues): boolean {
  const measured = new RegExp(`\\d\\s*(?:${alternatives(rules.sizeUnits)})`);
  return measured.test(title) || /\d\s*[x×*]\s*\d/.test(title) || new RegExp(alternatives(rules.sizeWords)).test(title);
}

/** The first word (not a number, a single letter or a mark) that stands in the title more often than allowed. */
function repeatedWord(words: readonly string[], max: number): string | null {
  const counts = new Map<string, number>();
  for (const word of words.map(comparable)) {
    if ([...word].length < 2 || !/\p{L}/u.test(word)) continue;
    const count = (counts.get(word) ?? 0) + 1;
    if (count > max) return word;
    counts.set(word, count);
  }
  return null;
}

function namesKind(title: string, words: readonly string[], noun: string): boolean {
  const wanted = comparable(noun);
  if ([...wanted].length <= SHORT_NOUN) return words.some((word) => comparable(word) === wanted);
  return title.replaceAll(' ', '').includes(wanted.replaceAll(' ', ''));
}
