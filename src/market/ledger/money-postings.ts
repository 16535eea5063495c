import type { Method } from '../payments/payment.js';
import type { Fee } from '../rule-sets/fees.js';
import { type PostingLine, withoutNothing } from './posting.js';
import { partOf, shared } from './shares.js';

/** The part of one order in a purchase. Satang. */
export interface OrderPart {
  id: string;
  shopId: string;
  totalSatang: number;
}

/** Who has a payment's money in hand at first. */
export const holderOf = (method: Method): 'escrow' | 'courier' | 'bank' =>
  method === 'cod' ? 'courier' : method === 'bank_transfer' ? 'bank' : 'escrow';

/**
 * A payment that came. What is asked for goes to the orders in proportion; what is too much, or was not asked for any more, is nobody's
 * until it goes back. A transfer lies in the account of the one shop of the purchase in any case.
 */
export function paymentLines(
  method: Method,
  amountSatang: number,
  orders: readonly OrderPart[],
  isTaken: boolean,
): PostingLine[] {
  const account = holderOf(method);
  const asked = orders.reduce((sum, order) => sum + order.totalSatang, 0);
  const taken = account === 'escrow' && !isTaken ? 0 : Math.min(amountSatang, asked);
  const parts = shared(
    taken,
    orders.map(({ totalSatang }) => totalSatang),
  );
  const [only] = orders;
  return withoutNothing([
    { account: 'buyer', what: 'payment', amountSatang: -amountSatang },
    ...orders.map(({ id: orderId, shopId }, at) => ({
      account,
      what: 'payment' as const,
      amountSatang: parts[at] ?? 0,
      shopId,
      orderId,
    })),
    {
      account,
      what: 'payment',
      amountSatang: amountSatang - taken,
      // In a shop's own account even what is too much is held for its one order.
      shopId: account === 'escrow' ? null : only?.shopId,
      orderId: account === 'escrow' ? null : only?.id,
    },
  ]);
}

/** What the provider keeps of a payment: the shops bear it, each its part; of money that nobody asked for, the market. */
export function methodFeeLines({ feeSatang, vatSatang }: Fee, orders: readonly OrderPart[]): PostingLine[] {
  const weights = orders.map(({ totalSatang }) => totalSatang);
  const fees = shared(feeSatang, weights);
  const vats = shared(vatSatang, weights);
  const borne = orders.flatMap(({ id: orderId, shopId }, at): PostingLine[] => [
    { account: 'shop', what: 'method_fee', amountSatang: -(fees[at] ?? 0), shopId, orderId },
    { account: 'shop', what: 'method_fee_vat', amountSatang: -(vats[at] ?? 0), shopId, orderId },
  ]);
  const byMarket: PostingLine[] = [
    { account: 'platform', what: 'method_fee', amountSatang: -feeSatang },
    { account: 'platform', what: 'method_fee_vat', amountSatang: -vatSatang },
  ];
  return withoutNothing([
    ...(orders.length > 0 ? borne : byMarket),
    { account: 'provider', what: 'method_fee', amountSatang: feeSatang },
    { account: 'vat', what: 'method_fee_vat', amountSatang: vatSatang },
  ]);
}

/** What is kept for an order becomes its shop's, or the part of it that is handed on. The courier takes its fee of what it brings. */
export function releaseLines(
  from: 'escrow' | 'courier',
  keptSatang: number,
  { id: orderId, shopId }: OrderPart,
  courierFee: Fee,
): PostingLine[] {
  const of = { shopId, orderId };
  return withoutNothing([
    { account: from, what: 'sale', amountSatang: -keptSatang, ...of },
    { account: 'shop', what: 'sale', amountSatang: keptSatang, ...of },
    { account: 'shop', what: 'method_fee', amountSatang: -courierFee.feeSatang, ...of },
    { account: 'shop', what: 'method_fee_vat', amountSatang: -courierFee.vatSatang, ...of },
    { account: 'courier', what: 'method_fee', amountSatang: courierFee.feeSatang },
    { account: 'vat', what: 'method_fee_vat', amountSatang: courierFee.vatSatang },
  ]);
}

