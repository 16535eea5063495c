import { z } from 'zod';
import { unresolvedClaims } from '../../../market/rule-sets/claims.js';
import { defineCheck, type Said } from '../check.js';
import { eventAt, state } from '../evidence.js';
import type { Facts } from '../facts.js';
import type { ProductFact } from '../facts-products.js';
import { judgeListings, LISTING_KEYS, listingPath } from '../judged-listings.js';

type Key = 'claim' | 'disputed' | 'not_shown' | 'met';

/** ECU04.2.3, the automatic part: no phrase of the pinned list is left in title, description or alternative text. */
export const claims1 = defineCheck({
  id: 'claims@1',
  criterion: 'ECU04.2.3',
  params: z.strictObject({}),
  messages: { ...LISTING_KEYS, claim: 'not_met', disputed: 'needs_person', not_shown: 'needs_person', met: 'met' },
  judge(facts) {
    return judgeListings<Key>(
      facts,
      (product) => fault(facts, product),
      (products) => ({
        key: 'met',
        evidence: products.flatMap((product) => [
          eventAt(facts, product.publishedSeq ?? 0, 'listing.published'),
          state(listingPath(facts, product, 'description.text'), product.description.text),
        ]),
      }),
    );
  },
});

function fault(facts: Facts, product: ProductFact): Said<Key> | null {
  const where = { page: 'product', id: product.id } as const;
  const said = claimTexts(product).flatMap(({ field, text }) =>
    unresolvedClaims(text, facts.rules).map((phrase): Said<Key> => {
      const shown = product.claimHits.find((hit) => hit.phrase === phrase);
      const written = state(listingPath(facts, product, field), text, where);
      // She must have been shown the phrase before it counts against her, and may say that it is no claim.
      if (!shown) return { key: 'not_shown', params: { phrase }, evidence: [written] };
      const key = shown.disputed ? 'disputed' : 'claim';
      return {
        key,
        params: { phrase },
        evidence: [written, eventAt(facts, shown.shownSeq, 'listing.claim_shown', where)],
      };
    }),
  );
  return said.find(({ key }) => key === 'claim') ?? said[0] ?? null;
}

function claimTexts({ title, description, photos }: ProductFact) {
  const alts = photos.map(({ alt }, index) => ({ field: `photos[${index}].alt.text`, text: alt?.text ?? '' }));
  return [{ field: 'title.text', text: title.text }, { field: 'description.text', text: description.text }, ...alts];
}
