import type { RuleValues } from '../rule-sets/rule-set.js';

type VatRules = Pick<RuleValues, 'vatRates'>;

/** The rate in force on a Bangkok day (`2026-11-02`) in hundredths of a percent; 0 where the rules know of none. */
export function vatRateOn({ vatRates }: VatRules, day: string): number {
  return vatRates?.filter(({ from }) => from <= day).at(-1)?.basisPoints ?? 0;
}

/**
 * The VAT in a price that includes it, in satang: total × r / (100 + r), half a satang up. Source: Revenue Code section 80 and the
 * Department's form of a price with its tax. Whole numbers throughout: 107.00 at 7 % is exactly 7.00.
 */
export function vatWithin(totalSatang: number, basisPoints: number): number {
  const whole = 10_000 + basisPoints;
  return Math.floor((2 * totalSatang * basisPoints + whole) / (2 * whole));
}
