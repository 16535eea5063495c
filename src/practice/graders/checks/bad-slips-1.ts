import { z } from 'zod';
import { defineCheck, type Said } from '../check.js';
import { absence, eventAt, state } from '../evidence.js';
import type { Facts } from '../facts.js';
import { NO_MONEY, type SlipFact } from '../facts-money.js';

const HOUR = 3_600_000;
const params = z.strictObject({
  /** Market hours for telling the buyer. */
  hours: z.int().positive().default(24),
  /** How many honest buyers may be refused. */
  honestRefused: z.int().nonnegative().default(1),
  /** There must be one of each of these, or nothing was put to the test. */
  kinds: z
    .array(z.enum(['forged', 'reused', 'wrong_amount']))
    .min(1)
    .default(['forged', 'reused', 'wrong_amount']),
});

const messages = {
  too_few: 'blocked',
  none: 'not_attempted',
  open: 'not_attempted',
  accepted: 'not_met',
  sent: 'not_met',
  other_reason: 'not_met',
  not_told: 'not_met',
  told_late: 'not_met',
  still_time: 'not_attempted',
  refused_honest: 'not_met',
  tone: 'needs_person',
  met: 'met',
} as const;
type Key = keyof typeof messages;

/** ECU06.2.2: forged, reused and wrong slips found by the field that proves it, nothing sent for them, the buyer told in time. */
export const badSlips1 = defineCheck({
  id: 'bad-slips@1',
  criterion: 'ECU06.2.2',
  params,
  messages,
  judge(facts, limits): Said<Key> {
    const { slips } = facts.money ?? NO_MONEY;
    const bad = slips.filter(({ kind }) => kind !== 'genuine');
    if (!limits.kinds.every((kind) => bad.some((each) => each.kind === kind)))
      return { key: 'too_few', evidence: [absence('slip.checked', { page: 'slips' })], notObserved: true };
    if (slips.every(({ decision }) => decision === null))
      return { key: 'none', evidence: [absence('slip.checked', { page: 'slips' })] };
    for (const slip of bad) {
      const said = fault(facts, slip, limits.hours);
      if (said) return { ...said, params: { number: slip.number, ...said.params } };
    }
    return honest(facts, slips, limits.honestRefused) ?? met(facts, bad);
  },
});

function fault(facts: Facts, slip: SlipFact, hours: number): Said<Key> | null {
  const where = { page: 'slips', id: slip.id } as const;
  const { decision, handedOverSeq } = slip;
  if (handedOverSeq !== null)
    return { key: 'sent', evidence: [eventAt(facts, handedOverSeq, 'shipment.handed_over', where)] };
  if (!decision || decision.result === 'waiting')
    return { key: 'open', evidence: [absence(`slip.checked ${slip.id}`, where)] };
  const checked = eventAt(facts, decision.seq, 'slip.checked', where);
  if (decision.result === 'accepted') return { key: 'accepted', evidence: [checked] };
  if (!slip.reasons.includes(decision.reason ?? '')) {
    const path = `money.slips[${facts.money?.slips.indexOf(slip)}].decision.reason`;
    return { key: 'other_reason', evidence: [checked, state(path, decision.reason, where)] };
  }
  return telling(facts, slip, decision.at, hours);
}

function telling(facts: Facts, slip: SlipFact, decidedAt: string, hours: number): Said<Key> | null {
  const where = { page: 'slips', id: slip.id } as const;
  const due = Date.parse(decidedAt) + hours * HOUR;
  const { told } = slip;
  const params = { hours };
  if (!told) {
    const key = Date.parse(facts.sandbox.marketAt) < due ? 'still_time' : 'not_told';
    return { key, params, evidence: [absence(`buyer.notified ${slip.orderId}`, where)] };
  }
  const evidence = [eventAt(facts, told.seq, 'buyer.notified', where)];
  if (Date.parse(told.at) > due) return { key: 'told_late', params, evidence };
  // Whether words are polite is for a person; the machine only points at the message.
  return told.rude ? { key: 'tone', evidence } : null;
}

function honest(facts: Facts, slips: readonly SlipFact[], allowed: number): Said<Key> | null {
  const refused = slips.filter(({ kind, decision }) => kind === 'genuine' && decision?.result === 'rejected');
  if (refused.length <= allowed) return null;
  const evidence = refused.map((slip) =>
    eventAt(facts, slip.decision?.seq ?? 0, 'slip.checked', { page: 'slips', id: slip.id }),
  );
  return { key: 'refused_honest', params: { refused: refused.length, number: refused[0]?.number ?? '' }, evidence };
}

const met = (facts: Facts, bad: readonly SlipFact[]): Said<Key> => ({
  key: 'met',
  params: { slips: bad.length },
  evidence: bad.flatMap(({ decision, told }) => [
    eventAt(facts, decision?.seq ?? 0, 'slip.checked'),
    eventAt(facts, told?.seq ?? 0, 'buyer.notified'),
  ]),
});
