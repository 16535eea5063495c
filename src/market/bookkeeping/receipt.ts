import { bangkokDay } from '../../shared/clock.js';
import type { OrderLine } from '../orders/order.js';
import { vatWithin } from './vat.js';

/**
 * ใบเสร็จรับเงิน; or, which only who is registered for VAT may issue, ใบกำกับภาษี/ใบเสร็จรับเงิน with the buyer's name and the VAT split out,
 * or the short form of retailers (ใบกำกับภาษีอย่างย่อ), which says that the price includes it. Source: Revenue Code sections 86/4 and 86/6.
 */
export const RECEIPT_TITLES = ['receipt', 'tax_invoice', 'short_invoice'] as const;
export type ReceiptTitle = (typeof RECEIPT_TITLES)[number];

/** What a line of a receipt is for: goods of the order by their words, or what the order adds to them. */
export interface ReceiptLine {
  kind: 'goods' | 'extra' | 'delivery';
  text: string;
  quantity: number;
  unitSatang: number;
  /** The seller says that it carries no VAT. */
  isExempt: boolean;
}

/** What the seller says on it. Whether that is right is for the graders: a wrong one can be issued, and cancelled again. */
export interface ReceiptWords {
  title: ReceiptTitle;
  buyerName: string;
  /** Positions of the lines that she marks as exempt. */
  exempt: number[];
  totalSatang: number;
  /** Null where it shows none. */
  vatSatang: number | null;
}

/** A receipt (ใบเสร็จ) of one paid order. Amounts in satang, moments in market time. */
export interface Receipt {
  id: string;
  orderId: string;
  shopId: string;
  number: string;
  status: 'issued' | 'sent' | 'cancelled';
  title: ReceiptTitle;
  buyerName: string;
  lines: ReceiptLine[];
  totalSatang: number;
  vatSatang: number | null;
  issuedAt: string;
  sentAt: string | null;
  cancelledAt: string | null;
  cancelReason: string | null;
}

type Charged = { extraSatang: number; shippingSatang: number; shippingName: string };

/** The lines of an order's receipt: its goods, what the listings charge on top, and the delivery. */
export function receiptLines(order: Charged, lines: readonly OrderLine[], exempt: readonly number[]): ReceiptLine[] {
  const goods = lines.map(({ title, optionText, quantity, unitSatang }) => ({
    kind: 'goods' as const,
    text: optionText ? `${title} · ${optionText}` : title,
    quantity,
    unitSatang,
  }));
  const { extraSatang, shippingSatang, shippingName } = order;
  const added = [
    { kind: 'extra' as const, text: '', quantity: 1, unitSatang: extraSatang },
    { kind: 'delivery' as const, text: shippingName, quantity: 1, unitSatang: shippingSatang },
  ].filter(({ unitSatang }) => unitSatang > 0);
  return [...goods, ...added].map((line, at) => ({ ...line, isExempt: exempt.includes(at) }));
}

/** Satang. */
export const lineAmount = ({ quantity, unitSatang }: Pick<ReceiptLine, 'quantity' | 'unitSatang'>): number =>
  quantity * unitSatang;

/** `RC69-0001`: a shop's numbers of one kind of paper run on through the years, and a cancelled one is not used again. */
export function paperNumber(kind: 'RC' | 'CN' | 'RV', issuedSoFar: number, now: Date): string {
  const year = (Number(bangkokDay(now).slice(0, 4)) + 543) % 100;
  return `${kind}${year}-${String(issuedSoFar + 1).padStart(4, '0')}`;
}

/** What a right receipt of an order says: what a seller's own is held against. */
export interface RightReceipt {
  /** Satang, as paid. */
  totalSatang: number;
  /** The part of it that is not exempt. */
  taxableSatang: number;
  /** Null where it must show none. */
  vatSatang: number | null;
  mayBeTaxInvoice: boolean;
}

/**
 * The right receipt for what was paid. `exemptSatang`: goods that the rules exempt. `basisPoints`: the rate in force on the day of
 * issue. Source: framework ECU06.3.4.
 */
export function rightReceipt(
  paid: { totalSatang: number; exemptSatang: number },
  vat: { isRegistered: boolean; basisPoints: number },
): RightReceipt {
  const taxableSatang = paid.totalSatang - paid.exemptSatang;
  return {
    totalSatang: paid.totalSatang,
    taxableSatang,
    vatSatang: vat.isRegistered && taxableSatang > 0 ? vatWithin(taxableSatang, vat.basisPoints) : null,
    mayBeTaxInvoice: vat.isRegistered,
  };
}
