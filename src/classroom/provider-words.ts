/** What a trainer may meet in a class's market, and can read in her own words beside the provider's. */
const EVENTS: ReadonlySet<string> = new Set([
  'payment_intent.created',
  'payment_intent.requires_action',
  'payment_intent.processing',
  'payment_intent.succeeded',
  'payment_intent.payment_failed',
  'payment_intent.canceled',
  'charge.succeeded',
  'charge.failed',
  'charge.updated',
  'charge.refunded',
  'charge.dispute.created',
  'charge.dispute.closed',
  'refund.created',
  'refund.updated',
  'refund.failed',
  'payout.created',
  'payout.paid',
  'payout.failed',
  'transfer.created',
  'transfer.reversed',
  'balance.available',
  'account.updated',
]);
const PROBLEMS: ReadonlySet<string> = new Set([
  'generic_decline',
  'insufficient_funds',
  'expired_card',
  'incorrect_cvc',
  'lost_card',
  'processing_error',
  'payment_intent_authentication_failure',
  'payment_intent_payment_attempt_failed',
  'payment_intent_payment_attempt_expired',
]);

/** The catalogue's key for an event's type, or null where only the provider's own name is there. */
export const eventWords = (type: string | null): string | null =>
  type !== null && EVENTS.has(type) ? `provider-books.event_${type.replaceAll('.', '_')}` : null;

/** The catalogue's key for why a payment failed, or null where only the provider's own code is there. */
export const problemWords = (code: string): string | null =>
  PROBLEMS.has(code) ? `provider-books.problem_${code}` : null;
