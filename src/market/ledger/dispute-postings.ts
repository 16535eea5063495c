import type { Fee } from '../rule-sets/fees.js';
import type { OrderPart } from './money-postings.js';
import { type PostingLine, withoutNothing } from './posting.js';
import { shared } from './shares.js';

/** An order of a disputed payment. Satang. */
export interface DisputedPart extends OrderPart {
  /** What of it has not gone back to its buyer yet. */
  leftSatang: number;
  /** What is still kept for it. */
  keptSatang: number;
}

/** How much of a dispute concerns each order: in proportion to what has not gone back yet. */
const partsOf = (amountSatang: number, orders: readonly DisputedPart[]): number[] =>
  shared(
    amountSatang,
    orders.map(({ leftSatang }) => leftSatang),
  );

/**
 * The buyer's bank takes the money back: out of what is kept for each order, then out of its shop's. Of a payment that nobody asked for it
 * is what the market keeps for nobody. One list of lines for each order.
 */
export function disputedLines(amountSatang: number, orders: readonly DisputedPart[]): PostingLine[][] {
  if (orders.length === 0)
    return [
      [
        { account: 'escrow', what: 'dispute', amountSatang: -amountSatang },
        { account: 'buyer', what: 'dispute', amountSatang },
      ],
    ];
  const parts = partsOf(amountSatang, orders);
  return orders.map(({ id: orderId, shopId, keptSatang }, at) => {
    const part = parts[at] ?? 0;
    const ofKept = Math.min(Math.max(0, keptSatang), part);
    return withoutNothing([
      { account: 'escrow', what: 'dispute', amountSatang: -ofKept, shopId, orderId },
      { account: 'shop', what: 'dispute', amountSatang: -(part - ofKept), shopId, orderId },
      { account: 'buyer', what: 'dispute', amountSatang: part, shopId, orderId },
    ]);
  });
}

/** The shop was right: an order's part comes back to its shop where the sale is done, or is kept for it as before. */
export const disputeWonLines = (partSatang: number, order: OrderPart | null, isDone: boolean): PostingLine[] =>
  withoutNothing([
    { account: 'buyer', what: 'dispute', amountSatang: -partSatang, shopId: order?.shopId, orderId: order?.id },
    {
      account: isDone ? 'shop' : 'escrow',
      what: 'dispute',
      amountSatang: partSatang,
      shopId: order?.shopId,
      orderId: order?.id,
    },
  ]);

/** What a dispute costs, negative where it comes back: each shop bears its part, the market what concerns no order. */
export function disputeFeeLines({ feeSatang, vatSatang }: Fee, orders: readonly DisputedPart[]): PostingLine[] {
  const fees = partsOf(feeSatang, orders);
  const vats = partsOf(vatSatang, orders);
  const borne = orders.flatMap(({ id: orderId, shopId }, at): PostingLine[] => [
    { account: 'shop', what: 'dispute_fee', amountSatang: -(fees[at] ?? 0), shopId, orderId },
    { account: 'shop', what: 'dispute_fee_vat', amountSatang: -(vats[at] ?? 0), shopId, orderId },
  ]);
  const byMarket: PostingLine[] = [
    { account: 'platform', what: 'dispute_fee', amountSatang: -feeSatang },
    { account: 'platform', what: 'dispute_fee_vat', amountSatang: -vatSatang },
  ];
  return withoutNothing([
    ...(orders.length > 0 ? borne : byMarket),
    { account: 'provider', what: 'dispute_fee', amountSatang: feeSatang },
    { account: 'vat', what: 'dispute_fee_vat', amountSatang: vatSatang },
  ]);
}
