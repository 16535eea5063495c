import { z } from 'zod';
import { defineCheck, type Said } from '../check.js';
import { absence, eventAt, state } from '../evidence.js';
import type { Facts } from '../facts.js';
import type { BooksFacts, ReceiptFact } from '../facts-books.js';

const PAGE = { page: 'receipts' } as const;
const WHOLE = 10_000;

const messages = {
  none: 'not_attempted',
  too_few: 'not_attempted',
  other_total: 'not_met',
  vat_unregistered: 'not_met',
  tax_invoice_unregistered: 'not_met',
  no_vat: 'not_met',
  other_vat: 'not_met',
  met: 'met',
} as const;
type Key = keyof typeof messages;

/** ECU06.3.4: receipts of what was paid; no VAT from a seller outside the register, the right one (r/(100+r) of the taxable part) within. */
export const receipts1 = defineCheck({
  id: 'receipts@1',
  criterion: 'ECU06.3.4',
  params: z.strictObject({ min: z.int().positive().default(1), toleranceSatang: z.int().nonnegative().default(1) }),
  messages,
  judge(facts, { min, toleranceSatang }): Said<Key> {
    const { books } = facts;
    if (!books || books.receipts.length === 0) return { key: 'none', evidence: [absence('receipt.sent', PAGE)] };
    for (const receipt of books.receipts) {
      const said = fault(facts, books, receipt, toleranceSatang);
      if (said) return { ...said, params: { number: receipt.number, ...said.params } };
    }
    const evidence = books.receipts.map(({ sentSeq }) => eventAt(facts, sentSeq, 'receipt.sent', PAGE));
    const params = { receipts: books.receipts.length, wanted: min };
    return books.receipts.length < min ? { key: 'too_few', params, evidence } : { key: 'met', params, evidence };
  },
});

function fault(facts: Facts, { receipts, vat }: BooksFacts, receipt: ReceiptFact, tolerance: number): Said<Key> | null {
  const at = (field: string) => `books.receipts[${receipts.indexOf(receipt)}].${field}`;
  const say = (key: Key, field: 'total' | 'title' | 'vat', params = {}): Said<Key> => ({
    key,
    params,
    evidence: [eventAt(facts, receipt.sentSeq, 'receipt.sent', PAGE), state(at(field), receipt[field], PAGE)],
  });
  if (receipt.total !== receipt.paid)
    return say('other_total', 'total', { total: receipt.total / 100, paid: receipt.paid / 100 });
  if (!vat.registered) {
    if (receipt.vat !== null) return say('vat_unregistered', 'vat');
    return receipt.title === 'tax_invoice' ? say('tax_invoice_unregistered', 'title') : null;
  }
  const right = Math.round((receipt.taxable * vat.rateBasisPoints) / (WHOLE + vat.rateBasisPoints));
  if (receipt.vat === null) return right === 0 ? null : say('no_vat', 'vat');
  if (Math.abs(receipt.vat - right) <= tolerance) return null;
  return say('other_vat', 'vat', { shown: receipt.vat / 100, rate: vat.rateBasisPoints / 100 });
}
