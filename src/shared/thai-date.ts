import { comparable } from './thai-text.js';

const BANGKOK_OFFSET_MS = 7 * 3_600_000;
const BUDDHIST_ERA = 543;

// Only the beginnings are compared, so that full names, abbreviations and a forgotten dot all read as the same month.
const MONTHS: readonly (readonly string[])[] = [
  ['ม.ค', 'มค', 'มกรา', 'jan'],
  ['ก.พ', 'กพ', 'กุมภา', 'feb'],
  ['มี.ค', 'มีค', 'มีนา', 'mar'],
  ['เม.ย', 'เมย', 'เมษา', 'apr'],
  ['พ.ค', 'พค', 'พฤษภา', 'may'],
  ['มิ.ย', 'มิย', 'มิถุนา', 'jun'],
  ['ก.ค', 'กค', 'กรกฎา', 'jul'],
  ['ส.ค', 'สค', 'สิงหา', 'aug'],
  ['ก.ย', 'กย', 'กันยา', 'sep'],
  ['ต.ค', 'ตค', 'ตุลา', 'oct'],
  ['พ.ย', 'พย', 'พฤศจิกา', 'nov'],
  ['ธ.ค', 'ธค', 'ธันวา', 'dec'],
];

/** A year of either era as a year of the common era: 2569, 69 and 2026 are one year. Two digits are Buddhist, as on receipts. */
export function commonEraYear(year: number): number {
  if (year < 100) return year + 2500 - BUDDHIST_ERA;
  return year >= 2400 ? year - BUDDHIST_ERA : year;
}

/** The calendar day in Bangkok of a moment, as `YYYY-MM-DD`. `at` is an ISO moment or a Date. */
export function bangkokDay(at: string | Date): string {
  return new Date(new Date(at).getTime() + BANGKOK_OFFSET_MS).toISOString().slice(0, 10);
}

/**
 * A day as a person writes it (`23/11/2569`, `๒๓ พ.ย. ๖๙`, `2026-11-23`) as `YYYY-MM-DD`, or null when it cannot be read.
 * Day before month, as in Thailand. A full ISO moment is read as its day in Bangkok.
 */
export function readDay(text: string): string | null {
  const written = comparable(text);
  if (/^\d{4}-\d{2}-\d{2}t.*(z|[+-]\d{2}:?\d{2})$/.test(written)) return bangkokDay(written.toUpperCase());
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})/.exec(written);
  if (iso) return day(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const slashed = /(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{2,4})/.exec(written);
  if (slashed) return day(Number(slashed[3]), Number(slashed[2]), Number(slashed[1]));
  const named = /(\d{1,2})\s*(?:เดือน)?\s*([a-z\u0e00-\u0e7f.]+?)\s*(?:พ\.?ศ\.?|ค\.?ศ\.?)?\s*(\d{2,4})/.exec(written);
  return named ? day(Number(named[3]), monthNumber(named[2] ?? ''), Number(named[1])) : null;
}

/** `2026-11-24T09:00` as a phone's own field sends it, in Bangkok time; null when empty, undefined when it cannot be read. */
export function readMoment(text: string): Date | null | undefined {
  if (!text.trim()) return null;
  const parts = /^(\d{4})-(\d{2})-(\d{2})[T ](\d{2}):(\d{2})/.exec(text.trim());
  if (!parts) return undefined;
  const [, year, month, day, hour, minute] = parts;
  const moment = new Date(`${commonEraYear(Number(year))}-${month}-${day}T${hour}:${minute}:00+07:00`);
  return Number.isNaN(moment.getTime()) ? undefined : moment;
}

function monthNumber(name: string): number {
  return MONTHS.findIndex((beginnings) => beginnings.some((beginning) => name.startsWith(beginning))) + 1;
}

function day(year: number, month: number, dayOfMonth: number): string | null {
  const date = new Date(Date.UTC(commonEraYear(year), month - 1, dayOfMonth));
  const real = date.getUTCMonth() === month - 1 && date.getUTCDate() === dayOfMonth;
  return real ? date.toISOString().slice(0, 10) : null;
}
