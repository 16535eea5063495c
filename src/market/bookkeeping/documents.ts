import type { MoneyEvent } from './money-event.js';
import type { Receipt } from './receipt.js';

/** A paper that a line of the book can point at. */
export interface MoneyDocument {
  /** `receipt:…`, `order:…`, `payout:…`, `refund:…`, `paper:…`. */
  id: string;
  kind: 'receipt' | 'order' | 'payout' | 'refund' | 'paper';
  eventId: string;
  name: MoneyEvent['name'];
  /** Bangkok day. */
  day: string;
  /** Where it is looked at, below the market's address. */
  path: string;
}

type Given = Pick<Receipt, 'id' | 'orderId' | 'number'>;

/**
 * The paper of each event, oldest first: a sale has the receipt that stands for it, or else the order; fees have the payout's statement.
 * They lie in her envelope whether she enters them or not.
 */
export function documentsOf(events: readonly MoneyEvent[], receipts: readonly Given[]): MoneyDocument[] {
  const receiptOf = new Map(receipts.map((receipt) => [receipt.orderId, receipt]));
  return events.map((event) => {
    const [kind = '', ...rest] = event.id.split(':');
    const id = rest.join(':');
    const receipt = kind === 'sale' ? receiptOf.get(id) : undefined;
    return { eventId: event.id, day: event.day, ...placeOf(kind, id, receipt), name: receipt?.number ?? event.name };
  });
}

function placeOf(kind: string, id: string, receipt: Given | undefined): Pick<MoneyDocument, 'id' | 'kind' | 'path'> {
  if (receipt) return { id: `receipt:${receipt.id}`, kind: 'receipt', path: `money/receipts/${receipt.id}` };
  if (kind === 'sale') return { id: `order:${id}`, kind: 'order', path: `orders/${id}` };
  if (kind === 'fees') return { id: `payout:${id}`, kind: 'payout', path: `money/payouts/${id}` };
  if (kind === 'refund') return { id: `refund:${id}`, kind: 'refund', path: `money/refunds/${id}` };
  return { id: `paper:${id}`, kind: 'paper', path: `money/papers/${id}` };
}
