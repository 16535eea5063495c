import {
  failureAt,
  PAYOUT_FAILURES,
  type PayoutFailure,
  type PayoutMove,
  payoutAfter,
} from '../rules/payout-status.js';
import { schedule, unschedule } from '../store/dues.js';
import { replaceObject } from '../store/objects.js';
import { differences, emit } from '../webhooks/emit.js';
import type { Acting } from '../wire/endpoint.js';
import { idOf, type Stored } from '../wire/object-types.js';
import { refused } from '../wire/problem.js';
import { book } from './booking.js';
import { theNamed } from './find.js';

type Payout = Stored<'payout'>;

const EVENTS: Partial<Record<PayoutMove, string>> = {
  arrive: 'payout.paid',
  fail: 'payout.failed',
  cancel: 'payout.canceled',
};

/** Moves a payout on; money that does not arrive is back in the balance at once. 400 when it cannot go there. */
export async function movePayout(
  acting: Acting,
  before: Payout,
  move: PayoutMove,
  failure: PayoutFailure = 'could_not_process',
): Promise<Payout> {
  const status = payoutAfter(before.status, move);
  if (!status) {
    const why = move === 'cancel' ? 'Payouts can only be canceled while they are pending. ' : '';
    throw refused(`${why}This payout has a status of ${before.status}.`, { param: 'payout' });
  }
  const after: Payout = { ...before, status };
  if (status === 'failed' || status === 'canceled') {
    after.failure_balance_transaction = await giveBack(acting, before, status);
    await unschedule(acting, 'payout', before.id);
  }
  if (status === 'failed') Object.assign(after, { failure_code: failure, failure_message: PAYOUT_FAILURES[failure] });
  if (status === 'in_transit') {
    after.trace_id = { status: 'pending', value: null };
    await schedule(acting, 'payout', before.id, before.arrival_date);
  }
  if (status === 'paid') after.trace_id = { status: 'supported', value: `PRACTICE${before.id.slice(-10)}` };
  await replaceObject(acting.tx, acting.account.id, after, { from: before.status, status });
  const named = EVENTS[move];
  await emit(acting, 'payout.updated', after, differences(before, after));
  if (named) await emit(acting, named, after);
  return after;
}

async function giveBack(acting: Acting, { id, amount, currency }: Payout, status: 'failed' | 'canceled') {
  const transaction = await book(acting, {
    type: status === 'failed' ? 'payout_failure' : 'payout_cancel',
    amount,
    currency,
    source: id,
    availableOn: acting.now,
    description: null,
  });
  return transaction.id;
}

/** It leaves, or it arrives where it was sent. */
export async function payoutDue(acting: Acting, id: string): Promise<void> {
  const { body: payout } = await theNamed(acting, 'payout', id, 'payout', true);
  if (payout.status === 'pending') {
    await movePayout(acting, payout, 'leave');
    return;
  }
  if (payout.status !== 'in_transit') return;
  const failure = failureAt(idOf(payout.destination) ?? '');
  await (failure ? movePayout(acting, payout, 'fail', failure) : movePayout(acting, payout, 'arrive'));
}
