import type { AccountHolder } from '../bank/transfer.js';

/** What is printed on a slip. Satang; a moment in market time. */
export interface SlipSays {
  /** `wallet`: paid out of a wallet, which prints its slips otherwise than the bank. */
  from: 'bank' | 'wallet';
  payer: AccountHolder;
  receiver: AccountHolder;
  amountSatang: number;
  at: string;
  reference: string;
  /** What its small code holds, as a scanner reads it. */
  code: string;
}

export const SLIP_RESULTS = ['accepted', 'rejected', 'waiting'] as const;
export type SlipResult = (typeof SLIP_RESULTS)[number];

/** The field that proves that a slip is not to be taken. */
export const SLIP_REASONS = ['not_in_bank', 'amount', 'receiver', 'time', 'reference_used', 'reference'] as const;
export type SlipReason = (typeof SLIP_REASONS)[number];

/** What a slip truly is. Nothing that a seller sees tells her. */
export const SLIP_KINDS = ['genuine', 'forged', 'reused', 'wrong_amount', 'other'] as const;
export type SlipKind = (typeof SLIP_KINDS)[number];

/** A slip that a buyer showed for an order. Moments in market time. */
export interface Slip {
  id: string;
  market: string;
  orderId: string;
  sellerParty: string;
  buyerParty: string;
  caseKey: string;
  kind: SlipKind;
  /** Which reasons are right for it; none for a genuine one. */
  reasons: SlipReason[];
  says: SlipSays;
  shownAt: string;
  result: SlipResult | null;
  reason: SlipReason | null;
  decidedAt: string | null;
}

export type SlipRow = Omit<Slip, 'says' | 'reasons'> & { says: string; reasons: string };

export const tidySlip = (row: SlipRow): Slip => ({
  ...row,
  says: JSON.parse(row.says) as SlipSays,
  reasons: row.reasons ? (row.reasons.split(',') as SlipReason[]) : [],
});
