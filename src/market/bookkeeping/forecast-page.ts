import type { Form } from '../shops/shop-input.js';
import { type CashWeek, forecastWeeks, type OpenItem } from './forecast.js';

/** The open items, and the four weeks with what was typed into them. In which week an item falls is left to the reader. */
export function forecastPage(items: readonly OpenItem[], startsOn: string, values: Form = {}) {
  return {
    items,
    weeks: forecastWeeks(startsOn).map((week, at) => ({
      ...week,
      number: at + 1,
      inField: `in_${at + 1}`,
      outField: `out_${at + 1}`,
      in: values[`in_${at + 1}`] ?? '',
      out: values[`out_${at + 1}`] ?? '',
    })),
  };
}

/** A kept forecast with its weeks numbered. */
export const numbered = <F extends { weeks: readonly CashWeek[] }>(forecast: F) => ({
  ...forecast,
  weeks: forecast.weeks.map((week, at) => ({ ...week, number: at + 1 })),
});
