import { baht } from '../../shared/money.js';
import { bangkokDay } from '../../shared/thai-date.js';
import type { Order, OrderGroup, OrderLine } from '../orders/order.js';
import type { Form } from '../shops/shop-input.js';
import type { PackingDocument } from './shipment.js';

/** What a person would copy from the order onto its two papers. Where the document goes is hers to say. */
export function papersAsOrdered(
  order: Order,
  group: OrderGroup,
  lines: readonly OrderLine[],
  seller: string,
): { document: Form; label: Form } {
  const { buyerName, buyerPhone, addressLine, subDistrict, district, province, postcode } = group;
  const items = lines.map(({ sku, title, quantity }) => ({ sku, title, quantity }));
  return {
    document: {
      seller,
      buyer: buyerName,
      date: thaiDay(order.placedAt),
      total: baht(order.totalSatang),
      ...itemFields(items, lines),
    },
    label: { name: buyerName, phone: buyerPhone, line: addressLine, subDistrict, district, province, postcode },
  };
}

/** A kept document as its form had it. */
export function documentAsTyped({ totalSatang, items, ...rest }: PackingDocument, lines: readonly OrderLine[]): Form {
  return { ...rest, total: totalSatang === null ? '' : baht(totalSatang), ...itemFields(items, lines) };
}

/** The lines of an order with what was ticked and counted of each. */
export const tickedLines = (lines: readonly OrderLine[], values: Form) =>
  lines.map((line) => ({
    ...line,
    isTicked: Boolean(values[`item_${line.position}`]),
    counted: values[`quantity_${line.position}`] ?? '',
  }));

function itemFields(items: PackingDocument['items'], lines: readonly OrderLine[]): Form {
  const fields: Form = {};
  for (const { position, sku } of lines) {
    const item = items.find((one) => one.sku === sku);
    if (item) Object.assign(fields, { [`item_${position}`]: 'yes', [`quantity_${position}`]: String(item.quantity) });
  }
  return fields;
}

/** `3/11/2569`, as people write it. */
function thaiDay(at: string): string {
  const [year, month, day] = bangkokDay(at).split('-').map(Number);
  return `${day}/${month}/${Number(year) + 543}`;
}
