export const REFUND_STATUSES = ['pending', 'requires_action', 'succeeded', 'failed', 'canceled'] as const;
export type RefundStatus = (typeof REFUND_STATUSES)[number];
/** `answer` is the buyer saying where his money should go. */
export type RefundMove = 'answer' | 'succeed' | 'fail' | 'cancel' | 'expire';

/** A bank may send a refund back even after it seemed to have arrived. */
const MOVES: Record<RefundStatus, Partial<Record<RefundMove, RefundStatus>>> = {
  pending: { succeed: 'succeeded', fail: 'failed' },
  requires_action: { answer: 'pending', cancel: 'canceled', expire: 'failed' },
  succeeded: { fail: 'failed' },
  failed: {},
  canceled: {},
};

export const refundAfter = (from: string, move: RefundMove): RefundStatus | undefined =>
  MOVES[from as RefundStatus]?.[move];

/** Why a refund came to nothing, in Stripe's words. */
export const REFUND_FAILURES = [
  'charge_for_pending_refund_disputed',
  'declined',
  'expired_or_canceled_card',
  'insufficient_funds',
  'lost_or_stolen_card',
  'merchant_request',
  'unknown',
] as const;
export type RefundFailure = (typeof REFUND_FAILURES)[number];

/** Stripe asks a PromptPay buyer by e-mail; these endings before the @ stand for people who do not answer, or answer wrongly. */
export const answersEmail = (email: string): boolean => !/\+no_answer@/.test(email);
export const givesGoodAccount = (email: string): boolean => !/\+wrong_account@/.test(email);
