/** Whether 13 digits are a Thai national ID: the last is 11 less the weighted sum (13 … 2) of the others, modulo 11 and 10. */
export function isNationalId(digits: string): boolean {
  if (!/^\d{13}$/.test(digits)) return false;
  const sum = [...digits.slice(0, 12)].reduce((total, digit, i) => total + Number(digit) * (13 - i), 0);
  return (11 - (sum % 11)) % 10 === Number(digits[12]);
}
