import { type BookLine, type Category, EXPENSE_CATEGORIES, INCOME_CATEGORIES, withoutVat } from './book.js';

/** Satang without VAT by category, those without a line left out. */
export function sumsByCategory(
  lines: ReadonlyArray<Pick<BookLine, 'kind' | 'category' | 'amountSatang' | 'vatSatang'>>,
) {
  const sums = (kind: BookLine['kind'], categories: readonly Category[]) =>
    categories
      .map((category) => ({
        category,
        satang: lines
          .filter((line) => line.kind === kind && line.category === category)
          .reduce((sum, line) => sum + withoutVat(line), 0),
      }))
      .filter(({ satang }) => satang > 0);
  return { income: sums('income', INCOME_CATEGORIES), expense: sums('expense', EXPENSE_CATEGORIES) };
}
