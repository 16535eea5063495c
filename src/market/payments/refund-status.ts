/**
 * `wanted`: nobody was asked yet · `sent`: under way, the provider has its money or asks the buyer where to · `done` · `failed`: it came back,
 * or never went · `by_hand`: after that somebody gave it back past the provider.
 */
export const REFUND_STATUSES = ['wanted', 'sent', 'done', 'failed', 'by_hand'] as const;
export type RefundStatus = (typeof REFUND_STATUSES)[number];

// A bank may send a refund back even after it seemed to have arrived. News may overtake each other on the way.
const MOVES: Record<RefundStatus, readonly RefundStatus[]> = {
  wanted: ['sent', 'done', 'failed'],
  sent: ['done', 'failed'],
  done: ['failed'],
  failed: ['by_hand'],
  by_hand: [],
};

/** Whether a refund may go there; the same news again leads nowhere. */
export const mayRefundBecome = (from: RefundStatus, to: RefundStatus): boolean => MOVES[from].includes(to);

/** What the provider's word for a refund means here. */
export function refundStatusOf(status: string | null | undefined): RefundStatus {
  if (status === 'failed' || status === 'canceled') return 'failed';
  return status === 'pending' || status === 'requires_action' ? 'sent' : 'done';
}
