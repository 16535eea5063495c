/** One line of the dated price list: basis points of the amount and a fixed part in the smallest unit (satang), before tax. */
export interface FeeRate {
  from: string;
  kind: string;
  /** Baht where none is named. */
  currency?: string | undefined;
  basisPoints: number;
  fixed: number;
}
export interface FeeTable {
  vatBasisPoints: number;
  rates: readonly FeeRate[];
}
export interface Fee {
  fee: number;
  tax: number;
}

/** Half a satang goes up, for each line by itself, as on a printed bill. */
const share = (amount: number, basisPoints: number): number => Math.floor((amount * basisPoints + 5000) / 10_000);

/**
 * Fee and VAT, in satang, of taking `amount` on `day` (YYYY-MM-DD in Bangkok). The newest rate of the kind that is in force
 * that day; one that nobody priced costs nothing.
 */
export function feeOf(table: FeeTable, kind: string, amount: number, day: string, currency = 'thb'): Fee {
  const rate = table.rates
    .filter((line) => line.kind === kind && line.from <= day && (line.currency ?? 'thb') === currency)
    .reduce<FeeRate | null>((newest, next) => (newest && newest.from > next.from ? newest : next), null);
  if (!rate) return { fee: 0, tax: 0 };
  const fee = share(amount, rate.basisPoints) + rate.fixed;
  return { fee, tax: share(fee, table.vatBasisPoints) };
}
