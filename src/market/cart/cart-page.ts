import type { CartContents } from './carts.service.js';

/** The cart as its page shows it: sums a line, and a word where the shelf holds less than somebody wants. */
export function cartPage({ lines, gone }: CartContents) {
  const shown = lines.map((line) => ({
    ...line,
    totalSatang: (line.priceSatang + line.extraSatang) * line.quantity,
    isTooMany: line.quantity > line.available,
  }));
  return { lines: shown, gone, totalSatang: shown.reduce((sum, line) => sum + line.totalSatang, 0) };
}
