import type { Method } from '../payments/payment.js';
import type { MoneyRules } from './money-rules.js';

/** Satang: what is asked, and the VAT on it. */
export interface Fee {
  feeSatang: number;
  vatSatang: number;
}

/** Basis points of an amount, half a satang up. Negative amounts mirror positive ones. */
export function shareOf(satang: number, basisPoints: number): number {
  const share = Math.floor((Math.abs(satang) * basisPoints + 5_000) / 10_000);
  return satang < 0 ? -share : share;
}

/** What taking an amount by a method costs. */
export function methodFee({ market, methods }: MoneyRules, method: Method, satang: number): Fee {
  const { feeBasisPoints, feeFixedSatang, vatOnFee } = methods[method];
  return withVat(market, shareOf(satang, feeBasisPoints.value) + feeFixedSatang.value, vatOnFee.value);
}

/** What giving an amount back by a method costs. */
export function refundFee({ market, methods }: MoneyRules, method: Method): Fee {
  const { refundFeeSatang, vatOnFee } = methods[method];
  return withVat(market, refundFeeSatang.value, vatOnFee.value);
}

/** What the market takes of a sale: a share of the goods, never of the delivery. */
export function commission({ market }: MoneyRules, goodsSatang: number): Fee {
  return withVat(market, shareOf(goodsSatang, market.commissionBasisPoints.value), true);
}

function withVat(market: MoneyRules['market'], feeSatang: number, isVatAdded: boolean): Fee {
  return { feeSatang, vatSatang: isVatAdded ? shareOf(feeSatang, market.vatBasisPoints.value) : 0 };
}
