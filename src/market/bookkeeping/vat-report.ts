import { type BookLine, withoutVat } from './book.js';

/** รายงานภาษีขาย and รายงานภาษีซื้อ: what a registered shop writes down of each paper with VAT. */
export type VatSide = 'output' | 'input';

/** One line of a report. Satang; what went back to a buyer lowers both. */
export interface VatRow {
  line: string;
  day: string;
  documentId: string | null;
  valueSatang: number;
  vatSatang: number;
}

type Line = Pick<BookLine, 'id' | 'day' | 'kind' | 'category' | 'amountSatang' | 'vatSatang' | 'documentId'>;

/** The VAT lines of a book by side, as the book has them, and the sum of each side. Source: Revenue Code section 87. */
export function vatReport(lines: readonly Line[]): Record<VatSide, { rows: VatRow[]; vatSatang: number }> {
  const withVat = lines.filter(({ vatSatang }) => vatSatang > 0);
  const isOutput = ({ kind, category }: Line) => kind === 'income' || category === 'refund';
  return { output: sideOf(withVat.filter(isOutput)), input: sideOf(withVat.filter((line) => !isOutput(line))) };
}

function sideOf(lines: readonly Line[]): { rows: VatRow[]; vatSatang: number } {
  const rows = lines.map((line) => {
    const sign = line.category === 'refund' ? -1 : 1;
    const { id, day, documentId, vatSatang } = line;
    return { line: id, day, documentId, valueSatang: sign * withoutVat(line), vatSatang: sign * vatSatang };
  });
  return { rows, vatSatang: rows.reduce((sum, { vatSatang }) => sum + vatSatang, 0) };
}
