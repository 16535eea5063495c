/**
 * What a shop gets on one payday. `open`: lines are still put on it · `carried`: there was nothing to pay, what the shop owed went on to
 * the next · `sent` · `paid` · `failed`: its bank did not take it, and it came back into the next. Satang, market time.
 */
export interface Payout {
  id: string;
  market: string;
  shopId: string;
  payday: string;
  status: 'open' | 'carried' | 'sent' | 'paid' | 'failed';
  /** What was sent. */
  amountSatang: number;
  sentAt: string | null;
  arrivedAt: string | null;
  failure: string | null;
}

/** PostgreSQL answers bigint as text. */
export const tidyPayout = (row: Payout): Payout => ({ ...row, amountSatang: Number(row.amountSatang) });
