import { bangkokDay, DAY } from '../../shared/clock.js';
import type { BothLanguages } from '../catalogue/category-schema.js';
import type { PlannedMoney } from './books-setup.js';
import { dayAfter, marketDay } from './period.js';

export const WEEKS = 4;

/** Cash that will come or go. Satang, always positive; a Bangkok day. */
export interface OpenItem {
  what: 'payout' | 'cod' | PlannedMoney['what'];
  way: 'in' | 'out';
  name: string | BothLanguages;
  on: string;
  amountSatang: number;
}

/** Satang of cash in and out in one week. */
export interface CashWeek {
  in: number;
  out: number;
}

/** The days of the four weeks from `startsOn` on. */
export const forecastWeeks = (startsOn: string): Array<{ from: string; to: string }> =>
  Array.from({ length: WEEKS }, (_week, at) => ({
    from: dayAfter(startsOn, 7 * at),
    to: dayAfter(startsOn, 7 * at + 6),
  }));

/** The engine's four weeks: each item in the week of its day, what is overdue in the first. Source: framework ECU06.3.5. */
export function forecastOf(items: readonly OpenItem[], startsOn: string): CashWeek[] {
  return forecastWeeks(startsOn).map(({ from, to }, week) => {
    const mine = items.filter(({ on }) => on <= to && (on >= from || week === 0));
    const sum = (way: OpenItem['way']) =>
      mine.filter((item) => item.way === way).reduce((all, { amountSatang }) => all + amountSatang, 0);
    return { in: sum('in'), out: sum('out') };
  });
}

/** What is planned from a day on for four weeks; what comes again and again stands there each time. */
export function plannedItems(plan: readonly PlannedMoney[], opened: Date, startsOn: string): OpenItem[] {
  const end = dayAfter(startsOn, 7 * WEEKS - 1);
  return plan.flatMap(({ what, way, title, amountSatang, day, every }) =>
    occurrences(marketDay(opened, day), every, end)
      .filter((on) => on >= startsOn)
      .map((on) => ({ what, way, name: title, on, amountSatang })),
  );
}

function occurrences(first: string, every: PlannedMoney['every'], end: string): string[] {
  if (!every) return first <= end ? [first] : [];
  const days: string[] = [];
  for (let turn = 0, on = first; on <= end; turn += 1, on = later(first, every, turn)) days.push(on);
  return days;
}

/** A month later is the same day of the next month, or its last. */
function later(first: string, every: 'week' | 'month', turns: number): string {
  if (every === 'week') return dayAfter(first, 7 * turns);
  const [year = 0, month = 1, day = 1] = first.split('-').map(Number);
  const last = new Date(Date.UTC(year, month - 1 + turns + 1, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + turns, Math.min(day, last))).toISOString().slice(0, 10);
}

/** A sale whose money is not the shop's yet. Satang: what is left for the shop of it. */
export interface OpenSale {
  number: string;
  isCod: boolean;
  netSatang: number;
  /** Null until the parcel has arrived. */
  deliveredAt: string | null;
}

/** When and how money reaches the shop's account, by the money rules; `payday` is the next one after a moment. */
export interface PayingOut {
  holdDays: number;
  codHoldDays: number;
  arrivesDays: number;
  payday: (after: Date) => Date;
}

/** A parcel that has not arrived is taken to arrive so many days from now: nobody knows better. */
const ON_THE_WAY_DAYS = 3;

/** Sales as money that comes with a later payout. */
export function saleItems(sales: readonly OpenSale[], paying: PayingOut, now: Date): OpenItem[] {
  return sales
    .filter(({ netSatang }) => netSatang > 0)
    .map(({ number, isCod, netSatang, deliveredAt }) => {
      const delivered = deliveredAt ? Date.parse(deliveredAt) : now.getTime() + ON_THE_WAY_DAYS * DAY;
      const released = new Date(delivered + (isCod ? paying.codHoldDays : paying.holdDays) * DAY);
      // What should have been released already comes with the next payout.
      const payday = paying.payday(released > now ? released : now);
      const on = bangkokDay(new Date(payday.getTime() + paying.arrivesDays * DAY));
      return { what: isCod ? 'cod' : 'payout', way: 'in', name: number, on, amountSatang: netSatang };
    });
}
