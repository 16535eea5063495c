import { countedBack } from '../ledger/money-postings.js';

/** Money that went back to a buyer. Satang. */
interface GivenBack {
  orderId: string;
  amountSatang: number;
  /** Whether the order was ever paid: money for one that was not is nobody's price. */
  isPaid: boolean;
  /** What came for it straight into the shop's account. */
  transferredSatang: number;
  of: { totalSatang: number };
}

/**
 * Refunds, oldest first, each with what of it had been the price of something: a transfer that was too much, or for nothing, was never
 * earned, and giving it back costs the shop nothing.
 */
export function pricedRefunds<R extends GivenBack>(refunds: readonly R[]): R[] {
  const before = new Map<string, number>();
  return refunds.map((refund) => {
    const { orderId, isPaid, transferredSatang, of } = refund;
    const sofar = before.get(orderId) ?? 0;
    const inAll = sofar + refund.amountSatang;
    before.set(orderId, inAll);
    const priced = (back: number) => (isPaid ? countedBack(of, transferredSatang, back) : 0);
    return { ...refund, amountSatang: priced(inAll) - priced(sofar) };
  });
}
