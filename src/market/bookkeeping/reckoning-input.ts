import { satangFrom } from '../../shared/money.js';
import { invalid, type Problem } from '../../shared/refusal.js';
import { readDay } from '../../shared/thai-date.js';
import { type Form, text } from '../shops/shop-input.js';
import { type CashWeek, WEEKS } from './forecast.js';

/** Satang of an answer that may be below nothing: a payout of which more was taken off than sold. */
export function amountFrom(form: Form): number {
  const typed = text(form, 'amount').replace(/^[-−]/, '');
  const satang = satangFrom(typed);
  if (satang === null) throw invalid([{ field: 'amount', key: 'books.amount_needed_or_zero' }]);
  return typed === text(form, 'amount') ? satang : -satang;
}

/** What the carrier owes, and on which day. */
export function codFrom(form: Form): { day: string; amountSatang: number } {
  const problems: Problem[] = [];
  const day = readDay(text(form, 'day'));
  if (!day) problems.push({ field: 'day', key: 'books.day_needed' });
  const amountSatang = satangFrom(text(form, 'cod'));
  if (amountSatang === null) problems.push({ field: 'cod', key: 'books.amount_needed_or_zero' });
  if (!day || amountSatang === null) throw invalid(problems);
  return { day, amountSatang };
}

/** Four weeks: `in_1` … `out_4`. */
export function weeksFrom(form: Form): CashWeek[] {
  const problems: Problem[] = [];
  const read = (field: string) => {
    const satang = satangFrom(text(form, field));
    if (satang === null) problems.push({ field, key: 'books.amount_needed_or_zero' });
    return satang ?? 0;
  };
  const weeks = Array.from({ length: WEEKS }, (_week, at) => ({
    in: read(`in_${at + 1}`),
    out: read(`out_${at + 1}`),
  }));
  if (problems.length > 0) throw invalid(problems);
  return weeks;
}
