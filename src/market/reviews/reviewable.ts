import type { Order, OrderLine } from '../orders/order.js';

export type ReviewRefusal = 'not_delivered' | 'own_shop' | 'not_bought';

type Bought = Pick<Order, 'deliveredAt' | 'sellerParty' | 'buyerParty'>;

/** Why this buyer may not review these goods, or null: only who has received goods of somebody else can tell how they are. */
export function whyNotReview(
  order: Bought,
  lines: ReadonlyArray<Pick<OrderLine, 'productId'>>,
  productId: string,
): ReviewRefusal | null {
  if (person(order.sellerParty) === person(order.buyerParty)) return 'own_shop';
  if (!lines.some((line) => line.productId === productId)) return 'not_bought';
  return order.deliveredAt ? null : 'not_delivered';
}

/** The same person sells as seller:per_1 and buys as buyer:per_1. */
const person = (party: string): string => party.slice(party.indexOf(':') + 1);
