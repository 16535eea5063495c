import type { PaymentStatus } from './payment-status.js';
import type { RefundStatus } from './refund-status.js';

/** How a buyer pays, in the order in which pages offer it. */
export const METHODS = ['promptpay', 'card', 'bank_transfer', 'wallet', 'cod'] as const;
export type Method = (typeof METHODS)[number];

/** Methods that the provider takes: paid by its word alone. The others somebody sees with her own eyes: the seller, or the courier. */
export const AT_PROVIDER: readonly Method[] = ['promptpay', 'card', 'wallet'];
export const BY_HAND: readonly Method[] = METHODS.filter((method) => !AT_PROVIDER.includes(method));
export const isAtProvider = (method: Method): boolean => AT_PROVIDER.includes(method);

/** Cards to try, tapped as pictures and never typed: the key is the provider's own name for a test payment method. */
export const WORKING_CARDS = ['pm_card_visa', 'pm_card_mastercard', 'pm_card_threeDSecure2Required'] as const;
export const FAILING_CARDS = [
  'pm_card_chargeDeclined',
  'pm_card_chargeDeclinedInsufficientFunds',
  'pm_card_chargeDeclinedExpiredCard',
] as const;
export const TEST_CARDS = [...WORKING_CARDS, ...FAILING_CARDS];

/** One attempt to pay for a reference. Amounts in satang. */
export interface Payment {
  id: string;
  market: string;
  reference: string;
  method: Method;
  amountSatang: number;
  /** What came so far, of a payment that somebody sees with her own eyes; it may come in parts, and be too much. */
  receivedSatang: number;
  refundedSatang: number;
  status: PaymentStatus;
  attempt: number;
  providerIntentId: string | null;
  idempotencyKey: string;
  /** What is asked of the provider, as JSON: a repeated call must ask for exactly the same. */
  request: string;
  hostedUrl: string | null;
  failureCode: string | null;
  startedAt: string;
}

/** What was asked for a reference. `due` waits for money, `promised` for the courier to bring it, `closed` no longer does. */
export interface PaymentRequest {
  market: string;
  reference: string;
  amountSatang: number;
  /** How it may be paid. */
  methods: readonly Method[];
  status: 'due' | 'promised' | 'captured' | 'closed';
}

export interface Refund {
  id: string;
  market: string;
  paymentId: string;
  objectId: string;
  amountSatang: number;
  reason: string;
  status: RefundStatus;
  idempotencyKey: string;
}

/** PostgreSQL answers bigint as text. */
export const tidyPayment = (row: Payment): Payment => ({
  ...row,
  amountSatang: Number(row.amountSatang),
  receivedSatang: Number(row.receivedSatang),
  refundedSatang: Number(row.refundedSatang),
});
