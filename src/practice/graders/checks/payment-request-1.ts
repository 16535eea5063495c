import { z } from 'zod';
import { defineCheck, type Said } from '../check.js';
import { absence, eventAt, state } from '../evidence.js';
import type { Facts } from '../facts.js';
import { NO_MONEY, type RequestFact } from '../facts-money.js';

const PAGE = { page: 'payment_requests' } as const;
const THB = '764';

const messages = {
  no_buyer: 'blocked',
  none: 'not_attempted',
  too_few: 'not_attempted',
  broken_code: 'not_met',
  other_currency: 'not_met',
  payable: 'not_met',
  no_mark: 'not_met',
  other_amount: 'not_met',
  other_receiver: 'not_met',
  met: 'met',
} as const;
type Key = keyof typeof messages;

/** ECU06.1.2: requests that she made, each for the order's own amount and to her own shop, in a code that no banking app can pay. */
export const paymentRequest1 = defineCheck({
  id: 'payment-request@1',
  criterion: 'ECU06.1.2',
  params: z.strictObject({ min: z.int().positive().default(3) }),
  messages,
  judge(facts, { min }): Said<Key> {
    const { requests, buyersToAsk } = facts.money ?? NO_MONEY;
    if (buyersToAsk < min && requests.length < min)
      return { key: 'no_buyer', evidence: [absence('payment.requested', PAGE)], notObserved: true };
    if (requests.length === 0) return { key: 'none', evidence: [absence('payment.requested', PAGE)] };
    for (const request of requests) {
      const said = fault(facts, request);
      if (said) return said;
    }
    const evidence = requests.map(({ sentSeq }) => eventAt(facts, sentSeq, 'payment.requested', PAGE));
    const params = { found: requests.length, wanted: min };
    return requests.length < min ? { key: 'too_few', params, evidence } : { key: 'met', params, evidence };
  },
});

function fault(facts: Facts, request: RequestFact): Said<Key> | null {
  const { code, due, asked, receiver } = request;
  const at = (field: string) => `money.requests[${facts.money?.requests.indexOf(request)}].${field}`;
  const say = (key: Key, field: string, value: string | number | boolean | null, params = {}): Said<Key> => ({
    key,
    params: { number: request.orderNumber, ...params },
    evidence: [eventAt(facts, request.sentSeq, 'payment.requested', PAGE), state(at(field), value, PAGE)],
  });
  if (!code.readable || !code.checksum) return say('broken_code', 'code.readable', code.readable && code.checksum);
  if (code.currency !== THB || code.country !== 'TH') return say('other_currency', 'code.currency', code.currency);
  if (code.live) return say('payable', 'code.live', true);
  if (!request.practiceMark) return say('no_mark', 'practiceMark', false);
  if (asked !== due) return say('other_amount', 'asked', asked, { asked: baht(asked), due: baht(due) });
  if (code.amount !== due)
    return say('other_amount', 'code.amount', code.amount, { asked: baht(code.amount ?? 0), due: baht(due) });
  return receiver === facts.money?.ownReceiver ? null : say('other_receiver', 'receiver', receiver);
}

const baht = (satang: number) => satang / 100;
