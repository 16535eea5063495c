import { invalid, type Problem } from '../../shared/refusal.js';
import { type Form, safeText } from '../shops/shop-input.js';

/** ใบรับรองแทนใบเสร็จรับเงิน: what a seller writes where nobody gives a receipt, such as for a ride or at a market stall. Satang, a Bangkok day. */
export interface Voucher {
  id: string;
  /** The money event that it proves. */
  eventId: string;
  number: string;
  payee: string;
  /** Why there is no receipt. */
  reason: string;
  amountSatang: number;
  day: string;
}

/** As typed: `payee`, `reason`. */
export function voucherFrom(form: Form): Pick<Voucher, 'payee' | 'reason'> {
  const problems: Problem[] = [];
  const payee = safeText(form, 'payee', problems, 100);
  if (!payee) problems.push({ field: 'payee', key: 'books.payee_needed' });
  const reason = safeText(form, 'reason', problems, 200);
  if (!reason) problems.push({ field: 'reason', key: 'books.why_no_receipt_needed' });
  if (problems.length > 0) throw invalid(problems);
  return { payee, reason };
}
