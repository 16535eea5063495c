/** Why money was moved. `objectId` of a transfer names what it is about: an order group, a refund, a shop. */
export type Purpose = 'payment' | 'test_credit' | 'refund' | 'payout' | 'other';

export interface AccountHolder {
  account: string;
  name: string;
}

/** One movement of money at ธนาคารฝึก. Satang; moments in market time. */
export interface Transfer {
  id: string;
  market: string;
  /** What slips and statements name it by. */
  reference: string;
  fromAccount: string;
  fromName: string;
  toAccount: string;
  toName: string;
  amountSatang: number;
  purpose: Purpose;
  objectId: string | null;
  sentAt: string;
  /** Later than `sentAt` when the bank is slow. */
  arrivesAt: string;
  arrivedAt: string | null;
  /** When the receiver first looked at it. */
  viewedAt: string | null;
  /** The order, or the account being tried, that the receiver took it for. */
  matchedTo: string | null;
  matchedAt: string | null;
  /** What the receiver counted it in, where that is known. */
  countedIn: string | null;
}

/** PostgreSQL answers bigint as text. */
export const tidyTransfer = (row: Transfer): Transfer => ({ ...row, amountSatang: Number(row.amountSatang) });

/** A line of an account's statement: what came is positive. */
export interface StatementLine extends Transfer {
  signedSatang: number;
  otherName: string;
  isCredit: boolean;
}

export function lineOf(account: string, transfer: Transfer): StatementLine {
  const isCredit = transfer.toAccount === account;
  return {
    ...transfer,
    isCredit,
    signedSatang: isCredit ? transfer.amountSatang : -transfer.amountSatang,
    otherName: isCredit ? transfer.fromName : transfer.toName,
  };
}
