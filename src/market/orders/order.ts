import type { OrderStatus } from './order-status.js';
import type { OrderPayment } from './seller-label.js';

/** The parcel as an order sees it. */
export type OrderShipment =
  | 'none'
  | 'label_created'
  | 'awaiting_collection'
  | 'in_transit'
  | 'out_for_delivery'
  | 'delivered'
  | 'coming_back'
  | 'back';

/** One shop's part of a purchase. Amounts in satang, moments in market time. */
export interface Order {
  id: string;
  market: string;
  /** What people say and write: `TL-0001`. */
  number: string;
  groupId: string;
  shopId: string;
  sellerParty: string;
  buyerParty: string;
  orderStatus: OrderStatus;
  paymentStatus: OrderPayment;
  shipmentStatus: OrderShipment;
  goodsSatang: number;
  shippingSatang: number;
  extraSatang: number;
  totalSatang: number;
  /** What the market takes of this order, and the VAT on it, by the rules of the day it was placed. */
  commissionSatang: number;
  commissionVatSatang: number;
  shippingCode: string;
  shippingName: string;
  tracked: boolean;
  payBy: string;
  placedAt: string;
  paidAt: string | null;
  acceptedAt: string | null;
  packedAt: string | null;
  handedOverAt: string | null;
  deliveredAt: string | null;
  completedAt: string | null;
  cancelledAt: string | null;
  cancelReason: string | null;
}

/** Taken at the moment of buying: later changes of the listing do not touch it. */
export interface OrderLine {
  orderId: string;
  position: number;
  productId: string;
  variantId: string;
  title: string;
  optionText: string;
  sku: string;
  unitSatang: number;
  quantity: number;
}

/** One purchase: who buys, where it goes, paid once. */
export interface OrderGroup {
  id: string;
  market: string;
  buyerParty: string;
  buyerName: string;
  buyerPhone: string;
  addressLine: string;
  subDistrict: string;
  district: string;
  province: string;
  postcode: string;
  totalSatang: number;
  onceKey: string;
  payBy: string;
  placedAt: string;
}

/** PostgreSQL answers bigint as text, SQLite Booleans as 0 and 1. */
export const tidyOrder = (row: Order): Order => ({
  ...row,
  goodsSatang: Number(row.goodsSatang),
  shippingSatang: Number(row.shippingSatang),
  extraSatang: Number(row.extraSatang),
  totalSatang: Number(row.totalSatang),
  commissionSatang: Number(row.commissionSatang),
  commissionVatSatang: Number(row.commissionVatSatang),
  tracked: Boolean(row.tracked),
});
