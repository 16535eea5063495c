import { z } from 'zod';
import { bangkokDay, readDay } from '../../../shared/thai-date.js';
import { countThaiLetters, normaliseThai, squashed } from '../../../shared/thai-text.js';
import { defineCheck, type Said } from '../check.js';
import { absence, eventAt, state } from '../evidence.js';
import type { Facts } from '../facts.js';
import type { MandatoryAttribute, ProductFact } from '../facts-products.js';
import { judgeListings, LISTING_KEYS, listingPath } from '../judged-listings.js';

const params = z.strictObject({ thaiLetters: z.int().default(30) });
type Key = 'no_category' | 'missing' | 'out_of_range' | 'no_thai' | 'met';

/** ECU04.2.2: every mandatory field of the category's template filled and in range, and a description in Thai. */
export const attributes1 = defineCheck({
  id: 'attributes@1',
  criterion: 'ECU04.2.2',
  params,
  messages: {
    ...LISTING_KEYS,
    no_category: 'blocked',
    missing: 'not_met',
    out_of_range: 'not_met',
    no_thai: 'not_met',
    met: 'met',
  },
  judge(facts, { thaiLetters }) {
    return judgeListings<Key>(
      facts,
      (product) => fault(facts, product, thaiLetters),
      (products) => ({
        key: 'met',
        evidence: products.flatMap((product) => [
          eventAt(facts, product.publishedSeq ?? 0, 'listing.published'),
          state(listingPath(facts, product, 'mandatoryAttributes.length'), product.mandatoryAttributes.length),
        ]),
      }),
    );
  },
});

function fault(facts: Facts, product: ProductFact, thaiLetters: number): Said<Key> | null {
  const where = { page: 'product', id: product.id } as const;
  // Without a category there is no template, so nothing to hold the fields against.
  if (product.categoryId === null) return { key: 'no_category', evidence: [absence('product.categoryId', where)] };
  const path = (attribute: MandatoryAttribute) =>
    listingPath(facts, product, `mandatoryAttributes[${product.mandatoryAttributes.indexOf(attribute)}].value`);

  const missing = product.mandatoryAttributes.find((attribute) => !isFilled(attribute));
  if (missing) return { key: 'missing', params: { field: missing.label }, evidence: [absence(path(missing), where)] };
  const today = bangkokDay(facts.sandbox.marketAt);
  const wrong = product.mandatoryAttributes.find((attribute) => !isInRange(attribute, today));
  if (wrong) {
    const value = String(wrong.value);
    return { key: 'out_of_range', params: { field: wrong.label, value }, evidence: [state(path(wrong), value, where)] };
  }
  const { text } = product.description;
  const thai = countThaiLetters(text);
  if (thai >= thaiLetters) return null;
  return {
    key: 'no_thai',
    params: { found: thai, wanted: thaiLetters },
    evidence: [state(listingPath(facts, product, 'description.text'), text, where)],
  };
}

function isFilled({ value }: MandatoryAttribute): boolean {
  if (value === null) return false;
  if (Array.isArray(value)) return value.some((item) => squashed(item) !== '');
  // A lone dash is how people leave a field empty when a page does not let them.
  return typeof value !== 'string' || squashed(value) !== '';
}

function isInRange({ rule, value, max }: MandatoryAttribute, today: string): boolean {
  if (rule === 'positive_number') {
    const number = Number(normaliseThai(String(value)).replaceAll(',', ''));
    return number > 0 && (max === null || number <= max);
  }
  if (rule === 'future_date') {
    const day = readDay(String(value));
    return day !== null && day > today;
  }
  return true;
}
