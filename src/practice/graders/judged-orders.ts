import type { Said } from './check.js';
import { absence } from './evidence.js';
import type { Facts } from './facts.js';
import type { OrderFact, ShipmentFact } from './facts-orders.js';
import { publishedListings } from './judged-listings.js';

/** Keys that every check of parcels may say, beside its own. */
export const ORDER_KEYS = { no_listing: 'blocked', no_order: 'blocked' } as const;
export type OrderKey = keyof typeof ORDER_KEYS;

export type Parcel = { order: OrderFact; shipment: ShipmentFact };

/** The path of an order's field in the facts. */
export const orderPath = (facts: Facts, order: OrderFact, field: string) =>
  `orders[${facts.orders.indexOf(order)}].${field}`;

/**
 * Judges the parcels of paid orders. Without any paid order nothing can be judged: because she lists nothing, which she can mend, or
 * because the market sent nobody, which is not hers ("not observed").
 */
export function judgeParcels<Key extends string>(
  facts: Facts,
  judge: (parcels: Parcel[], orders: OrderFact[]) => Said<Key>,
): Said<Key | OrderKey> {
  const orders = facts.orders.filter((order) => order.status !== 'to_pay' && order.status !== 'cancelled');
  if (orders.length > 0) {
    const parcels = orders.flatMap((order) => (order.shipment ? [{ order, shipment: order.shipment }] : []));
    return judge(parcels, orders);
  }
  if (publishedListings(facts).length === 0) {
    return { key: 'no_listing', evidence: [absence('listing.published', { page: 'products' })] };
  }
  return { key: 'no_order', evidence: [absence('order.paid', { page: 'orders' })], notObserved: true };
}
