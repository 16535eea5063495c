import type { Payment } from './payment.js';

type DeclineWords =
  | 'payments.declined'
  | 'payments.declined_no_money'
  | 'payments.declined_expired_card'
  | 'payments.declined_not_confirmed'
  | 'payments.declined_too_late'
  | 'payments.declined_not_paid';

/** What the provider's codes mean to a buyer: the decline code where a bank gave one, and otherwise the error's own. */
const OF_CODES: Readonly<Record<string, DeclineWords>> = {
  insufficient_funds: 'payments.declined_no_money',
  expired_card: 'payments.declined_expired_card',
  payment_intent_authentication_failure: 'payments.declined_not_confirmed',
  payment_intent_payment_attempt_expired: 'payments.declined_too_late',
};

/** The sentence for an attempt that failed. A bank seldom says why; a buyer who turned back has no card to blame. */
export const declineWords = ({ method, failureCode }: Pick<Payment, 'method' | 'failureCode'>): DeclineWords =>
  OF_CODES[failureCode ?? ''] ?? (method === 'card' ? 'payments.declined' : 'payments.declined_not_paid');
