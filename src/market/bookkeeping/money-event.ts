import { bangkokDay } from '../../shared/clock.js';
import { partOf } from '../ledger/shares.js';
import { profitOf, sumsOf } from './book.js';
import type { BooksSetup, MoneyPaper } from './books-setup.js';
import { isWithin, marketDay, type Period } from './period.js';
import { vatWithin } from './vat.js';

/** Something that truly happened to a shop's money and belongs into its book. Satang. */
export interface MoneyEvent {
  /** `sale:<order>`, `fees:<payout>`, `refund:<refund>`, `paper:<key>`. */
  id: string;
  kind: 'income' | 'expense' | 'drawing';
  /** Bangkok day. */
  day: string;
  amountSatang: number;
  /** What of it is VAT and so neither income nor expense: 0 for a shop that is not registered. */
  vatSatang: number;
  /** True of money that went out without any paper. */
  isUnproven?: boolean;
  /** What people call it: an order's number, a payout's day, or a paper's title. */
  name: string | { th: string; en: string };
}

/** What a shop's events are made of, as the market has it. Moments in market time. */
export interface EventSources {
  /** Paid orders with their whole price, and what of it is for goods that carry no VAT. What went back later is an event of its own. */
  sales: ReadonlyArray<Sale & { id: string; number: string; paidAt: string }>;
  /** Payouts of which a statement is there, with all fees on it and the VAT among them; satang, as positive numbers. */
  payouts: ReadonlyArray<{ id: string; at: string; feeSatang: number; feeVatSatang: number }>;
  /** With the sale that they were for. */
  refunds: ReadonlyArray<{ id: string; orderId: string; number: string; amountSatang: number; at: string; of: Sale }>;
}

interface Sale {
  totalSatang: number;
  exemptSatang: number;
}

/** How the shop stands with VAT. */
export interface VatRate {
  isRegistered: boolean;
  /** Hundredths of a percent. */
  basisPoints: number;
}

/** The papers that have come by now, in the order in which they came. */
export function papersBy(setup: BooksSetup | undefined, opened: Date, now: Date): Array<MoneyPaper & { on: string }> {
  return (setup?.papers ?? [])
    .map((paper) => ({ ...paper, on: marketDay(opened, paper.day) }))
    .filter(({ on }) => on <= bangkokDay(now))
    .sort((one, other) => one.on.localeCompare(other.on));
}

/** The part of a refund that had VAT in it: exempt goods and others go back in proportion. Satang. */
export const taxableOfRefund = (amountSatang: number, { totalSatang, exemptSatang }: Sale): number =>
  partOf(totalSatang - exemptSatang, amountSatang, totalSatang);

/**
 * Every money event of a shop, oldest first. A sale counts on the day it is paid; a payout brings no income, it moves money, but its
 * statement shows the fees, which are the expense. VAT of a registered shop is told beside: of a sale and of what went back of it; of the
 * fees, for which the market gives tax invoices; and of a paper that is a full tax invoice. Source: framework ECU06.3.3.
 */
export function moneyEvents(
  { sales, payouts, refunds }: EventSources,
  papers: ReadonlyArray<MoneyPaper & { on: string }>,
  { isRegistered, basisPoints }: VatRate,
): MoneyEvent[] {
  const vatIn = (satang: number) => (isRegistered ? vatWithin(satang, basisPoints) : 0);
  const events: MoneyEvent[] = [
    ...sales.map(({ id, number, totalSatang, exemptSatang, paidAt }) => ({
      ...{ id: `sale:${id}`, kind: 'income' as const, day: bangkokDay(new Date(paidAt)) },
      ...{ amountSatang: totalSatang, vatSatang: vatIn(totalSatang - exemptSatang), name: number },
    })),
    ...payouts.map(({ id, at, feeSatang, feeVatSatang }) => ({
      ...{ id: `fees:${id}`, kind: 'expense' as const, day: bangkokDay(new Date(at)) },
      ...{ amountSatang: feeSatang, vatSatang: isRegistered ? feeVatSatang : 0, name: bangkokDay(new Date(at)) },
    })),
    ...refunds.map(({ id, number, amountSatang, at, of }) => ({
      ...{ id: `refund:${id}`, kind: 'expense' as const, day: bangkokDay(new Date(at)) },
      ...{ amountSatang, vatSatang: vatIn(taxableOfRefund(amountSatang, of)), name: number },
    })),
    ...papers.map(({ key, kind, on, amountSatang, title, proof }) => ({
      ...{ id: `paper:${key}`, kind, day: on, amountSatang, name: title },
      ...{ vatSatang: proof === 'full_tax_invoice' ? vatIn(amountSatang) : 0, isUnproven: proof === 'none' },
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