/** A parcel that nobody took goes back at the shop's cost: the courier takes it of what it pays out next. */
export const returnLines = (
  feeSatang: number,
  { id: orderId, shopId }: Omit<OrderPart, 'totalSatang'>,
): PostingLine[] =>
  withoutNothing([
    { account: 'shop', what: 'return_fee', amountSatang: -feeSatang, shopId, orderId },
    { account: 'courier', what: 'return_fee', amountSatang: feeSatang },
  ]);

/** The market's commission of an order and the VAT on it; negative where it comes back. */
export function commissionLines({ feeSatang, vatSatang }: Fee, { id: orderId, shopId }: OrderPart): PostingLine[] {
  return withoutNothing([
    { account: 'shop', what: 'commission', amountSatang: -feeSatang, shopId, orderId },
    { account: 'shop', what: 'commission_vat', amountSatang: -vatSatang, shopId, orderId },
    { account: 'platform', what: 'commission', amountSatang: feeSatang },
    { account: 'vat', what: 'commission_vat', amountSatang: vatSatang },
  ]);
}

/** What the market takes of an order, as it was frozen when the order was placed. */
export const commissionOf = (order: { commissionSatang: number; commissionVatSatang: number }): Fee => ({
  feeSatang: order.commissionSatang,
  vatSatang: order.commissionVatSatang,
});

/** The commission of an order of which so much went back: from all of it down to nothing, however many steps it takes. */
export const commissionAfter = (commission: Fee, backSatang: number, order: OrderPart): Fee => ({
  feeSatang: commission.feeSatang - partOf(commission.feeSatang, backSatang, order.totalSatang),
  vatSatang: commission.vatSatang - partOf(commission.vatSatang, backSatang, order.totalSatang),
});

/** Money that goes back to a buyer: by the provider out of what is kept for the order, then out of the shop's; by hand from its bank. */
export function refundLines(
  method: Method,
  amountSatang: number,
  keptSatang: number,
  order: { id: string | null; shopId: string | null },
): PostingLine[] {
  const isByHand = holderOf(method) !== 'escrow';
  const of = { shopId: order.shopId, orderId: order.id };
  const ofOrder = { shopId: order.id && order.shopId, orderId: order.id };
  const ofKept = isByHand ? 0 : Math.min(keptSatang, amountSatang);
  return withoutNothing([
    { account: 'escrow', what: 'refund', amountSatang: -ofKept, ...ofOrder },
    { account: isByHand ? 'bank' : 'shop', what: 'refund', amountSatang: -(amountSatang - ofKept), ...of },
    { account: 'buyer', what: 'refund', amountSatang, ...ofOrder },
  ]);
}

/** A refund that had seemed to arrive came back: it is kept for the buyer until somebody gives it back otherwise. */
export const refundFailedLines = (amountSatang: number, order: OrderPart | null): PostingLine[] => [
  { account: 'buyer', what: 'refund', amountSatang: -amountSatang, shopId: order?.shopId, orderId: order?.id },
  { account: 'escrow', what: 'refund', amountSatang, shopId: order?.shopId, orderId: order?.id },
];

/**
 * What of an order counts as given back. Of a transfer that was too much the excess went back first: it was never the price of anything.
 * Satang; `transferred` is what came straight into the shop's account.
 */
export function countedBack(
  order: Pick<OrderPart, 'totalSatang'>,
  transferredSatang: number,
  backSatang: number,
): number {
  const excess = Math.max(0, transferredSatang - order.totalSatang);
  return Math.min(order.totalSatang, Math.max(0, backSatang - excess));
}

/** What the provider keeps for giving money back. */
export function refundFeeLines({ feeSatang, vatSatang }: Fee, order: OrderPart | null): PostingLine[] {
  const payer = order
    ? ({ account: 'shop', shopId: order.shopId, orderId: order.id } as const)
    : ({ account: 'platform' } as const);
  return withoutNothing([
    { ...payer, what: 'refund_fee', amountSatang: -feeSatang },
    { ...payer, what: 'refund_fee_vat', amountSatang: -vatSatang },
    { account: 'provider', what: 'refund_fee', amountSatang: feeSatang },
    { account: 'vat', what: 'refund_fee_vat', amountSatang: vatSatang },
  ]);
}
