import { satangFrom } from '../../shared/money.js';
import { invalid, type Problem } from '../../shared/refusal.js';
import { readDay } from '../../shared/thai-date.js';
import { type Form, safeText, text } from '../shops/shop-input.js';
import { type Category, EXPENSE_CATEGORIES, INCOME_CATEGORIES, kindOf, type LineKind, PURSES, WAYS } from './book.js';

/** A line as its form has it. */
export interface LineInput {
  day: string;
  kind: LineKind;
  category: Category | null;
  amountSatang: number;
  /** What of it is VAT; nothing where she left the field empty. */
  vatSatang: number;
  note: string;
  /** Of the papers that lie ready; null for a photo or none. */
  documentId: string | null;
}

export function lineFrom(form: Form): LineInput {
  const problems: Problem[] = [];
  const day = readDay(text(form, 'day'));
  if (!day) problems.push({ field: 'day', key: 'books.day_needed' });
  const way = WAYS.find((one) => one === form.way);
  if (!way) problems.push({ field: 'way', key: 'books.way_needed' });
  const purse = PURSES.find((one) => one === form.purse);
  if (!purse) problems.push({ field: 'purse', key: 'books.purse_needed' });
  const amountSatang = satangFrom(text(form, 'amount'));
  if (!amountSatang) problems.push({ field: 'amount', key: 'books.amount_needed' });
  const note = safeText(form, 'note', problems, 200);
  const kind = way && purse ? kindOf(way, purse) : null;
  const vatSatang = vatFrom(text(form, 'vat'), amountSatang, problems);
  const category = kind ? categoryFor(kind, text(form, 'category'), problems) : null;
  if (!day || !kind || !amountSatang || problems.length > 0) throw invalid(problems);
  return { day, kind, category, amountSatang, vatSatang, note, documentId: text(form, 'document') || null };
}

/** VAT within an amount: less than the amount itself. */
function vatFrom(typed: string, amountSatang: number | null, problems: Problem[]): number {
  if (typed === '') return 0;
  const satang = satangFrom(typed);
  if (satang === null) problems.push({ field: 'vat', key: 'books.vat_needed' });
  else if (amountSatang && satang >= amountSatang) problems.push({ field: 'vat', key: 'books.vat_within' });
  return satang ?? 0;
}

/** Household's money needs none: it is neither earned nor spent by the shop. */
function categoryFor(kind: LineKind, typed: string, problems: Problem[]): Category | null {
  if (kind === 'drawing' || kind === 'contribution') return null;
  const choices: readonly Category[] = kind === 'income' ? INCOME_CATEGORIES : EXPENSE_CATEGORIES;
  const category = choices.find((one) => one === typed) ?? null;
  if (!category) problems.push({ field: 'category', key: `books.category_needed_${kind}` });
  return category;
}

/** Cash and account before the first day, in satang. */
export function openingFrom(form: Form): { cashSatang: number; bankSatang: number } {
  const [cashSatang, bankSatang] = [satangFrom(text(form, 'cash')), satangFrom(text(form, 'bank'))];
  const problems: Problem[] = [];
  if (cashSatang === null) problems.push({ field: 'cash', key: 'books.amount_needed_or_zero' });
  if (bankSatang === null) problems.push({ field: 'bank', key: 'books.amount_needed_or_zero' });
  if (cashSatang === null || bankSatang === null) throw invalid(problems);
  return { cashSatang, bankSatang };
}

/** A profit, or a loss as a negative one: `result` (`profit`, `loss`) and `amount`. */
export function profitFrom(form: Form): number {
  const problems: Problem[] = [];
  const isLoss = form.result === 'loss';
  if (!isLoss && form.result !== 'profit') problems.push({ field: 'result', key: 'books.result_needed' });
  const amount = satangFrom(text(form, 'amount'));
  if (amount === null) problems.push({ field: 'amount', key: 'books.amount_needed_or_zero' });
  if (amount === null || problems.length > 0) throw invalid(problems);
  return isLoss ? -amount : amount;
}
