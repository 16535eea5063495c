export const DISPUTE_STATUSES = [
  'warning_needs_response',
  'warning_under_review',
  'warning_closed',
  'needs_response',
  'under_review',
  'won',
  'lost',
] as const;
export type DisputeStatus = (typeof DISPUTE_STATUSES)[number];
/** `submit` hands evidence in, `escalate` makes a dispute of an inquiry, `lapse` is time running out. */
export type DisputeMove = 'submit' | 'close' | 'lapse' | 'escalate' | 'win' | 'lose' | 'refund';

const MOVES: Record<DisputeStatus, Partial<Record<DisputeMove, DisputeStatus>>> = {
  warning_needs_response: {
    submit: 'warning_under_review',
    escalate: 'needs_response',
    close: 'warning_closed',
    lapse: 'warning_closed',
    refund: 'warning_closed',
  },
  warning_under_review: {
    escalate: 'needs_response',
    close: 'warning_closed',
    lapse: 'warning_closed',
    refund: 'warning_closed',
  },
  warning_closed: {},
  needs_response: { submit: 'under_review', close: 'lost', lapse: 'lost' },
  under_review: { win: 'won', lose: 'lost' },
  won: {},
  lost: {},
};

export const disputeAfter = (from: string, move: DisputeMove): DisputeStatus | undefined =>
  MOVES[from as DisputeStatus]?.[move];

/** An inquiry asks; only a dispute takes the money. */
export const isInquiry = (status: string): boolean => status.startsWith('warning_');

/** Whether the buyer can still be refunded. While his bank has the money it would come back to him twice. */
export const isRefundable = (status: string): boolean => isInquiry(status) || status === 'won';

export const isClosed = (status: string): boolean => ['warning_closed', 'won', 'lost'].includes(status);

type Evidence = Record<string, unknown>;
export type Verdict = 'win' | 'lose' | 'escalate';

/** Stripe's magic words of the test mode, in `uncategorized_text`: what they bring about at once. */
const AT_ONCE: Record<string, Verdict> = {
  winning_evidence: 'win',
  losing_evidence: 'lose',
  escalate_inquiry_evidence: 'escalate',
};

export const verdictAtOnce = (evidence: Evidence): Verdict | null =>
  AT_ONCE[String(evidence.uncategorized_text)] ?? null;

/** What a bank wants to see, by what its customer says. */
const CONVINCING: Record<string, readonly string[]> = {
  product_not_received: ['shipping_tracking_number', 'shipping_documentation'],
  fraudulent: ['customer_signature', 'customer_communication'],
  duplicate: ['duplicate_charge_explanation'],
};

/** How the bank decides in the end: for the shop if it showed something that answers this very complaint. */
export const verdictOf = (reason: string, evidence: Evidence): 'win' | 'lose' =>
  (CONVINCING[reason] ?? []).some((name) => Boolean(evidence[name])) ? 'win' : 'lose';
