import { z } from 'zod';
import { findPhrases, isNegated } from '../../../shared/phrases.js';
import { comparable } from '../../../shared/thai-text.js';
import { defineCheck, type Said } from '../check.js';
import { absence, eventAt, state } from '../evidence.js';
import type { Facts } from '../facts.js';
import { NO_MONEY } from '../facts-money.js';
import { type CodOrder, conditionFault, place } from './cash-on-delivery-1.js';

const messages = {
  no_order: 'blocked',
  outside: 'not_met',
  not_told: 'not_attempted',
  no_open_before_paying: 'not_met',
  no_claim_days: 'not_met',
  waiting: 'not_attempted',
  met: 'met',
} as const;
type Key = keyof typeof messages;

/** ECU06.1.3 as version 1 has it, and: orders that wait for a yes or a no are not done, and a right that is denied is not told. */
export const cashOnDelivery2 = defineCheck({
  id: 'cash-on-delivery@2',
  criterion: 'ECU06.1.3',
  params: z.strictObject({}),
  messages,
  judge(facts): Said<Key> {
    const { orders, waiting = [] } = (facts.money ?? NO_MONEY).cod;
    for (const order of orders) {
      const said = conditionFault(facts, order) ?? wordsFault(facts, order);
      if (said) return { ...said, params: { number: order.number, ...said.params } };
    }
    const [next] = waiting;
    if (next) {
      const evidence = [absence(`cod.confirmed ${next.id}`, { page: 'order', id: next.id })];
      return { key: 'waiting', params: { number: next.number }, evidence };
    }
    if (orders.length === 0)
      return { key: 'no_order', evidence: [absence('cod.confirmed', { page: 'orders' })], notObserved: true };
    const evidence = orders.map(({ confirmation }) => eventAt(facts, confirmation?.seq ?? 0, 'cod.confirmed'));
    return { key: 'met', params: { orders: orders.length }, evidence };
  },
});

function wordsFault(facts: Facts, order: CodOrder): Said<Key> | null {
  const where = { page: 'order', id: order.id } as const;
  const { confirmation } = order;
  if (!confirmation) return { key: 'not_told', evidence: [absence(`cod.confirmed ${order.id}`, where)] };
  const missing = facts.money?.cod.notices.find(({ phrases }) => !isTold(confirmation.text, phrases, facts));
  if (!missing) return null;
  const evidence = [
    eventAt(facts, confirmation.seq, 'cod.confirmed', where),
    state(place(facts, order, 'confirmation.text'), confirmation.text, where),
  ];
  return { key: `no_${missing.item}`, evidence };
}

/** Thai denies before or behind: `ห้ามเปิดดูก่อนจ่าย`, `เปิดดูก่อนจ่ายไม่ได้`. */
function isTold(text: string, phrases: readonly string[], { rules }: Facts): boolean {
  const compared = comparable(text);
  return findPhrases(text, phrases).some(
    (hit) =>
      !isNegated(compared, hit, rules.claimNegations, rules.claimFillers) &&
      !/^\s*(เงิน)?\s*ไม่ได้/.test(compared.slice(hit.end)),
  );
}
