import { METHODS, type Method } from '../payments/payment.js';
import { commission, methodFee, refundFee } from '../rule-sets/fees.js';
import type { MethodTerms, MoneyRules, Term } from '../rule-sets/money-rules.js';
import { holderOf } from './money-postings.js';

/** A cart at one shop. Satang. */
export interface Cart {
  goodsSatang: number;
  shippingSatang: number;
}

/** When the shop has the money: at once in its own account, or on the payday after so many days from the delivery. */
export type Arrival = { kind: 'at_once' } | { kind: 'payday'; daysAfterDelivery: number };

/** What one method leaves of a cart. Satang. */
export interface Net {
  method: Method;
  totalSatang: number;
  feeSatang: number;
  feeVatSatang: number;
  commissionSatang: number;
  commissionVatSatang: number;
  netSatang: number;
  arrival: Arrival;
  refundWay: 'provider' | 'by_hand';
  /** What giving it back costs, VAT included; the fee of the payment stays lost besides. */
  refundCostSatang: number;
  /** Where each number comes from. */
  sources: Source[];
  /** Whether a number of it is known from hearsay only. */
  isUnsure: boolean;
}

export interface Source extends Term<unknown> {
  of: keyof MethodTerms;
}

const SAID: ReadonlyArray<keyof MethodTerms> = [
  'feeBasisPoints',
  'feeFixedSatang',
  'vatOnFee',
  'settlementDays',
  'refundWay',
  'refundFeeSatang',
];

/** The same cart by five methods, five nets: the best first, of equal ones in the order in which they are offered. */
export function nets(rules: MoneyRules, { goodsSatang, shippingSatang }: Cart): Net[] {
  return METHODS.map((method) => netOf(rules, method, goodsSatang, goodsSatang + shippingSatang)).sort(
    (a, b) => b.netSatang - a.netSatang,
  );
}

function netOf(rules: MoneyRules, method: Method, goodsSatang: number, totalSatang: number): Net {
  const fee = methodFee(rules, method, totalSatang);
  const taken = commission(rules, goodsSatang);
  const back = refundFee(rules, method);
  const terms = rules.methods[method];
  const sources = SAID.map((of): Source => ({ of, ...terms[of] }));
  return {
    method,
    totalSatang,
    feeSatang: fee.feeSatang,
    feeVatSatang: fee.vatSatang,
    commissionSatang: taken.feeSatang,
    commissionVatSatang: taken.vatSatang,
    netSatang: totalSatang - fee.feeSatang - fee.vatSatang - taken.feeSatang - taken.vatSatang,
    arrival: arrivalOf(rules, method),
    refundWay: terms.refundWay.value,
    refundCostSatang: back.feeSatang + back.vatSatang,
    sources,
    isUnsure: sources.some(({ sure }) => sure === 'second_hand'),
  };
}

/** The market's own days where it keeps the money, the carrier's where that does. */
function arrivalOf({ market, methods }: MoneyRules, method: Method): Arrival {
  const holder = holderOf(method);
  if (holder === 'bank') return { kind: 'at_once' };
  const days = holder === 'courier' ? methods.cod.settlementDays : market.holdDays;
  return { kind: 'payday', daysAfterDelivery: days.value };
}
