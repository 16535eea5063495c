/** The most that tag 54 holds: 13 characters. */
const MOST_SATANG = 999_999_999_999;

export const isAmount = (satang: number): boolean => Number.isInteger(satang) && satang > 0 && satang <= MOST_SATANG;

/** Satang as tag 54 says them, `25000` -> `250.00`: on digits, because a float of 1.15 is not 1.15. */
export function writeAmount(satang: number): string {
  const digits = String(satang).padStart(3, '0');
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** Tag 54 in satang, or null. EMVCo lets the decimals be left out in part or whole. */
export function readAmount(text: string): number | null {
  const match = /^(\d{1,10})(?:\.(\d{0,2}))?$/.exec(text);
  if (!match) return null;
  const satang = Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0'));
  return isAmount(satang) ? satang : null;
}
