import type { OrderStatus } from './order-status.js';

/** The payment as an order sees it. */
export type OrderPayment =
  | 'pending'
  /** The courier brings the money. */
  | 'on_delivery'
  | 'captured'
  | 'failed'
  | 'expired'
  | 'refunded'
  | 'partially_refunded';
export const SELLER_LABELS = ['to_pay', 'to_ship', 'shipping', 'completed', 'cancelled', 'refunded'] as const;
/** The tabs of the seller's queue: ที่ต้องชำระ, ที่ต้องจัดส่ง, กำลังจัดส่ง, สำเร็จ, ยกเลิก, คืนเงิน. */
export type SellerLabel = (typeof SELLER_LABELS)[number];

/** The one label that the seller sees, worked out from the order's and the payment's status. */
export function sellerLabel(order: { orderStatus: OrderStatus; paymentStatus: OrderPayment }): SellerLabel {
  if (order.paymentStatus === 'refunded') return 'refunded';
  if (order.orderStatus === 'cancelled') return 'cancelled';
  if (order.orderStatus === 'completed') return 'completed';
  if (order.orderStatus === 'handed_over') return 'shipping';
  return isGoodToShip(order.paymentStatus) ? 'to_ship' : 'to_pay';
}

/** Paid, or to be paid at the door. */
export const isGoodToShip = (payment: OrderPayment): boolean =>
  payment === 'captured' || payment === 'partially_refunded' || payment === 'on_delivery';
