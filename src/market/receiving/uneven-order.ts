/** Satang of one order that is paid straight to the shop, and how far it is. */
export interface OrderSums {
  totalSatang: number;
  cameSatang: number;
  backSatang: number;
  isCancelled: boolean;
  /** Whether all of its money counts as come already. */
  isPaid: boolean;
  /** Whether the shop has asked its buyer for the rest. */
  hasAsked: boolean;
}

/**
 * Whether an order's money waits for the seller: too much came and she keeps it still, or too little and nobody has asked for the rest.
 * What she gave back of an order that was paid is a refund and no shortfall.
 */
export function waitsForSeller({ totalSatang, cameSatang, backSatang, ...order }: OrderSums): boolean {
  const due = order.isCancelled ? 0 : totalSatang;
  if (cameSatang - backSatang > due) return true;
  return cameSatang > 0 && !order.isCancelled && !order.isPaid && !order.hasAsked;
}
