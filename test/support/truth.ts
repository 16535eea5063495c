import type Stripe from 'stripe';
import { ledgerUntruths } from './ledger-truth.js';
import type { Place } from './place.js';
import { providerOf } from './place.js';
import { verifyLog } from './verify-log.js';

interface OrderRow {
  id: string;
  groupId: string;
  orderStatus: string;
  paymentStatus: string;
  totalSatang: string | number;
  paidAt: string | null;
}
interface PaymentRow {
  id: string;
  reference: string;
  providerIntentId: string | null;
  status: string;
}
interface LineRow {
  orderId: string;
  variantId: string;
  quantity: number;
}

/** What the market calls a payment whose intent stands so at the provider. */
const CALLED: Record<string, string[]> = {
  succeeded: ['captured', 'refunded', 'partially_refunded'],
  canceled: ['expired'],
  requires_payment_method: ['failed'],
  requires_action: ['pending'],
};

/** Everything in which a market disagrees with its provider, its own shelf or its own log; empty when all is true. */
export async function untruths(place: Place, sandbox: string): Promise<string[]> {
  const books = await booksOf(place, `${sandbox}.1`);
  const money = await moneyOf(await providerOf(place, sandbox));
  return [
    ...paymentUntruths(books, money),
    ...orderUntruths(books, money),
    ...stockUntruths(books),
    ...(await ledgerUntruths(place.raw, `${sandbox}.1`)),
    ...(await logUntruths(place, `${sandbox}.1`, books.orders)),
  ];
}

async function booksOf({ raw }: Place, market: string) {
  const of = `WHERE "market" = '${market}'`;
  return {
    orders: await raw.ask<OrderRow>(`SELECT * FROM "market_order" ${of}`),
    payments: await raw.ask<PaymentRow>(`SELECT * FROM "payment" ${of}`),
    owed: await raw.ask<{ id: string }>(`SELECT "id" FROM "refund" ${of} AND "status" IN ('wanted', 'sent')`),
    lines: await raw.ask<LineRow>(
      `SELECT l.* FROM "order_line" l JOIN "market_order" o ON o."id" = l."orderId" WHERE o."market" = '${market}'`,
    ),
    shelf: await raw.ask<Record<string, string | number>>(`SELECT * FROM "stock_level" ${of}`),
  };
}
type Books = Awaited<ReturnType<typeof booksOf>>;

async function moneyOf(stripe: Stripe) {
  const intents: Stripe.PaymentIntent[] = [];
  for await (const intent of stripe.paymentIntents.list({ limit: 100 })) intents.push(intent);
  const back = new Map<string, number>();
  for await (const { payment_intent, amount, status } of stripe.refunds.list({ limit: 100 }))
    if (status === 'succeeded') back.set(String(payment_intent), (back.get(String(payment_intent)) ?? 0) + amount);
  /** What the buyer's money for a reference comes to in the end. */
  const net = (reference: string) =>
    intents
      .filter(({ status, metadata }) => status === 'succeeded' && metadata.reference === reference)
      .reduce((sum, { id, amount }) => sum + amount - (back.get(id) ?? 0), 0);
  return { intents, net };
}
type Money = Awaited<ReturnType<typeof moneyOf>>;

function paymentUntruths({ payments, owed }: Books, { intents }: Money): string[] {
  const wrong = owed.map(({ id }) => `${id} is still to be sent back`);
  for (const { id, metadata } of intents)
    if (!payments.some((payment) => payment.id === metadata.payment)) wrong.push(`${id} is of no payment`);
  for (const { id, providerIntentId, status } of payments) {
    const intent = intents.find((one) => one.id === providerIntentId);
    if (!intent) wrong.push(`${id} (${status}) has no intent`);
    else if (!CALLED[intent.status]?.includes(status)) wrong.push(`${id} is ${status}, its intent ${intent.status}`);
  }
  return wrong;
}

function orderUntruths({ orders, payments }: Books, { net }: Money): string[] {
  const groups = new Set([...orders.map((order) => order.groupId), ...payments.map((payment) => payment.reference)]);
  return [...groups].flatMap((group) => {
    const its = orders.filter((order) => order.groupId === group);
    if (its.length === 0) return [`${group} was paid for and has no order`];
    const sold = its.filter((order) => order.paymentStatus === 'captured');
    const due = sold.reduce((sum, order) => sum + Number(order.totalSatang), 0);
    const state = its.map((order) => `${order.orderStatus}/${order.paymentStatus}`).join(', ');
    const cancelled = sold.filter((order) => order.orderStatus === 'cancelled');
    return [
      ...(net(group) === due ? [] : [`${group} (${state}) has ${net(group)} of ${due} satang`]),
      ...cancelled.map((order) => `${order.id} is cancelled and keeps its money`),
    ];
  });
}

function stockUntruths({ orders, lines, shelf }: Books): string[] {
  return shelf.flatMap(({ variantId, onHand, reserved, allocated, opening }) => {
    const pieces = (isHere: (order: OrderRow) => boolean) =>
      lines
        .filter((line) => line.variantId === variantId && orders.some((one) => one.id === line.orderId && isHere(one)))
        .reduce((sum, line) => sum + line.quantity, 0);
    const inShop = ({ orderStatus }: OrderRow) => ['placed', 'confirmed', 'packed'].includes(orderStatus);
    const hasLeft = ({ orderStatus }: OrderRow) => ['handed_over', 'completed'].includes(orderStatus);
    const should = {
      onHand: Number(opening) - pieces(hasLeft),
      reserved: pieces((order) => inShop(order) && order.paymentStatus === 'pending'),
      allocated: pieces((order) => inShop(order) && order.paymentStatus === 'captured'),
    };
    const is = { onHand: Number(onHand), reserved: Number(reserved), allocated: Number(allocated) };
    const same = JSON.stringify(is) === JSON.stringify(should);
    return same ? [] : [`the shelf of ${variantId} says ${JSON.stringify(is)} for ${JSON.stringify(should)}`];
  });
}

/** The chain holds, and it tells of each order once that it was placed and, if so, paid. */
async function logUntruths({ raw, settings }: Place, market: string, orders: OrderRow[]): Promise<string[]> {
  const told = await raw.ask<{ type: string; objectId: string }>(
    `SELECT "type", "objectId" FROM "activity_event" WHERE "chain" = 'market:${market}' AND "type" IN ('order.placed', 'order.paid')`,
  );
  const times = (type: string, id: string) => told.filter((one) => one.type === type && one.objectId === id).length;
  const wrong = orders
    .filter(({ id, paidAt }) => times('order.placed', id) !== 1 || times('order.paid', id) !== (paidAt ? 1 : 0))
    .map(({ id }) => `the log tells something else of ${id}`);
  const { code, said } = verifyLog(settings);
  return code === 0 ? wrong : [...wrong, said];
}
