const WEIGHTS = [8, 6, 4, 2, 3, 5, 9, 7];

/** Whether a number like `TL123456785XX` carries the check digit of the international postal standard S10. */
export function hasS10CheckDigit(tracking: string): boolean {
  const digits = /^[A-Z]{2}(\d{8})(\d)[A-Z]{2}$/.exec(tracking);
  if (!digits) return false;
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(digits[1]?.[index]), 0);
  const rest = 11 - (sum % 11);
  const check = rest === 10 ? 0 : rest === 11 ? 5 : rest;
  return check === Number(digits[2]);
}
