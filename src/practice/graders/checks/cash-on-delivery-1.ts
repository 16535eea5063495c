import { z } from 'zod';
import { squashed } from '../../../shared/thai-text.js';
import { defineCheck, type Said } from '../check.js';
import { absence, eventAt, state } from '../evidence.js';
import type { Facts } from '../facts.js';
import { type MoneyFacts, NO_MONEY } from '../facts-money.js';

const messages = {
  no_order: 'blocked',
  outside: 'not_met',
  not_told: 'not_attempted',
  no_open_before_paying: 'not_met',
  no_claim_days: 'not_met',
  met: 'met',
} as const;
type Key = keyof typeof messages;
export type CodOrder = MoneyFacts['cod']['orders'][number];

/** ECU06.1.3: cash on delivery within the shop's own conditions, or with a reason; each buyer told of looking before paying and of claiming. */
export const cashOnDelivery1 = defineCheck({
  id: 'cash-on-delivery@1',
  criterion: 'ECU06.1.3',
  params: z.strictObject({}),
  messages,
  judge(facts): Said<Key> {
    const { orders } = (facts.money ?? NO_MONEY).cod;
    if (orders.length === 0)
      return { key: 'no_order', evidence: [absence('cod.confirmed', { page: 'orders' })], notObserved: true };
    for (const order of orders) {
      const said = conditionFault(facts, order) ?? wordsFault(facts, order);
      if (said) return { ...said, params: { number: order.number, ...said.params } };
    }
    const evidence = orders.map(({ confirmation }) => eventAt(facts, confirmation?.seq ?? 0, 'cod.confirmed'));
    return { key: 'met', params: { orders: orders.length }, evidence };
  },
});

export const place = (facts: Facts, order: CodOrder, field: string) =>
  `money.cod.orders[${facts.money?.cod.orders.indexOf(order)}].${field}`;

export function conditionFault(facts: Facts, order: CodOrder): Said<'outside'> | null {
  const [condition] = order.outside;
  if (!condition || squashed(order.overrideReason ?? '') !== '') return null;
  const where = { page: 'order', id: order.id } as const;
  return { key: 'outside', params: { condition }, evidence: [state(place(facts, order, 'outside'), condition, where)] };
}

function wordsFault(facts: Facts, order: CodOrder): Said<Key> | null {
  const where = { page: 'order', id: order.id } as const;
  const { confirmation } = order;
  if (!confirmation) return { key: 'not_told', evidence: [absence(`cod.confirmed ${order.id}`, where)] };
  const text = squashed(confirmation.text);
  const missing = facts.money?.cod.notices.find(
    ({ phrases }) => !phrases.some((phrase) => text.includes(squashed(phrase))),
  );
  if (!missing) return null;
  const evidence = [
    eventAt(facts, confirmation.seq, 'cod.confirmed', where),
    state(place(facts, order, 'confirmation.text'), confirmation.text, where),
  ];
  return { key: `no_${missing.item}`, evidence };
}
