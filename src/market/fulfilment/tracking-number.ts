const WEIGHTS = [8, 6, 4, 2, 3, 5, 9, 7];

/** A number of the practice carrier, `TL123456785XX`, from eight digits: the ninth is the check digit of the postal standard S10. */
export function trackingNumber(serial: number): string {
  const digits = String(serial % 100_000_000).padStart(8, '0');
  const sum = WEIGHTS.reduce((total, weight, at) => total + weight * Number(digits[at]), 0);
  const rest = 11 - (sum % 11);
  const check = rest === 10 ? 0 : rest === 11 ? 5 : rest;
  return `TL${digits}${check}XX`;
}
