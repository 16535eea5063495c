import { randomBytes } from 'node:crypto';
import type Handlebars from 'handlebars';

import { baht } from '../../shared/money.js';
import type { Language } from './i18n.js';

// Made once: a formatter costs a hundred times what it formats.
const formats = {
  th: formatsOf('th-TH-u-ca-buddhist'),
  en: formatsOf('en-GB'),
};

type MomentKind = 'day' | 'moment' | 'weekday' | 'date';

function formatsOf(locale: string): Record<MomentKind, Intl.DateTimeFormat> {
  const date = { day: 'numeric', month: 'short', timeZone: 'Asia/Bangkok', numberingSystem: 'latn' } as const;
  const day = { ...date, year: 'numeric' } as const;
  const moment = { ...day, hour: '2-digit', minute: '2-digit', hour12: false } as const;
  return {
    day: new Intl.DateTimeFormat(locale, day),
    moment: new Intl.DateTimeFormat(locale, moment),
    date: new Intl.DateTimeFormat(locale, date),
    weekday: new Intl.DateTimeFormat(locale, { ...moment, weekday: 'long' }),
  };
}

/** A moment for a person: Bangkok time, and the Buddhist year in Thai. `weekday` is the moment with its day of the week. */
export const sayMoment = (language: Language, kind: MomentKind, moment: Date | string): string =>
  formats[language][kind].format(new Date(moment));

/** Helpers format and never decide. */
export function helpers(language: Language): Handlebars.HelperDeclareSpec {
  return {
    baht: (satang: number) => `฿${baht(satang)}`,
    /** A price as it stands in a field. */
    inBaht: (satang: number) => String(satang / 100),
    day: (moment: Date | string) => (moment ? sayMoment(language, 'day', moment) : ''),
    /** From one day to another, without the year: `2–8 พ.ย.` */
    dayRange: (from: string, to: string) => formats[language].date.formatRange(new Date(from), new Date(to)),
    moment: (moment: Date | string) => (moment ? sayMoment(language, 'moment', moment) : ''),
    /** The address of a static file, with its content's hash. */
    asset: (name: string, options: Handlebars.HelperOptions) => options.data.page.asset(name),
    /** A new key for each form that is shown. */
    newKey: () => randomBytes(15).toString('base64url'),
    /** How much of something is done, for what is drawn to that length. */
    percent: (done: number, of: number) => (of > 0 ? Math.round((100 * done) / of) : 0),
    eq: (a: unknown, b: unknown) => a === b,
    /** Whether a path is this place, or below it where the place is wide. */
    isAt: (path: string, place: string, wide: unknown) =>
      path === place || (wide === true && path.startsWith(`${place}/`)),
    or: (...values: unknown[]) => values.slice(0, -1).find(Boolean) ?? '',
    concat: (...parts: unknown[]) => parts.slice(0, -1).join(''),
    array: (...entries: unknown[]) => entries.slice(0, -1),
    json: (value: unknown) => JSON.stringify(value),
    /** A text kept in two languages, `{th, en}`, in the reader's. */
    say: (text: { th: string; en: string } | string | null) =>
      typeof text === 'string' ? text : (text?.[language] ?? text?.th ?? ''),
    /** The problem of one field among a form's problems, for the partial that shows it. */
    problemOf: (problems: Array<{ field: string }> | undefined, field: string) =>
      problems?.find((p) => p.field === field),
  };
}
