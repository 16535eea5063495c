import { satangFrom } from '../../shared/money.js';
import { invalid, type Problem } from '../../shared/refusal.js';
import { type Form, safeText, text } from '../shops/shop-input.js';
import { vatWithin } from './vat.js';

/**
 * ใบลดหนี้, by which a registered shop lowers the VAT of a tax invoice; any other shop gives ใบคืนเงิน, which only says what went back.
 * Source: Revenue Code sections 82/10 and 86/10.
 */
export const NOTE_TITLES = ['credit_note', 'refund_note'] as const;
export type NoteTitle = (typeof NOTE_TITLES)[number];

/** What the seller says on it, right or wrong. */
export interface NoteWords {
  title: NoteTitle;
  amountSatang: number;
  /** Null where it shows none. */
  vatSatang: number | null;
  reason: string;
}

/** A note on one refund of a sale that has a receipt. Amounts in satang, moments in market time. */
export interface CreditNote extends NoteWords {
  id: string;
  receiptId: string;
  orderId: string;
  /** The money event that it proves: `refund:…`. */
  refundId: string;
  number: string;
  status: 'issued' | 'sent' | 'cancelled';
  issuedAt: string;
  sentAt: string | null;
}

/** As typed: `title`, `amount`, `vat` (`none`, `split`), `vatAmount`, `reason`. */
export function noteFrom(form: Form): NoteWords {
  const problems: Problem[] = [];
  const title = NOTE_TITLES.find((one) => one === form.title);
  if (!title) problems.push({ field: 'title', key: 'books.title_needed' });
  const amountSatang = satangFrom(text(form, 'amount'));
  if (!amountSatang) problems.push({ field: 'amount', key: 'books.amount_needed' });
  if (form.vat !== 'none' && form.vat !== 'split') problems.push({ field: 'vat', key: 'books.vat_choice_needed' });
  const vatSatang = form.vat === 'split' ? satangFrom(text(form, 'vatAmount')) : null;
  if (form.vat === 'split' && vatSatang === null) problems.push({ field: 'vatAmount', key: 'books.vat_needed' });
  const reason = safeText(form, 'reason', problems, 200);
  if (!reason) problems.push({ field: 'reason', key: 'books.why_back_needed' });
  if (!title || !amountSatang || problems.length > 0) throw invalid(problems);
  return { title, amountSatang, vatSatang, reason };
}

/**
 * The sums of a note by what its seller wrote: what the receipt said, what went back of it, what is right now, and the VAT of the
 * difference. `backBefore`: what had gone back of the same sale before it. Satang.
 */
export function noteSums(note: Pick<NoteWords, 'amountSatang' | 'vatSatang'>, receiptSatang: number, backBefore = 0) {
  const { amountSatang, vatSatang } = note;
  return {
    wasSatang: receiptSatang - backBefore,
    rightSatang: receiptSatang - backBefore - amountSatang,
    beforeVatSatang: amountSatang - (vatSatang ?? 0),
  };
}

/** The right note for a refund: what a seller's own is held against. `taxableSatang`: the part of it that had VAT in it. */
export function rightNote(
  refund: { amountSatang: number; taxableSatang: number },
  { isRegistered, basisPoints }: { isRegistered: boolean; basisPoints: number },
): Omit<NoteWords, 'reason'> {
  const vat = isRegistered ? vatWithin(refund.taxableSatang, basisPoints) : 0;
  return {
    title: isRegistered ? 'credit_note' : 'refund_note',
    amountSatang: refund.amountSatang,
    vatSatang: vat > 0 ? vat : null,
  };
}
