import type { LineKind } from '../ledger/posting.js';

/** What the lines of a payout's statement come under. */
export type StatementPart = 'gross' | 'fee' | 'refund' | 'adjustment';

const PARTS: Record<LineKind, StatementPart | null> = {
  sale: 'gross',
  // Money on its way to the market is on no statement.
  payment: null,
  method_fee: 'fee',
  method_fee_vat: 'fee',
  commission: 'fee',
  commission_vat: 'fee',
  refund_fee: 'fee',
  refund_fee_vat: 'fee',
  return_fee: 'fee',
  dispute_fee: 'fee',
  dispute_fee_vat: 'fee',
  refund: 'refund',
  dispute: 'refund',
  payout_returned: 'adjustment',
  carried: 'adjustment',
  // What was sent is the answer, not a part of the sum.
  payout: null,
};

export interface StatementLine {
  what: LineKind;
  /** What the market takes is negative. */
  amountSatang: number;
}

export const partOf = (what: LineKind): StatementPart | null => PARTS[what];

/** A payout's lines with the part that each comes under; what is none of them is left out. */
export const statementLines = <L extends StatementLine>(lines: readonly L[]): Array<L & { part: StatementPart }> =>
  lines.flatMap((line) => {
    const part = partOf(line.what);
    return part ? [{ ...line, part }] : [];
  });

/** Gross less fees, refunds and adjustments, in satang: what the payout comes to. Source: framework ECU06.3.2. */
export const netOf = (lines: readonly StatementLine[]): number =>
  statementLines(lines).reduce((sum, { amountSatang }) => sum + amountSatang, 0);
