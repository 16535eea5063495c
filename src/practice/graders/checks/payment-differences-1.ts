import { z } from 'zod';
import { defineCheck, type Said } from '../check.js';
import { absence, eventAt } from '../evidence.js';
import type { Facts } from '../facts.js';
import { type MoneyFacts, NO_MONEY } from '../facts-money.js';

const DAY = 86_400_000;
const PAGE = { page: 'statement' } as const;

const messages = {
  no_case: 'blocked',
  open: 'not_attempted',
  overdue: 'not_met',
  other_way: 'not_met',
  other_amount: 'not_met',
  late: 'not_met',
  met: 'met',
} as const;
type Key = keyof typeof messages;
type Difference = MoneyFacts['differences'][number];

/** ECU06.2.3: each over-, under- and double payment put right by exactly the difference, within two market days. */
export const paymentDifferences1 = defineCheck({
  id: 'payment-differences@1',
  criterion: 'ECU06.2.3',
  params: z.strictObject({ days: z.int().positive().default(2) }),
  messages,
  judge(facts, { days }): Said<Key> {
    const { differences } = facts.money ?? NO_MONEY;
    if (differences.length === 0)
      return { key: 'no_case', evidence: [absence('refund.issued', PAGE)], notObserved: true };
    for (const difference of differences) {
      const said = fault(facts, difference, days);
      if (!said) continue;
      const { number, kind, amount } = difference;
      return { ...said, params: { number, kind, amount: amount / 100, days, ...said.params } };
    }
    const evidence = differences.flatMap((difference) => proof(facts, difference));
    return { key: 'met', params: { cases: differences.length }, evidence };
  },
});

const wayOf = ({ kind }: Difference) => (kind === 'short' ? 'top_up' : 'refund');
const typeOf = (way: 'refund' | 'top_up') => (way === 'top_up' ? 'top_up.requested' : 'refund.issued');

function fault(facts: Facts, difference: Difference, days: number): Said<Key> | null {
  const { orderId, answers, amount, at } = difference;
  const due = Date.parse(at) + days * DAY;
  const way = wayOf(difference);
  const right = answers.filter((answer) => answer.way === way);
  if (answers.length === 0) {
    const key = Date.parse(facts.sandbox.marketAt) < due ? 'open' : 'overdue';
    return { key, evidence: [absence(`${typeOf(way)} ${orderId}`, PAGE)] };
  }
  const said = answers.map((answer) => eventAt(facts, answer.seq, typeOf(answer.way), PAGE));
  if (right.length < answers.length) return { key: 'other_way', evidence: said };
  const sum = right.reduce((total, answer) => total + answer.amount, 0);
  if (sum !== amount) return { key: 'other_amount', params: { sent: sum / 100 }, evidence: said };
  const last = Math.max(...right.map((answer) => Date.parse(answer.at)));
  return last > due ? { key: 'late', evidence: said } : null;
}

const proof = (facts: Facts, { answers }: Difference) =>
  answers.map(({ way, seq }) => eventAt(facts, seq, typeOf(way), PAGE));
