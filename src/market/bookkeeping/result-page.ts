import { type BookLine, type Category, EXPENSE_CATEGORIES, INCOME_CATEGORIES } from './book.js';

/** Satang by category, those without a line left out. */
export function sumsByCategory(lines: ReadonlyArray<Pick<BookLine, 'kind' | 'category' | 'amountSatang'>>) {
  const sums = (kind: BookLine['kind'], categories: readonly Category[]) =>
    categories
      .map((category) => ({
        category,
        satang: lines
          .filter((line) => line.kind === kind && line.category === category)
          .reduce((sum, { amountSatang }) => sum + amountSatang, 0),
      }))
      .filter(({ satang }) => satang > 0);
  return { income: sums('income', INCOME_CATEGORIES), expense: sums('expense', EXPENSE_CATEGORIES) };
}
