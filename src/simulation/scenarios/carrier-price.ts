import type { DeliveryZone } from '../../market/addresses/delivery-zone.js';
import type { Goods } from '../../market/catalogue/goods.js';
import type { CarrierPrices } from '../../market/sandboxes/market-setup.js';
import type { Carrier, Scenario } from './scenario-schema.js';

/** What a carrier asks for a parcel in satang, or null for one that is too heavy for it. Weight in grams. */
export function carrierPrice(carrier: Carrier, zone: DeliveryZone, weight: number): number | null {
  return carrier.rates[zone].find((step) => weight <= step.upTo)?.price ?? null;
}

/** What each carrier asks for the heaviest parcel of these goods: a fee that covers this one covers all. */
export function carrierPricesFor({ carriers }: Scenario, { variants }: Goods): CarrierPrices {
  const heaviest = Math.max(...variants.map(({ weight }) => weight));
  const ofZone = (carrier: Carrier, zone: DeliveryZone) => carrierPrice(carrier, zone, heaviest) ?? 0;
  const ofCarrier = (carrier: Carrier) => ({
    bangkok: ofZone(carrier, 'bangkok'),
    upcountry: ofZone(carrier, 'upcountry'),
    island: ofZone(carrier, 'island'),
  });
  return Object.fromEntries(carriers.map((carrier) => [carrier.key, ofCarrier(carrier)]));
}
