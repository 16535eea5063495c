import { type Goods, getGoods } from '../../market/catalogue/goods.js';
import type { ShopperSettings } from '../scenarios/scenario-schema.js';
import type { OwnListing } from './offers.service.js';
import type { Shopper } from './shopper.js';

/** What a shopper has in mind: the goods, the words that she types for them, and the listing whose link she followed. */
export interface Wish {
  goods: Goods;
  words: string;
  listingId: string | null;
}

/** Draws what she looks for, among `browsed` where she has nothing in mind. `goodsKey` when the scenario says it, `shopId` when she follows a shop's link. */
export function drawWish(
  { comes, persona, random }: Pick<Shopper, 'comes' | 'persona' | 'random'>,
  own: readonly OwnListing[],
  { goodsKey, shopId }: { goodsKey: string | null; shopId: string | null },
  browsed: ShopperSettings['browsed'],
): Wish {
  const shelf = shopId ? own.filter((listing) => listing.shopId === shopId) : own;
  // Whoever wanted to see a shop that has closed meanwhile looks round like everybody else.
  const listing = comes !== 'browser' && !goodsKey && shelf.length > 0 ? random.pick(shelf) : null;
  const goods = getGoods(goodsKey ?? listing?.goodsKey ?? random.pick(browsed[random.pick(persona.likes)]));
  const words = random.pick([...goods.kindNouns, ...goods.synonyms]);
  return { goods, words, listingId: shopId && listing ? listing.id : null };
}
