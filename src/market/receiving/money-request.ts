/** An order as the seller wrote it down before she asks for the money. */
export interface DraftOrder {
  lines: Array<{ variantId: string; quantity: number }>;
  /** Code of one of the shop's ways to send. */
  delivery: string;
}

/** What a seller asks a buyer to transfer. Satang; moments in market time. */
export interface MoneyRequest {
  id: string;
  market: string;
  shopId: string;
  sellerParty: string;
  /** `order`: of an order taken by chat, live or at the stall; `top_up`: what is missing of one. */
  kind: 'order' | 'top_up';
  inquiryId: string | null;
  orderId: string | null;
  draft: DraftOrder | null;
  account: string;
  holder: string;
  /** What the seller asks for, and what was due when she did. */
  amountSatang: number;
  dueSatang: number;
  /** The text of the practice QR. */
  code: string;
  status: 'draft' | 'sent' | 'paid';
  madeAt: string;
  sentAt: string | null;
}

export type MoneyRequestRow = Omit<MoneyRequest, 'draft'> & { draft: string | null };

/** PostgreSQL answers bigint as text. */
export const tidyRequest = (row: MoneyRequestRow): MoneyRequest => ({
  ...row,
  draft: row.draft ? (JSON.parse(row.draft) as DraftOrder) : null,
  amountSatang: Number(row.amountSatang),
  dueSatang: Number(row.dueSatang),
});
