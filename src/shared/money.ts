/** Whole satang as baht for a person: 123450 -> "1,234.50", 12000 -> "120". Written out by hand: `toLocaleString` costs ten times the page. */
export function baht(satang: number): string {
  const sign = satang < 0 ? '-' : '';
  const whole = Math.abs(satang);
  const bahtPart = Math.floor(whole / 100)
    .toString()
    .replace(/\B(?=(\d{3})+$)/g, ',');
  const rest = whole % 100;
  return rest === 0 ? `${sign}${bahtPart}` : `${sign}${bahtPart}.${rest.toString().padStart(2, '0')}`;
}

/**
 * What a person typed as a price, in satang, or null when it is none: "1,250", "฿๔๕.๕๐", "45.5 บาท".
 * Worked on the digits as text, because 1.15 * 100 is not 115.
 */
export function satangFrom(typed: string): number | null {
  const plain = typed
    .normalize('NFC')
    .replace(/[๐-๙]/g, (digit) => String(digit.charCodeAt(0) - 0x0e50))
    .replace(/[\s,฿\u200b-\u200d\ufeff]|บาท|THB/gi, '');
  const match = /^(\d{1,8})(?:\.(\d{1,2}))?$/.exec(plain);
  if (!match) return null;
  return Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0'));
}
