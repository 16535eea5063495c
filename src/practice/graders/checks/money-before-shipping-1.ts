import { z } from 'zod';
import { defineCheck, type Said } from '../check.js';
import { absence, eventAt, state } from '../evidence.js';
import type { Facts } from '../facts.js';
import { type MoneyFacts, NO_MONEY } from '../facts-money.js';

const messages = {
  no_transfer: 'blocked',
  none: 'not_attempted',
  sent_unpaid: 'not_met',
  sent_short: 'not_met',
  matched_late: 'not_met',
  not_looked: 'not_met',
  met: 'met',
} as const;
type Key = keyof typeof messages;
type Transfer = MoneyFacts['transfers'][number];

/** ECU06.2.1: of orders paid into the account, none leaves before she saw the credit in the statement and matched it to the order. */
export const moneyBeforeShipping1 = defineCheck({
  id: 'money-before-shipping@1',
  criterion: 'ECU06.2.1',
  params: z.strictObject({ min: z.int().positive().default(3) }),
  messages,
  judge(facts, { min }): Said<Key> {
    const { transfers } = facts.money ?? NO_MONEY;
    // Without a forged slip among enough of them, waiting for the money was never put to the test.
    if (transfers.length < min || !transfers.some(({ forged }) => forged))
      return {
        key: 'no_transfer',
        evidence: [absence('bank_ledger.matched', { page: 'statement' })],
        notObserved: true,
      };
    const sent = transfers.filter(({ handedOverSeq }) => handedOverSeq !== null);
    for (const transfer of sent) {
      const said = fault(facts, transfer);
      if (said) return { ...said, params: { number: transfer.number } };
    }
    // Sending nothing is safe and proves nothing.
    if (sent.length === 0) return { key: 'none', evidence: [absence('shipment.handed_over', { page: 'orders' })] };
    return {
      key: 'met',
      params: { orders: sent.length },
      evidence: sent.flatMap((transfer) => proof(facts, transfer)),
    };
  },
});

function fault(facts: Facts, transfer: Transfer): Said<Key> | null {
  const { orderId, total, matches, handedOverSeq } = transfer;
  const where = { page: 'order', id: orderId } as const;
  const handed = handedOverSeq ?? 0;
  const sent = eventAt(facts, handed, 'shipment.handed_over', where);
  if (matches.length === 0)
    return { key: 'sent_unpaid', evidence: [sent, absence(`bank_ledger.matched ${orderId}`, { page: 'statement' })] };
  const inTime = matches.filter(({ seq }) => seq < handed);
  const received = inTime.reduce((sum, { amount }) => sum + amount, 0);
  const [late] = matches.filter(({ seq }) => seq > handed);
  if (received < total && late)
    return { key: 'matched_late', evidence: [sent, eventAt(facts, late.seq, 'bank_ledger.matched', where)] };
  if (received < total) {
    const path = `money.transfers[${facts.money?.transfers.indexOf(transfer)}].matches.amount`;
    return { key: 'sent_short', evidence: [sent, state(path, received, where)] };
  }
  const unseen = inTime.find(({ seq, viewedSeq }) => viewedSeq === null || viewedSeq > seq);
  if (!unseen) return null;
  const evidence = [
    eventAt(facts, unseen.seq, 'bank_ledger.matched', where),
    absence('bank_ledger.viewed', { page: 'statement' }),
  ];
  return { key: 'not_looked', evidence };
}

const proof = (facts: Facts, { matches, handedOverSeq }: Transfer) => [
  ...matches.map(({ seq }) => eventAt(facts, seq, 'bank_ledger.matched')),
  eventAt(facts, handedOverSeq ?? 0, 'shipment.handed_over'),
];
