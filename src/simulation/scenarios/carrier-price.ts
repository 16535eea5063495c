import type { DeliveryZone } from '../../market/addresses/delivery-zone.js';
import type { Carrier } from './scenario-schema.js';

/** What a carrier asks for a parcel in satang, or null for one that is too heavy for it. Weight in grams. */
export function carrierPrice(carrier: Carrier, zone: DeliveryZone, weight: number): number | null {
  return carrier.rates[zone].find((step) => weight <= step.upTo)?.price ?? null;
}
