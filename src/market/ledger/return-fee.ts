import type { DeliveryZone } from '../addresses/delivery-zone.js';
import type { MarketSetup } from '../sandboxes/market-setup.js';

/**
 * What the carrier asks for bringing a refused parcel back, in satang: its price for the way there, or where a market does not know the
 * carriers' prices what the shop asks the buyer. Source: none; no carrier publishes one rate for all, and the same again is the simplest.
 */
export const returnFee = (
  setup: Pick<MarketSetup, 'carrierPrices'>,
  { shippingCode, shippingSatang }: { shippingCode: string; shippingSatang: number },
  zone: DeliveryZone,
): number => setup.carrierPrices?.[shippingCode]?.[zone] ?? shippingSatang;
