import { bangkokDay, DAY } from '../../shared/clock.js';
import type { BooksSetup } from './books-setup.js';

/** Bangkok days, `2026-11-02`, both included. */
export interface Period {
  from: string;
  to: string;
}

const MOST_WEEKS = 12;

/** The Bangkok day that lies so many days after another. */
export const dayAfter = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * DAY).toISOString().slice(0, 10);

/** The day of a market that opened at `opened`, by its number; 1 is the first. */
export const marketDay = (opened: Date, number: number): string => dayAfter(bangkokDay(opened), number - 1);

export const isWithin = ({ from, to }: Period, day: string): boolean => from <= day && day <= to;

/** The calendar week of a day, Monday to Sunday. */
export function weekOf(day: string): Period {
  const sinceMonday = (new Date(day).getUTCDay() + 6) % 7;
  const from = dayAfter(day, -sinceMonday);
  return { from, to: dayAfter(from, 6) };
}

/** The periods whose books are kept, newest first: what the market's makers say, or the weeks so far. */
export function periodsOf(setup: BooksSetup | undefined, opened: Date, now: Date): Period[] {
  if (setup?.period) return [{ from: marketDay(opened, setup.period.from), to: marketDay(opened, setup.period.to) }];
  const first = weekOf(bangkokDay(opened));
  const weeks: Period[] = [];
  for (let week = weekOf(bangkokDay(now)); week.from >= first.from && weeks.length < MOST_WEEKS; ) {
    weeks.push(week);
    week = weekOf(dayAfter(week.from, -7));
  }
  return weeks;
}

/** The one that begins on this day, as an address names it; else the newest. Throws where a market has none, which cannot be. */
export function chosenPeriod(periods: readonly Period[], from: unknown): Period {
  const period = periods.find((one) => one.from === from) ?? periods[0];
  if (!period) throw new Error('A market has a period from its first day on.');
  return period;
}

/** A day as people type it, by the Buddhist year: `2026-11-02` is 2/11/2569. */
export function typedDay(day: string): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${date}/${month}/${Number(year) + 543}`;
}
