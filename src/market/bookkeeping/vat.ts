/**
 * The VAT in a price that includes it, in satang: total × r / (100 + r), half a satang up. `basisPoints` are hundredths of a percent.
 * Source: Revenue Code section 80 and the Department's form of a price with its tax. Whole numbers throughout: 107.00 at 7 % is 7.00.
 */
export function vatWithin(totalSatang: number, basisPoints: number): number {
  const whole = 10_000 + basisPoints;
  return Math.floor((2 * totalSatang * basisPoints + whole) / (2 * whole));
}
