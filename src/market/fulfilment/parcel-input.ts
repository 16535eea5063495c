import { satangFrom } from '../../shared/money.js';
import { invalid, type Problem } from '../../shared/refusal.js';
import { normaliseThai } from '../../shared/thai-text.js';
import type { OrderLine } from '../orders/order.js';
import { type Form, safeText, text } from '../shops/shop-input.js';
import { LABEL_FIELDS, type Label, type PackingDocument } from './shipment.js';

/** The label as typed. Only what looks real or is empty is refused: whether it is right is the seller's business. */
export function labelFrom(form: Form): Label {
  const problems: Problem[] = [];
  const fields = LABEL_FIELDS.map((field) => {
    const value = safeText(form, field, problems, 150);
    if (!value) problems.push({ field, key: 'parcels.field_needed' });
    return [field, value];
  });
  if (problems.length > 0) throw invalid(problems);
  return Object.fromEntries(fields) as Label;
}

/** The document as typed, with the lines that were ticked; an empty price is kept as none. */
export function documentFrom(form: Form, lines: readonly OrderLine[]): PackingDocument {
  const problems: Problem[] = [];
  const seller = safeText(form, 'seller', problems, 120);
  const buyer = safeText(form, 'buyer', problems, 120);
  const date = safeText(form, 'date', problems, 40);
  const typedTotal = text(form, 'total');
  const totalSatang = typedTotal ? satangFrom(typedTotal) : null;
  if (typedTotal && totalSatang === null) problems.push({ field: 'total', key: 'parcels.total_wrong' });
  const items = lines
    .filter(({ position }) => form[`item_${position}`])
    .map(({ position, sku, title }) => ({ sku, title, quantity: quantityOf(form, position, problems) }));
  const placement = (['inside', 'outside'] as const).find((one) => one === form.placement) ?? null;
  if (problems.length > 0) throw invalid(problems);
  return { language: form.language === 'en' ? 'en' : 'th', seller, buyer, date, items, totalSatang, placement };
}

function quantityOf(form: Form, position: number, problems: Problem[]): number {
  const quantity = Number(normaliseThai(text(form, `quantity_${position}`)));
  if (!Number.isInteger(quantity) || quantity < 1)
    problems.push({ field: `quantity_${position}`, key: 'parcels.quantity_wrong' });
  return quantity;
}

/** A tracking number as typed from the slip; capital letters and no spaces. */
export function trackingFrom(form: Form): string {
  const number = normaliseThai(text(form, 'trackingNumber')).replaceAll(' ', '').toUpperCase();
  if (!number || number.length > 40) throw invalid([{ field: 'trackingNumber', key: 'parcels.tracking_needed' }]);
  return number;
}

export function messageFrom(form: Form): string {
  const problems: Problem[] = [];
  const body = safeText(form, 'body', problems, 1000);
  if (!body) problems.push({ field: 'body', key: 'messages.body_needed' });
  if (problems.length > 0) throw invalid(problems);
  return body;
}

/** A reason that the buyer reads. */
export function reasonFrom(form: Form): string {
  const problems: Problem[] = [];
  const reason = safeText(form, 'reason', problems, 200);
  if (!reason) problems.push({ field: 'reason', key: 'orders.reason_needed' });
  if (problems.length > 0) throw invalid(problems);
  return reason;
}
