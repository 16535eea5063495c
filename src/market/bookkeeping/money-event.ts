import { bangkokDay } from '../../shared/clock.js';
import { profitOf, sumsOf } from './book.js';
import type { BooksSetup, MoneyPaper } from './books-setup.js';
import { isWithin, marketDay, type Period } from './period.js';

/** Something that truly happened to a shop's money and belongs into its book. Satang. */
export interface MoneyEvent {
  /** `sale:<order>`, `fees:<payout>`, `refund:<refund>`, `paper:<key>`. */
  id: string;
  kind: 'income' | 'expense' | 'drawing';
  /** Bangkok day. */
  day: string;
  amountSatang: number;
  /** What people call it: an order's number, a payout's day, or a paper's title. */
  name: string | { th: string; en: string };
}

/** What a shop's events are made of, as the market has it. Moments in market time. */
export interface EventSources {
  /** Paid orders with their whole price. What went back later is an event of its own. */
  sales: ReadonlyArray<{ id: string; number: string; totalSatang: number; paidAt: string }>;
  /** Payouts of which a statement is there, with all fees on it; satang, as positive numbers. */
  payouts: ReadonlyArray<{ id: string; at: string; feeSatang: number }>;
  refunds: ReadonlyArray<{ id: string; number: string; amountSatang: number; at: string }>;
}

/** The papers that have come by now, in the order in which they came. */
export function papersBy(setup: BooksSetup | undefined, opened: Date, now: Date): Array<MoneyPaper & { on: string }> {
  return (setup?.papers ?? [])
    .map((paper) => ({ ...paper, on: marketDay(opened, paper.day) }))
    .filter(({ on }) => on <= bangkokDay(now))
    .sort((one, other) => one.on.localeCompare(other.on));
}

/**
 * Every money event of a shop, oldest first. A sale counts on the day it is paid; a payout brings no income, it moves money, but its
 * statement shows the fees, which are the expense. Source: framework ECU06.3.3.
 */
export function moneyEvents(
  { sales, payouts, refunds }: EventSources,
  papers: ReadonlyArray<MoneyPaper & { on: string }>,
): MoneyEvent[] {
  const events: MoneyEvent[] = [
    ...sales.map(({ id, number, totalSatang, paidAt }) => ({
      ...{ id: `sale:${id}`, kind: 'income' as const, day: bangkokDay(new Date(paidAt)) },
      ...{ amountSatang: totalSatang, name: number },
    })),
    ...payouts.map(({ id, at, feeSatang }) => ({
      ...{ id: `fees:${id}`, kind: 'expense' as const, day: bangkokDay(new Date(at)) },
      ...{ amountSatang: feeSatang, name: bangkokDay(new Date(at)) },
    })),
    ...refunds.map(({ id, number, amountSatang, at }) => ({
      ...{ id: `refund:${id}`, kind: 'expense' as const, day: bangkokDay(new Date(at)) },
      ...{ amountSatang, name: number },
    })),
    ...papers.map(({ key, kind, on, amountSatang, title }) => ({
      ...{ id: `paper:${key}`, kind, day: on, amountSatang, name: title },
    })),
  ];
  return events
    .filter(({ amountSatang }) => amountSatang > 0)
    .sort((one, other) => one.day.localeCompare(other.day) || one.id.localeCompare(other.id));
}

export const eventsIn = (events: readonly MoneyEvent[], period: Period): MoneyEvent[] =>
  events.filter(({ day }) => isWithin(period, day));

/** What the period truly brought: satang, a loss is negative. */
export const trueProfit = (events: readonly MoneyEvent[]): number => profitOf(sumsOf(events));
