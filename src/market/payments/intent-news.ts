import type { ProviderFee } from './payment-announcements.js';
import type { PaymentMove } from './payment-status.js';

/** What of the provider's PaymentIntent the market goes by. */
export interface IntentNews {
  intentId: string;
  status: string;
  failureCode: string | null;
  hostedUrl: string | null;
  paymentId: string | null;
  /** Satang that came, or null while nothing has. */
  receivedSatang: number | null;
  /** What the provider kept of it; null where it did not say. */
  fee: ProviderFee | null;
}

/** With what an intent is asked for, so that its fee comes along. */
export const WITH_FEE = ['latest_charge.balance_transaction'];

interface IntentLike {
  id: string;
  status: string;
  amount_received?: number | null;
  latest_charge?: string | { balance_transaction?: string | BookedLike | null } | null;
  metadata?: Record<string, string> | null;
  last_payment_error?: { decline_code?: string | null; code?: string | null } | null;
  next_action?: {
    promptpay_display_qr_code?: { hosted_instructions_url?: string | null } | null;
    redirect_to_url?: { url?: string | null } | null;
  } | null;
}

/** An entry of the provider's balance. */
interface BookedLike {
  fee_details?: Array<{ amount: number; type: string }> | null;
}

/** Fee and VAT of an entry of the provider's balance; null where only its id is known. */
export function feeOf(booked: string | BookedLike | null | undefined): ProviderFee | null {
  if (!booked || typeof booked === 'string' || !booked.fee_details) return null;
  const sum = (isTax: boolean) =>
    (booked.fee_details ?? [])
      .filter(({ type }) => (type === 'tax') === isTax)
      .reduce((all, { amount }) => all + amount, 0);
  return { feeSatang: sum(false), vatSatang: sum(true) };
}

export function newsOf(intent: IntentLike): IntentNews {
  const problem = intent.last_payment_error;
  return {
    intentId: intent.id,
    status: intent.status,
    failureCode: problem ? (problem.decline_code ?? problem.code ?? 'declined') : null,
    hostedUrl:
      intent.next_action?.promptpay_display_qr_code?.hosted_instructions_url ??
      intent.next_action?.redirect_to_url?.url ??
      null,
    paymentId: intent.metadata?.payment ?? null,
    receivedSatang: intent.status === 'succeeded' ? (intent.amount_received ?? null) : null,
    fee: typeof intent.latest_charge === 'object' ? feeOf(intent.latest_charge?.balance_transaction) : null,
  };
}

/** The move that an intent's status asks of its payment, or null while nothing is decided. */
export function moveFor(news: Pick<IntentNews, 'status' | 'failureCode'>): PaymentMove | null {
  if (news.status === 'succeeded') return 'capture';
  if (news.status === 'canceled') return 'expire';
  return news.status === 'requires_payment_method' && news.failureCode ? 'fail' : null;
}
