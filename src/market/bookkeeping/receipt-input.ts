import { satangFrom } from '../../shared/money.js';
import { invalid, type Problem } from '../../shared/refusal.js';
import { type Form, safeText, text } from '../shops/shop-input.js';
import { RECEIPT_TITLES, type ReceiptWords } from './receipt.js';

/** A receipt as typed: `title`, `buyerName`, `total`, `vat` (`none`, `split`), `vatAmount`, `exempt_<position>`. */
export function receiptFrom(form: Form): ReceiptWords {
  const problems: Problem[] = [];
  const title = RECEIPT_TITLES.find((one) => one === form.title);
  if (!title) problems.push({ field: 'title', key: 'books.title_needed' });
  const buyerName = safeText(form, 'buyerName', problems, 100);
  // The short form of a retailer names nobody.
  if (!buyerName && title !== 'short_invoice') problems.push({ field: 'buyerName', key: 'books.buyer_needed' });
  const totalSatang = satangFrom(text(form, 'total'));
  if (!totalSatang) problems.push({ field: 'total', key: 'books.total_needed' });
  if (form.vat !== 'none' && form.vat !== 'split') problems.push({ field: 'vat', key: 'books.vat_choice_needed' });
  const vatSatang = form.vat === 'split' ? satangFrom(text(form, 'vatAmount')) : null;
  if (form.vat === 'split' && vatSatang === null) problems.push({ field: 'vatAmount', key: 'books.vat_needed' });
  if (!title || !totalSatang || problems.length > 0) throw invalid(problems);
  const exempt = Object.keys(form)
    .map((field) => /^exempt_(\d{1,3})$/.exec(field)?.[1])
    .filter((position) => position !== undefined)
    .map(Number);
  return { title, buyerName, exempt, totalSatang, vatSatang };
}

/** Why a receipt is taken back. */
export function reasonFrom(form: Form): string {
  const problems: Problem[] = [];
  const reason = safeText(form, 'reason', problems, 200);
  if (!reason) problems.push({ field: 'reason', key: 'books.reason_needed' });
  if (problems.length > 0) throw invalid(problems);
  return reason;
}
