import { z } from 'zod';
import { defineCheck, type Said } from '../check.js';
import { absence, eventAt, state } from '../evidence.js';
import type { BooksFacts } from '../facts-books.js';

const DAY = 86_400_000;
const PAGE = { page: 'payouts' } as const;

const messages = {
  no_statement: 'blocked',
  none: 'not_attempted',
  fees_kept: 'not_met',
  other_payout: 'not_met',
  no_cod: 'not_attempted',
  other_cod: 'not_met',
  met: 'met',
} as const;

/** ECU06.3.2: the payout worked out from its statement, and the cash on delivery that the carrier still holds on a day, to the satang. */
export const payoutAndCod1 = defineCheck({
  id: 'payout-and-cod@1',
  criterion: 'ECU06.3.2',
  params: z.strictObject({ toleranceSatang: z.int().nonnegative().default(1) }),
  messages,
  judge(facts, { toleranceSatang }): Said<keyof typeof messages> {
    const { books } = facts;
    if (!books || books.payout.lines.length === 0)
      return { key: 'no_statement', evidence: [absence('payout.computed', PAGE)], notObserved: true };
    const { payout, cashToCome } = books;
    if (!payout.computed) return { key: 'none', evidence: [absence('payout.computed', PAGE)] };
    const differs = (one: number, other: number) => Math.abs(one - other) > toleranceSatang;
    const net = payout.lines.reduce((sum, { amount }) => sum + amount, 0);
    const gross = payout.lines.reduce((sum, { kind, amount }) => sum + (kind === 'gross' ? amount : 0), 0);
    const said = payout.computed.amount;
    const computed = eventAt(facts, payout.computed.seq, 'payout.computed', PAGE);
    if (differs(said, net)) {
      const key = differs(said, gross) ? 'other_payout' : 'fees_kept';
      const evidence = [computed, state('books.payout.computed.amount', said, PAGE)];
      return { key, params: { said: said / 100 }, evidence };
    }
    if (!cashToCome.computed) return { key: 'no_cod', evidence: [absence('cod_receivable.computed', PAGE)] };
    const owed = cashToCome.computed.amount;
    const seen = eventAt(facts, cashToCome.computed.seq, 'cod_receivable.computed', PAGE);
    if (differs(owed, stillToCome(cashToCome))) {
      const evidence = [seen, state('books.cashToCome.computed.amount', owed, PAGE)];
      return { key: 'other_cod', params: { said: owed / 100, days: cashToCome.holdDays }, evidence };
    }
    return { key: 'met', params: { payout: net / 100, cod: owed / 100 }, evidence: [computed, seen] };
  },
});

/** Collected by that day and not yet paid over: the carrier keeps the money for `holdDays` from collecting it. */
function stillToCome({ on, holdDays, parcels }: BooksFacts['cashToCome']): number {
  const day = Date.parse(on);
  return parcels
    .filter(({ collectedAt }) => {
      const collected = collectedAt === null ? Number.POSITIVE_INFINITY : Date.parse(collectedAt);
      return collected <= day && collected + holdDays * DAY > day;
    })
    .reduce((sum, { amount }) => sum + amount, 0);
}
