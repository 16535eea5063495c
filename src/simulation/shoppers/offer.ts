import type { DeliveryZone } from '../../market/addresses/delivery-zone.js';
import type { Goods } from '../../market/catalogue/goods.js';
import type { PaymentMethod } from '../../market/shops/shop.js';

export interface OfferVariant {
  id: string;
  sku: string;
  /** What one piece costs with the listing's extra charges, satang. */
  satang: number;
  available: number;
}

export interface OfferDelivery {
  code: string;
  fees: Record<DeliveryZone, number>;
}

/** One published listing with what a shopper sees of it and of its shop. */
export interface Offer {
  productId: string;
  shopId: string;
  shopName: string;
  /** Of a seller of this market and not of the background. */
  isOwn: boolean;
  goods: Goods;
  title: string;
  description: string;
  categoryId: string | null;
  attributes: Record<string, unknown>;
  unit: string | null;
  /** Photos without and with a flaw. */
  photos: { good: number; flawed: number };
  /** The choices that have a price. */
  variants: readonly OfferVariant[];
  deliveries: readonly OfferDelivery[];
  payments: readonly PaymentMethod[];
  shop: { description: string; hasImage: boolean; hasContact: boolean; hasReturns: boolean };
}
