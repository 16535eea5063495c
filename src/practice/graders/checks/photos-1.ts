import { z } from 'zod';
import { hammingDistance } from '../../../shared/edit-distance.js';
import { defineCheck, type Said } from '../check.js';
import { absence, event, state } from '../evidence.js';
import type { Facts } from '../facts.js';
import type { PhotoFact, ProductFact } from '../facts-products.js';
import { judgeListings, LISTING_KEYS, listingPath } from '../judged-listings.js';

const params = z.strictObject({
  min: z.int().default(3),
  longEdge: z.int().default(800),
  /** Bits of 64 in which two photos must differ to be two pictures. */
  minDistance: z.int().default(8),
});
type Params = z.infer<typeof params>;
type Key =
  | 'no_photo'
  | 'too_few'
  | 'not_hers'
  | 'watermark'
  | 'no_consent'
  | 'too_small'
  | 'unclear'
  | 'repeated'
  | 'no_front'
  | 'no_detail'
  | 'no_scale'
  | 'met';

/** ECU04.1.1: three own, different, clear photos a listing: front, detail, and scale or label. */
export const photos1 = defineCheck({
  id: 'photos@1',
  criterion: 'ECU04.1.1',
  params,
  messages: {
    ...LISTING_KEYS,
    no_photo: 'not_attempted',
    too_few: 'not_met',
    not_hers: 'not_met',
    watermark: 'not_met',
    no_consent: 'not_met',
    too_small: 'not_met',
    unclear: 'not_met',
    repeated: 'not_met',
    no_front: 'not_met',
    no_detail: 'not_met',
    no_scale: 'not_met',
    met: 'met',
  },
  judge(facts, wanted) {
    return judgeListings<Key>(
      facts,
      (product) => fault(facts, product, wanted),
      (products) => ({
        key: 'met',
        evidence: products.map((product) =>
          event(facts, 'photo.added', product.id, { page: 'product', id: product.id }),
        ),
      }),
    );
  },
});

function fault(facts: Facts, product: ProductFact, wanted: Params): Said<Key> | null {
  const where = { page: 'product', id: product.id } as const;
  if (product.photos.length === 0) return { key: 'no_photo', evidence: [absence('photo.added', where)] };
  const at = pointer(facts, product);
  const strange = product.photos.find((photo) => photo.licence !== 'own' && photo.licence !== 'licensed');
  if (strange) return { key: 'not_hers', evidence: at(strange, 'licence', strange.licence) };
  // Another shop's mark or a person who did not agree makes the listing wrong even when three good photos are left.
  for (const flaw of ['watermark', 'no_consent'] as const) {
    const flawed = product.photos.find((photo) => photo.flaws.includes(flaw));
    if (flawed) return { key: flaw, evidence: at(flawed, 'flaws', flaw) };
  }
  const { clear, large, different } = sorted(product.photos, wanted);
  if (different.length < wanted.min) return whyTooFew(facts, product, wanted, { clear, large, different });

  const shows = (...roles: PhotoFact['role'][]) => different.some((photo) => roles.includes(photo.role));
  if (!shows('front')) return { key: 'no_front', evidence: [absence('photo role front', where)] };
  if (!shows('detail')) return { key: 'no_detail', evidence: [absence('photo role detail', where)] };
  if (shows('scale', 'label')) return null;
  return { key: 'no_scale', evidence: [absence('photo role scale or label', where)] };
}

type Sorted = { clear: PhotoFact[]; large: PhotoFact[]; different: PhotoFact[] };

/** The photos without a flaw, of these the large ones, and of these the ones that repeat no earlier one. */
function sorted(photos: PhotoFact[], { longEdge, minDistance }: Params): Sorted {
  const clear = photos.filter((photo) => photo.flaws.length === 0);
  const large = clear.filter((photo) => Math.max(photo.width, photo.height) >= longEdge);
  const different = large.filter((photo, index) =>
    large.slice(0, index).every((other) => hammingDistance(other.phash, photo.phash) >= minDistance),
  );
  return { clear, large, different };
}

/** Names why photos did not count, so that "add one more" is said only to somebody who really has too few. */
function whyTooFew(facts: Facts, product: ProductFact, wanted: Params, { clear, large, different }: Sorted): Said<Key> {
  const { photos } = product;
  const at = pointer(facts, product);
  const params = { found: different.length, wanted: wanted.min };
  if (photos.length < wanted.min) {
    const where = { page: 'product', id: product.id } as const;
    const evidence = [state(listingPath(facts, product, 'photos.length'), photos.length, where)];
    return { key: 'too_few', params, evidence };
  }
  const small = clear.find((photo) => !large.includes(photo));
  if (small) {
    const evidence = at(small, 'width', Math.max(small.width, small.height));
    return { key: 'too_small', params: { ...params, longEdge: wanted.longEdge }, evidence };
  }
  const repeat = large.find((photo) => !different.includes(photo));
  if (repeat) return { key: 'repeated', params, evidence: at(repeat, 'phash', repeat.phash) };
  const unclear = photos.find((photo) => photo.flaws.length > 0);
  return { key: 'unclear', params, evidence: unclear ? at(unclear, 'flaws', unclear.flaws.join(', ')) : [] };
}

const pointer =
  (facts: Facts, product: ProductFact) => (photo: PhotoFact, field: string, value: string | number | null) => [
    state(listingPath(facts, product, `photos[${product.photos.indexOf(photo)}].${field}`), value, {
      page: 'product',
      id: product.id,
    }),
  ];
