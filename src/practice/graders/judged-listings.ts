import type { Said } from './check.js';
import { absence, state } from './evidence.js';
import type { Facts } from './facts.js';
import type { ProductFact } from './facts-products.js';

/** Keys that every check of listings may say, beside its own. */
export const LISTING_KEYS = { none: 'not_attempted', not_published: 'blocked' } as const;
export type ListingKey = keyof typeof LISTING_KEYS;

export const publishedListings = (facts: Facts) => facts.products.filter((product) => product.status === 'published');

/** How a sentence names a listing: its title, or its place in the list while the title is empty. */
export function listingName(facts: Facts, product: ProductFact): string {
  return product.title.text.trim() || `#${facts.products.indexOf(product) + 1}`;
}

/** The path of a listing's field in the facts. */
export const listingPath = (facts: Facts, product: ProductFact, field: string) =>
  `products[${facts.products.indexOf(product)}].${field}`;

/**
 * Judges the published listings one after the other: the first thing that `judge` has to say wins, and when it has nothing to
 * say of any, `met` is asked. Drafts are not judged: what buyers cannot see is not finished.
 */
export function judgeListings<Key extends string>(
  facts: Facts,
  judge: (product: ProductFact) => Said<Key> | null,
  met: (products: ProductFact[]) => Said<Key>,
): Said<Key | ListingKey> {
  if (facts.products.length === 0) return { key: 'none', evidence: [absence('listing.saved', { page: 'products' })] };
  const products = publishedListings(facts);
  const draft = facts.products.at(-1);
  if (products.length === 0 && draft) {
    const where = { page: 'product', id: draft.id } as const;
    const params = { title: listingName(facts, draft) };
    return {
      key: 'not_published',
      params,
      evidence: [state(listingPath(facts, draft, 'status'), draft.status, where)],
    };
  }
  for (const product of products) {
    const said = judge(product);
    if (said) return { ...said, params: { title: listingName(facts, product), ...said.params } };
  }
  return met(products);
}
