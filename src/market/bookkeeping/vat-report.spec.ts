import { describe, expect, it } from '@jest/globals';
import { sumsOf, vatDue } from './book.js';
import { vatReport } from './vat-report.js';

const line = (id: string, kind: 'income' | 'expense', category: 'sale' | 'refund' | 'packing', vatSatang: number) => ({
  ...{ id, day: '2026-11-03', kind, category, vatSatang, amountSatang: 10_700, documentId: `paper:${id}` },
});
const LINES = [
  line('sold', 'income', 'sale', 700),
  line('back', 'expense', 'refund', 70),
  line('boxes', 'expense', 'packing', 700),
  line('rice', 'income', 'sale', 0),
];

describe('the VAT report of a shop', () => {
  it('lists what has VAT in it by side, what went back as less', () => {
    const { output, input } = vatReport(LINES);
    expect(output.rows.map((row) => [row.line, row.valueSatang, row.vatSatang])).toEqual([
      ['sold', 10_000, 700],
      ['back', -10_630, -70],
    ]);
    expect(input.rows.map((row) => [row.line, row.valueSatang, row.vatSatang])).toEqual([['boxes', 10_000, 700]]);
    expect([output.vatSatang, input.vatSatang]).toEqual([630, 700]);
  });

  it('comes to what the book owes the state', () => {
    const { output, input } = vatReport(LINES);
    expect(vatDue(sumsOf(LINES))).toBe(output.vatSatang - input.vatSatang);
  });
});
