import type Handlebars from 'handlebars';

import { baht } from '../../shared/money.js';
import type { Language } from './i18n.js';

// Made once: a formatter costs a hundred times what it formats.
const formats = {
  th: { day: format('th-TH-u-ca-buddhist', 'day'), moment: format('th-TH-u-ca-buddhist', 'moment') },
  en: { day: format('en-GB', 'day'), moment: format('en-GB', 'moment') },
};

function format(locale: string, kind: 'day' | 'moment'): Intl.DateTimeFormat {
  const day = {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: 'Asia/Bangkok',
    numberingSystem: 'latn',
  } as const;
  return new Intl.DateTimeFormat(
    locale,
    kind === 'day' ? day : { ...day, hour: '2-digit', minute: '2-digit', hour12: false },
  );
}

/** A moment for a person: Bangkok time, and the Buddhist year in Thai. */
export const sayMoment = (language: Language, kind: 'day' | 'moment', moment: Date | string): string =>
  formats[language][kind].format(new Date(moment));

/** Helpers format and never decide. */
export function helpers(language: Language): Handlebars.HelperDeclareSpec {
  return {
    baht: (satang: number) => `฿${baht(satang)}`,
    day: (moment: Date | string) => (moment ? sayMoment(language, 'day', moment) : ''),
    moment: (moment: Date | string) => (moment ? sayMoment(language, 'moment', moment) : ''),
    /** The address of a static file, with its content's hash. */
    asset: (name: string, options: Handlebars.HelperOptions) => options.data.page.asset(name),
    eq: (a: unknown, b: unknown) => a === b,
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
