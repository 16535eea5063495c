import type { MoneyEvent } from './money-event.js';
import type { Receipt } from './receipt.js';

/** A paper that a line of the book can point at. */
export interface MoneyDocument {
  /** `receipt:…`, `order:…`, `payout:…`, `refund:…`, `credit_note:…`, `paper:…`, `voucher:…`, `memo:…`. */
  id: string;
  /** A `memo` proves nothing: it only tells that money went out without a paper, until there is a voucher for it. */
  kind: 'receipt' | 'order' | 'payout' | 'refund' | 'credit_note' | 'paper' | 'voucher' | 'memo';
  eventId: string;
  name: MoneyEvent['name'];
  /** Bangkok day. */
  day: string;
  /** Where it is looked at, below the market's address. */
  path: string;
}

/** What a seller wrote herself. */
interface Written {
  /** Those that stand. */
  receipts: ReadonlyArray<Pick<Receipt, 'id' | 'orderId' | 'number'>>;
  notes: ReadonlyArray<{ id: string; refundId: string; number: string }>;
  vouchers: ReadonlyArray<{ id: string; eventId: string; number: string }>;
}

type Placed = Pick<MoneyDocument, 'id' | 'kind' | 'path'>;

/**
 * The paper of each event, oldest first: a sale has the receipt that stands for it, or else the order; fees have the payout's statement;
 * a refund has its credit note, or else the proof that it went. They lie in her envelope whether she enters them or not.
 */
export function documentsOf(events: readonly MoneyEvent[], written: Written): MoneyDocument[] {
  const own = new Map<string, Placed & { number: string }>([
    ...written.receipts.map(({ id, orderId, number }) => entry(`sale:${orderId}`, 'receipt', 'receipts', id, number)),
    ...written.notes.map(({ id, refundId, number }) => entry(refundId, 'credit_note', 'credit-notes', id, number)),
    ...written.vouchers.map(({ id, eventId, number }) => entry(eventId, 'voucher', 'vouchers', id, number)),
  ]);
  return events.map((event) => {
    const { id: eventId, day, name } = event;
    const mine = own.get(eventId);
    if (!mine) return { eventId, day, name, ...placeOf(event) };
    const { number, ...placed } = mine;
    return { eventId, day, name: number, ...placed };
  });
}

const entry = (eventId: string, kind: Placed['kind'], folder: string, id: string, number: string) =>
  [eventId, { id: `${kind}:${id}`, kind, path: `money/${folder}/${id}`, number }] as const;

function placeOf({ id: eventId, isUnproven }: MoneyEvent): Placed {
  const [kind = '', ...rest] = eventId.split(':');
  const id = rest.join(':');
  if (isUnproven) return { id: `memo:${id}`, kind: 'memo', path: `money/papers/${id}` };
  if (kind === 'sale') return { id: `order:${id}`, kind: 'order', path: `orders/${id}` };
  if (kind === 'fees') return { id: `payout:${id}`, kind: 'payout', path: `money/payouts/${id}` };
  if (kind === 'refund') return { id: `refund:${id}`, kind: 'refund', path: `money/refunds/${id}` };
  return { id: `paper:${id}`, kind: 'paper', path: `money/papers/${id}` };
}
