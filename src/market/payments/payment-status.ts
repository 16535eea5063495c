export const PAYMENT_STATUSES = ['pending', 'captured', 'failed', 'expired', 'refunded', 'partially_refunded'] as const;
export type PaymentStatus = (typeof PAYMENT_STATUSES)[number];

export const PAYMENT_MOVES = [
  'capture',
  'fail',
  'expire',
  'refund',
  'refund_part',
  'came_back',
  'came_back_part',
] as const;
/** `came_back`: a refund that had seemed to arrive came back, and nothing of the payment is refunded any more. */
export type PaymentMove = (typeof PAYMENT_MOVES)[number];

// Money that came counts even after a failure or a timeout: news of them may overtake each other on the way.
const MOVES: Record<PaymentStatus, Partial<Record<PaymentMove, PaymentStatus>>> = {
  pending: { capture: 'captured', fail: 'failed', expire: 'expired' },
  failed: { capture: 'captured' },
  expired: { capture: 'captured' },
  captured: { refund: 'refunded', refund_part: 'partially_refunded' },
  partially_refunded: {
    refund: 'refunded',
    refund_part: 'partially_refunded',
    came_back: 'captured',
    came_back_part: 'partially_refunded',
  },
  refunded: { came_back: 'captured', came_back_part: 'partially_refunded' },
};

/** Where a move leads from a status, or undefined when it has no effect there: the same news heard twice, or too late. */
export const paymentAfter = (from: PaymentStatus, move: PaymentMove): PaymentStatus | undefined => MOVES[from][move];
