import type { OrderStatus } from '../orders/order-status.js';

/** What the undoing of a match hangs on. Satang. */
export interface MatchState {
  orderStatus: OrderStatus;
  handedOverAt: string | null;
  /** What of the order's money was sent back already. */
  backSatang: number;
  hasAcceptedSlip: boolean;
}

export type NoUndo = 'bank.undo_shipped' | 'bank.undo_refunded' | 'bank.undo_cancelled' | 'bank.undo_slip';

/** Why a match of this order cannot be undone, as a sentence's key, or null. What left the house cannot be called unpaid any more. */
export function whyNotUndo({ orderStatus, handedOverAt, backSatang, hasAcceptedSlip }: MatchState): NoUndo | null {
  if (handedOverAt) return 'bank.undo_shipped';
  if (backSatang > 0) return 'bank.undo_refunded';
  if (orderStatus === 'cancelled') return 'bank.undo_cancelled';
  return hasAcceptedSlip ? 'bank.undo_slip' : null;
}
