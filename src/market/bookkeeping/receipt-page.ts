import { bahtWords } from '../../shared/baht-words.js';
import type { Order, OrderLine } from '../orders/order.js';
import type { Shop } from '../shops/shop.js';
import type { Form } from '../shops/shop-input.js';
import { lineAmount, type Receipt, type ReceiptLine, receiptLines } from './receipt.js';
import type { VatStanding } from './vat-standing.js';

/** The form of a receipt: the order's lines with what was ticked of each, and what else was typed. */
export function receiptForm(order: Order, lines: readonly OrderLine[], values: Form) {
  const shown = receiptLines(order, lines, []).map((line, at) => ({
    ...withAmount(line),
    field: `exempt_${at}`,
    isTicked: Boolean(values[`exempt_${at}`]),
  }));
  return { lines: shown, values };
}

/** A receipt as it is read and printed. What is before VAT is worked out from what the seller wrote, right or wrong. */
export function receiptPaper(receipt: Receipt, order: Pick<Order, 'number'>, shop: Shop | null, vat: VatStanding) {
  const lines = receipt.lines.map(withAmount);
  const exempt = lines.filter(({ isExempt }) => isExempt).reduce((sum, { amountSatang }) => sum + amountSatang, 0);
  return {
    receipt,
    lines,
    words: bahtWords(receipt.totalSatang),
    orderNumber: order.number,
    shop,
    vat: {
      number: vat.number,
      percent: vat.basisPoints / 100,
      exemptSatang: exempt,
      beforeSatang: receipt.totalSatang - exempt - (receipt.vatSatang ?? 0),
    },
  };
}

const withAmount = (line: ReceiptLine) => ({ ...line, amountSatang: lineAmount(line) });
