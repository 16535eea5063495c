/** Whose money it is. `escrow` keeps it for a buyer and a shop until the sale is done; `bank` is the shop's own account there. */
export const ACCOUNTS = ['buyer', 'escrow', 'shop', 'platform', 'provider', 'vat', 'courier', 'bank'] as const;
export type Account = (typeof ACCOUNTS)[number];

/** What a line is for, in the words of a statement. */
export const LINE_KINDS = [
  'payment',
  'sale',
  'method_fee',
  'method_fee_vat',
  'commission',
  'commission_vat',
  'refund',
  'refund_fee',
  'refund_fee_vat',
  'return_fee',
  'dispute',
  'dispute_fee',
  'dispute_fee_vat',
  'payout',
  'payout_returned',
  'carried',
] as const;
export type LineKind = (typeof LINE_KINDS)[number];

/** What happened. One transaction of the ledger each. */
export type PostingKind =
  | 'received'
  | 'uncounted'
  | 'provider_fee'
  | 'released'
  | 'commission'
  | 'commission_back'
  | 'refunded'
  | 'refund_fee'
  | 'refund_failed'
  | 'returned'
  | 'disputed'
  | 'dispute_fee'
  | 'dispute_won'
  | 'dispute_fee_back'
  | 'payout'
  | 'payout_failed'
  | 'carried';

/** Satang that came to an account, negative where they left it. A shop's lines carry its id and, once released, their payout. */
export interface PostingLine {
  account: Account;
  what: LineKind;
  amountSatang: number;
  shopId?: string | null;
  orderId?: string | null;
  payoutId?: string | null;
}

export interface Posting {
  kind: PostingKind;
  /** What it is about: a payment, an order, a refund, a dispute, a payout. */
  objectId: string;
  lines: readonly PostingLine[];
}

/** Lines that move nothing are left out: a fee of nothing is no line. */
export const withoutNothing = (lines: readonly PostingLine[]): PostingLine[] =>
  lines.filter(({ amountSatang }) => amountSatang !== 0);

/** What came in all; what left is the same, or the posting is refused. */
export function turnover(lines: readonly PostingLine[]): number {
  const sum = (part: readonly PostingLine[]) => part.reduce((all, { amountSatang }) => all + amountSatang, 0);
  const came = sum(lines.filter(({ amountSatang }) => amountSatang > 0));
  const left = -sum(lines.filter(({ amountSatang }) => amountSatang < 0));
  if (came !== left) throw new Error(`A posting does not sum to zero: ${came} came and ${left} left.`);
  if (!Number.isSafeInteger(came) || lines.some(({ amountSatang }) => !Number.isSafeInteger(amountSatang)))
    throw new Error('A posting is not in whole satang.');
  return came;
}
