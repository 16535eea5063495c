import type { Order } from '../../market/orders/order.js';
import type { MoneyRequest } from '../../market/receiving/money-request.js';
import type { Slip } from '../../market/receiving/slip.js';
import { readPaymentCode } from '../../shared/thai-qr/payment-code.js';
import type { EventFact } from '../graders/facts.js';
import type { MoneyFacts } from '../graders/facts-money.js';
import { codFactsOf } from './cod-facts.js';
import type { KeptMoney } from './kept-money.service.js';
import { firstSeq, lastSeq } from './log-facts.js';
import { soundsRude } from './tone.js';

type Slips = MoneyFacts['slips'];
type Difference = MoneyFacts['differences'][number];

/** Whom the learner plays, as far as her bank cares: her accounts may bear her own name or her group's. */
export interface Owner {
  names: string[];
  shopId: string;
}

/** A shop's own money as facts. Events tell when; what happened stands in the rows. */
export function moneyFactsOf(
  kept: KeptMoney,
  owner: Owner,
  events: readonly EventFact[],
  notices: MoneyFacts['cod']['notices'] = [],
): MoneyFacts {
  const own = kept.accounts.filter(({ holder }) => owner.names.includes(holder)).map(({ number }) => number);
  return {
    ownNames: owner.names,
    ownReceiver: owner.shopId,
    accounts: accountsOf(kept, events),
    buyersToAsk: kept.inquiries.length,
    requests: kept.requests.flatMap((request) => requestOf(request, own, owner.shopId, kept.orders, events)),
    transfers: kept.orders.map((order) => transferOf(order, kept, events)),
    slips: kept.slips.map((slip) => slipOf(slip, kept.orders, events)),
    differences: kept.orders.flatMap((order) => differenceOf(order, kept, events)),
    cod: codFactsOf(kept.atDoor, notices, events),
  };
}

/** One that was taken off again before anybody paid into it was a second thought and no fault. */
function accountsOf({ accounts, transfers }: KeptMoney, events: readonly EventFact[]): MoneyFacts['accounts'] {
  const wasPaid = (number: string) =>
    transfers.some(({ toAccount, purpose }) => toAccount === number && purpose === 'payment');
  return accounts
    .filter(({ unlinkedAt, number }) => unlinkedAt === null || wasPaid(number))
    .map(({ id, holder }) => ({
      id,
      holder,
      linkedSeq: firstSeq(events, 'payment_account.linked', id) ?? 0,
      testedSeq: firstSeq(events, 'payment_account.verified', id),
    }));
}

function requestOf(
  { id, orderId, amountSatang, dueSatang, code: text }: MoneyRequest,
  own: readonly string[],
  shopId: string,
  orders: readonly Order[],
  events: readonly EventFact[],
): MoneyFacts['requests'] {
  const order = orders.find((one) => one.id === orderId);
  const sentSeq = firstSeq(events, 'payment.requested', id);
  if (!order || sentSeq === null) return [];
  const read = readPaymentCode(text);
  const code = typeof read === 'string' ? null : read;
  const isOwn = code?.receiver != null && own.includes(code.receiver);
  return [
    {
      id,
      orderId: order.id,
      orderNumber: order.number,
      sentSeq,
      due: dueSatang,
      asked: amountSatang,
      receiver: isOwn ? shopId : (code?.receiver ?? null),
      code: {
        readable: read !== 'qr.not_a_code',
        checksum: code !== null,
        currency: code?.currency ?? null,
        country: code?.country ?? null,
        amount: code?.amountSatang ?? null,
        live: code?.scheme === 'promptpay' || code?.scheme === 'bill',
      },
      // The mark is part of every picture that is made of a practice code.
      practiceMark: code?.scheme === 'practice',
    },
  ];
}

function transferOf(
  order: Order,
  { transfers, slips }: KeptMoney,
  events: readonly EventFact[],
): MoneyFacts['transfers'][number] {
  const viewed = events.filter(({ type }) => type === 'bank_ledger.viewed').map(({ seq }) => seq);
  const matches = transfers
    .filter(({ matchedTo }) => matchedTo === order.id)
    .flatMap(({ id, amountSatang }) => {
      // A match that was undone before is none.
      const seq = lastSeq(events, 'bank_ledger.matched', id);
      return seq === null
        ? []
        : [{ creditId: id, amount: amountSatang, seq, viewedSeq: viewed.findLast((one) => one < seq) ?? null }];
    });
  const isForged = slips.some(
    ({ orderId, kind }) => orderId === order.id && ['forged', 'reused', 'other'].includes(kind),
  );
  const { id: orderId, number, totalSatang: total } = order;
  return {
    orderId,
    number,
    total,
    forged: isForged,
    matches,
    handedOverSeq: firstSeq(events, 'shipment.handed_over', orderId),
  };
}

function slipOf(
  { id, orderId, kind, reasons, shownAt, result, reason }: Slip,
  orders: readonly Order[],
  events: readonly EventFact[],
): Slips[number] {
  const seq = lastSeq(events, 'slip.checked', id);
  const decided = events.find((event) => event.seq === seq);
  const told = events.find(
    (event) =>
      event.type === 'buyer.notified' && event.objectId === orderId && event.seq > (seq ?? Number.POSITIVE_INFINITY),
  );
  return {
    id,
    orderId,
    number: orders.find((order) => order.id === orderId)?.number ?? '',
    kind,
    shownAt,
    reasons,
    decision: result && decided ? { result, reason, at: decided.at, seq: decided.seq } : null,
    told: told ? { at: told.at, seq: told.seq, rude: soundsRude(String(told.payload.body ?? '')) } : null,
    handedOverSeq: firstSeq(events, 'shipment.handed_over', orderId),
  };
}

/** What was first sent for an order and is not its sum. A forged slip's few baht are no honest mistake. */
function differenceOf(order: Order, { transfers, slips }: KeptMoney, events: readonly EventFact[]): Difference[] {
  const sent = transfers.filter(({ objectId, purpose }) => objectId === order.groupId && purpose === 'payment');
  const first = sent.filter(({ sentAt }) => sentAt === sent[0]?.sentAt);
  const came = first.reduce((sum, { amountSatang }) => sum + amountSatang, 0);
  const isForged = slips.some(({ orderId, kind }) => orderId === order.id && kind === 'forged');
  const at = first.at(-1)?.arrivedAt;
  if (!at || came === order.totalSatang || isForged) return [];
  const kind = came < order.totalSatang ? 'short' : first.length > 1 ? 'double' : 'over';
  const { id: orderId, number } = order;
  return [
    {
      id: first[0]?.id ?? '',
      orderId,
      number,
      kind,
      amount: Math.abs(came - order.totalSatang),
      at,
      answers: answersTo(orderId, events),
    },
  ];
}

function answersTo(orderId: string, events: readonly EventFact[]): Difference['answers'] {
  const ways = { 'refund.issued': 'refund', 'top_up.requested': 'top_up' } as const;
  return events
    .filter(({ type, objectId }) => objectId === orderId && type in ways)
    .map(({ type, payload, at, seq }) => ({
      way: ways[type as keyof typeof ways],
      amount: Number(payload.amountSatang),
      at,
      seq,
    }));
}
