import type { PaymentMove } from './payment-status.js';

/** What of the provider's PaymentIntent the market goes by. */
export interface IntentNews {
  intentId: string;
  status: string;
  failureCode: string | null;
  hostedUrl: string | null;
  paymentId: string | null;
}

interface IntentLike {
  id: string;
  status: string;
  metadata?: Record<string, string> | null;
  last_payment_error?: { decline_code?: string | null; code?: string | null } | null;
  next_action?: {
    promptpay_display_qr_code?: { hosted_instructions_url?: string | null } | null;
    redirect_to_url?: { url?: string | null } | null;
  } | null;
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
  };
}

/** The move that an intent's status asks of its payment, or null while nothing is decided. */
export function moveFor(news: Pick<IntentNews, 'status' | 'failureCode'>): PaymentMove | null {
  if (news.status === 'succeeded') return 'capture';
  if (news.status === 'canceled') return 'expire';
  return news.status === 'requires_payment_method' && news.failureCode ? 'fail' : null;
}
