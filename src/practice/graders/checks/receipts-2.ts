import { z } from 'zod';
import { defineCheck, type Said } from '../check.js';
import { absence, eventAt, state } from '../evidence.js';
import type { Facts } from '../facts.js';
import type { BooksFacts, NoteFact, ReceiptFact } from '../facts-books.js';

const PAGE = { page: 'receipts' } as const;
const WHOLE = 10_000;

const messages = {
  none: 'not_attempted',
  too_few: 'not_attempted',
  other_total: 'not_met',
  vat_unregistered: 'not_met',
  tax_invoice_unregistered: 'not_met',
  no_tax_invoice: 'not_met',
  no_vat: 'not_met',
  other_vat: 'not_met',
  no_note: 'not_met',
  other_note_title: 'not_met',
  other_note_total: 'not_met',
  other_note_vat: 'not_met',
  met: 'met',
} as const;
type Key = keyof typeof messages;

/**
 * ECU06.3.4: receipts of what was paid. Outside the register no VAT and no tax invoice; within, a tax invoice with the right VAT
 * (r/(100+r) of the taxable part), or a short one that only says that the price includes it. What went back of a receipt in the period has
 * its note: a credit note with the VAT of the difference within the register, a refund note outside.
 */
export const receipts2 = defineCheck({
  id: 'receipts@2',
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
    const lacking = noteFault(facts, books, toleranceSatang);
    if (lacking) return lacking;
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
    return receipt.title !== 'receipt' ? say('tax_invoice_unregistered', 'title') : null;
  }
  const right = vatWithin(receipt.taxable, vat);
  if (receipt.title === 'receipt' && right > 0) return say('no_tax_invoice', 'title');
  if (receipt.vat === null) return right === 0 || receipt.title === 'short_invoice' ? null : say('no_vat', 'vat');
  if (Math.abs(receipt.vat - right) <= tolerance) return null;
  return say('other_vat', 'vat', { shown: receipt.vat / 100, rate: vat.rateBasisPoints / 100 });
}

/** The first refund without its note, or the first note that says something else. */
function noteFault(facts: Facts, books: BooksFacts, tolerance: number): Said<Key> | null {
  const notes = books.notes ?? [];
  for (const [index, refund] of (books.refunds ?? []).entries()) {
    const note = notes.find(({ refundId }) => refundId === refund.id);
    const params = { order: refund.orderNumber, amount: refund.amount / 100 };
    if (!note) {
      const evidence = [
        state(`books.refunds[${index}].amount`, refund.amount, PAGE),
        absence('credit_note.sent', PAGE),
      ];
      return { key: 'no_note', params, evidence };
    }
    const wrong = wrongField(note, refund, books.vat, tolerance);
    if (!wrong) continue;
    const [key, field] = wrong;
    const evidence = [
      eventAt(facts, note.sentSeq, 'credit_note.sent', PAGE),
      state(`books.notes[${notes.indexOf(note)}].${field}`, note[field], PAGE),
    ];
    return { key, params: { ...params, number: note.number, rate: books.vat.rateBasisPoints / 100 }, evidence };
  }
  return null;
}

type Refund = NonNullable<BooksFacts['refunds']>[number];

function wrongField(
  note: NoteFact,
  refund: Refund,
  vat: BooksFacts['vat'],
  tolerance: number,
): [Key, 'title' | 'amount' | 'vat'] | null {
  if (note.title !== (vat.registered ? 'credit_note' : 'refund_note')) return ['other_note_title', 'title'];
  if (note.amount !== refund.amount) return ['other_note_total', 'amount'];
  if (!vat.registered) return note.vat === null ? null : ['other_note_vat', 'vat'];
  return Math.abs((note.vat ?? 0) - vatWithin(refund.taxable, vat)) <= tolerance ? null : ['other_note_vat', 'vat'];
}

const vatWithin = (satang: number, { rateBasisPoints }: BooksFacts['vat']): number =>
  Math.round((satang * rateBasisPoints) / (WHOLE + rateBasisPoints));
