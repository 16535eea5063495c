import type { StatementLine } from '../bank/transfer.js';
import type { Order } from '../orders/order.js';
import type { Form } from '../shops/shop-input.js';
import type { Matched } from './matching-truth.js';

/** The two lists to pick from, and what is done: credits with the number of their order or why they have none. */
export function matchingPage(
  credits: readonly StatementLine[],
  orders: readonly Order[],
  entries: readonly Matched[],
  values: Form,
) {
  const said = new Map(entries.map((entry) => [entry.creditId, entry]));
  const numbers = new Map(orders.map(({ id, number }) => [id, number]));
  const done = credits.flatMap((credit) => {
    const entry = said.get(credit.id);
    return entry ? [{ credit, reason: entry.reason, number: entry.orderId && numbers.get(entry.orderId) }] : [];
  });
  const paired = new Set(entries.map(({ orderId }) => orderId));
  return {
    done,
    open: credits
      .filter(({ id }) => !said.has(id))
      .map((credit) => ({ ...credit, isPicked: values.credit === credit.id })),
    // One that has its money stays to pick: money may come twice.
    orders: orders.map((order) => ({
      ...order,
      isPaired: paired.has(order.id),
      isPicked: values.order === order.id,
    })),
  };
}
