import { z } from 'zod';
import { defineCheck, type Said } from '../check.js';
import { absence, eventAt, state } from '../evidence.js';
import type { Facts } from '../facts.js';
import type { BooksFacts } from '../facts-books.js';

const PAGE = { page: 'books' } as const;
const PER_MILLE = 1000;

const messages = {
  no_event: 'blocked',
  none: 'not_attempted',
  missing: 'not_met',
  other_amount: 'not_met',
  other_vat: 'not_met',
  no_document: 'not_met',
  no_profit: 'not_attempted',
  other_profit: 'not_met',
  met: 'met',
} as const;
type Key = keyof typeof messages;

/**
 * ECU06.3.3: a line with its document for every money event of the period, of a registered shop with the VAT that is in it, and the
 * period's profit or loss, in which VAT has no part.
 */
export const booksAndProfit2 = defineCheck({
  id: 'books-and-profit@2',
  criterion: 'ECU06.3.3',
  params: z.strictObject({ perMille: z.int().nonnegative().default(5) }),
  messages,
  judge(facts, { perMille }): Said<Key> {
    const { books } = facts;
    if (!books || books.moneyEvents.length === 0)
      return { key: 'no_event', evidence: [absence('book_line.saved', PAGE)], notObserved: true };
    if (books.lines.length === 0) return { key: 'none', evidence: [absence('book_line.saved', PAGE)] };
    const said = linesFault(facts, books);
    if (said) return said;
    if (!books.profit) return { key: 'no_profit', evidence: [absence('profit.submitted', PAGE)] };
    const { amount, seq } = books.profit;
    const profit = profitOf(books);
    const sent = eventAt(facts, seq, 'profit.submitted', PAGE);
    if (Math.abs(amount - profit) * PER_MILLE > Math.abs(profit) * perMille)
      return {
        key: 'other_profit',
        params: { said: amount / 100 },
        evidence: [sent, state('books.profit.amount', amount, PAGE)],
      };
    return { key: 'met', params: { lines: books.lines.length, profit: profit / 100 }, evidence: [sent] };
  },
});

function linesFault(facts: Facts, { moneyEvents, lines }: BooksFacts): Said<Key> | null {
  for (const [index, { id, title, amount, vat = 0 }] of moneyEvents.entries()) {
    const line = lines.find(({ eventId }) => eventId === id);
    const params = { title, found: lines.length, wanted: moneyEvents.length };
    if (!line) return { key: 'missing', params, evidence: [state(`books.moneyEvents[${index}].title`, title, PAGE)] };
    const saved = eventAt(facts, line.seq, 'book_line.saved', PAGE);
    const at = (field: string) => `books.lines[${lines.indexOf(line)}].${field}`;
    if (line.amount !== amount)
      return { key: 'other_amount', params, evidence: [saved, state(at('amount'), line.amount, PAGE)] };
    // Where the paper rounds its VAT otherwise it may differ by a satang.
    if (Math.abs((line.vat ?? 0) - vat) > 1)
      return { key: 'other_vat', params, evidence: [saved, state(at('vat'), line.vat ?? 0, PAGE)] };
    if (line.documentId === null)
      return { key: 'no_document', params, evidence: [saved, absence(at('documentId'), PAGE)] };
  }
  return null;
}

/** What the household took is neither: it leaves the till and not the result. */
function profitOf({ moneyEvents }: BooksFacts): number {
  const sign = { income: 1, expense: -1, drawing: 0 } as const;
  return moneyEvents.reduce((sum, { kind, amount, vat = 0 }) => sum + sign[kind] * (amount - vat), 0);
}
