import {
  type DisputeMove,
  disputeAfter,
  isClosed,
  isInquiry,
  isRefundable,
  verdictAtOnce,
  verdictOf,
} from '../rules/dispute-status.js';
import { TERMS } from '../rules/terms.js';
import { schedule, unschedule } from '../store/dues.js';
import { replaceObject } from '../store/objects.js';
import { differences, emit } from '../webhooks/emit.js';
import type { Acting } from '../wire/endpoint.js';
import type { Stored } from '../wire/object-types.js';
import { refused } from '../wire/problem.js';
import { freshDetails, NO_EVIDENCE, reinstate, withdraw } from './dispute-opening.js';
import { theNamed } from './find.js';

type Dispute = Stored<'dispute'>;

/** Moves a dispute on, with the money that goes along with it, and tells of it. 400 when it cannot go there. */
export async function moveDispute(
  acting: Acting,
  before: Dispute,
  move: DisputeMove,
  changes: Partial<Dispute> = {},
): Promise<Dispute> {
  const status = disputeAfter(before.status, move);
  if (!status) throw refused('This dispute is already closed.', { param: 'dispute' });
  const moves = await moneyOf(acting, before, move);
  const after: Dispute = {
    ...before,
    ...changes,
    balance_transactions: [...before.balance_transactions, ...moves],
    is_charge_refundable: isRefundable(status),
    status,
  };
  await replaceObject(acting.tx, acting.account.id, after, { from: before.status, status });
  const previous = differences(before, after);
  if (!isClosed(status)) {
    await emit(acting, 'charge.dispute.updated', after, previous);
    if (move === 'escalate') await emit(acting, 'charge.dispute.funds_withdrawn', after);
    return after;
  }
  await unschedule(acting, 'dispute', before.id);
  await emit(acting, 'charge.dispute.closed', after, previous);
  if (move === 'win') await emit(acting, 'charge.dispute.funds_reinstated', after);
  return after;
}

async function moneyOf(acting: Acting, dispute: Dispute, move: DisputeMove): Promise<Dispute['balance_transactions']> {
  if (move === 'escalate') return [await withdraw(acting, dispute)];
  return move === 'win' ? [await reinstate(acting, dispute)] : [];
}

/** Hands the evidence in. The bank takes its time, but for the words of Stripe's test mode. */
export async function submitEvidence(acting: Acting, dispute: Dispute): Promise<Dispute> {
  const after = await moveDispute(acting, dispute, 'submit', {
    evidence_details: {
      ...dispute.evidence_details,
      has_evidence: true,
      submission_count: dispute.evidence_details.submission_count + 1,
      submission_method: 'manual',
    },
  });
  const atOnce = verdictAtOnce({ ...after.evidence });
  if (atOnce) await schedule(acting, 'dispute', after.id, acting.now);
  else if (!isInquiry(after.status)) await schedule(acting, 'dispute', after.id, acting.now + TERMS.verdict);
  return after;
}

/** Its time has come: nobody answered, or the bank decides, or an inquiry is done with. */
export async function disputeDue(acting: Acting, id: string): Promise<void> {
  const { body: dispute } = await theNamed(acting, 'dispute', id, 'dispute', true);
  if (isClosed(dispute.status)) return;
  const atOnce = dispute.evidence_details.has_evidence ? verdictAtOnce({ ...dispute.evidence }) : null;
  if (dispute.status === 'under_review') {
    const decided = atOnce === 'win' || atOnce === 'lose' ? atOnce : verdictOf(dispute.reason, { ...dispute.evidence });
    await moveDispute(acting, dispute, decided);
    return;
  }
  if (isInquiry(dispute.status) && atOnce === 'escalate') {
    await escalate(acting, dispute);
    return;
  }
  await moveDispute(acting, dispute, 'lapse', {
    evidence_details: { ...dispute.evidence_details, past_due: dispute.evidence_details.submission_count === 0 },
  });
}

/** The buyer was not content with the answer: the inquiry becomes a dispute, which wants evidence of its own. */
async function escalate(acting: Acting, dispute: Dispute): Promise<void> {
  const after = await moveDispute(acting, dispute, 'escalate', {
    evidence: NO_EVIDENCE,
    evidence_details: freshDetails(acting.now),
  });
  await schedule(acting, 'dispute', after.id, acting.now + TERMS.evidence);
}
