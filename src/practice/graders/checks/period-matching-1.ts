import { z } from 'zod';
import { defineCheck, type Said } from '../check.js';
import { absence, eventAt, state } from '../evidence.js';

const PAGE = { page: 'matching' } as const;

const messages = {
  no_period: 'blocked',
  none: 'not_attempted',
  wrong_pair: 'not_met',
  left_out: 'not_met',
  not_listed: 'not_met',
  met: 'met',
} as const;

/** ECU06.3.1: every credit of the period with the order that it paid, and the list of those that belong to none, both without a fault. */
export const periodMatching1 = defineCheck({
  id: 'period-matching@1',
  criterion: 'ECU06.3.1',
  params: z.strictObject({}),
  messages,
  judge(facts): Said<keyof typeof messages> {
    const { credits, submitted } = facts.books?.matching ?? { credits: [], submitted: null };
    const absent = [absence('reconciliation.submitted', PAGE)];
    if (credits.length === 0) return { key: 'no_period', evidence: absent, notObserved: true };
    if (!submitted) return { key: 'none', evidence: absent };
    const sent = eventAt(facts, submitted.seq, 'reconciliation.submitted', PAGE);
    const say = (key: 'wrong_pair' | 'left_out' | 'not_listed', found: readonly { amount: number }[]) => ({
      key,
      params: { found: found.length, amount: (found[0]?.amount ?? 0) / 100 },
      evidence: [sent, state('books.matching.credits.amount', found[0]?.amount ?? null, PAGE)],
    });
    const orderOf = new Map(submitted.pairs.map(({ creditId, orderId }) => [creditId, orderId]));
    const wrong = credits.filter(({ id, orderId }) => orderOf.has(id) && orderOf.get(id) !== orderId);
    if (wrong.length > 0) return say('wrong_pair', wrong);
    const left = credits.filter(({ id, orderId }) => orderId !== null && !orderOf.has(id));
    if (left.length > 0) return say('left_out', left);
    const strange = credits.filter(({ orderId }) => orderId === null);
    const unlisted = strange.filter(({ id }) => !submitted.unmatched.includes(id));
    if (unlisted.length > 0) return say('not_listed', unlisted);
    return { key: 'met', params: { pairs: submitted.pairs.length, unmatched: strange.length }, evidence: [sent] };
  },
});
