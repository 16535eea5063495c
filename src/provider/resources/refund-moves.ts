import { type RefundFailure, type RefundMove, refundAfter } from '../rules/refund-status.js';
import { TERMS } from '../rules/terms.js';
import { cardByName } from '../rules/test-cards.js';
import { availableNow } from '../store/balance.js';
import { schedule, unschedule } from '../store/dues.js';
import { oldestWith } from '../store/object-lists.js';
import { putBack, replaceObject } from '../store/objects.js';
import { differences, emit } from '../webhooks/emit.js';
import type { Acting } from '../wire/endpoint.js';
import { idOf, type Stored } from '../wire/object-types.js';
import { refused } from '../wire/problem.js';
import { book } from './booking.js';
import { theNamed } from './find.js';
import { firstSteps, nextSteps } from './refund-steps.js';

type Charge = Stored<'charge'>;
type Refund = Stored<'refund'>;

/** The status column of a refund that waits for money; on the wire it is pending like others. */
const WAITING = 'waiting';

interface Started {
  body: Refund;
  /** For the column. */
  status: string;
}

/** Begins a refund, if the account has the money for it; otherwise it waits until there is enough. */
export async function startRefund(acting: Acting, refund: Refund, charge: Charge): Promise<Started> {
  const booked = await bookRefund(acting, refund, charge);
  if (!booked) {
    return { body: { ...refund, pending_reason: 'insufficient_funds', status: 'pending' }, status: WAITING };
  }
  const { hidden } = await theNamed(acting, 'charge', charge.id, 'charge');
  const { changes, dueIn } = firstSteps(refund, cardByName(hidden.card ?? ''), charge, acting.now);
  if (dueIn !== null) await schedule(acting, 'refund', refund.id, acting.now + dueIn);
  const body: Refund = { ...refund, balance_transaction: booked, ...changes };
  return { body, status: body.status ?? '' };
}

/**
 * What is given back leaves the pending balance while the payment's own money is still there, else what is available. Answers
 * the entry's id, or null when there is too little.
 */
async function bookRefund(acting: Acting, refund: Refund, charge: Charge): Promise<string | null> {
  const { amount, currency } = refund;
  const id = idOf(charge.balance_transaction) ?? '';
  const { body: taken } = await theNamed(acting, 'balance_transaction', id, 'charge');
  if (taken.available_on <= acting.now) {
    const available = await availableNow(acting.tx, acting.account.id, currency, acting.now);
    if (available < amount) return null;
  }
  const type = charge.payment_method_details?.type ?? 'card';
  const transaction = await book(acting, {
    type: type === 'card' ? 'refund' : 'payment_refund',
    amount: -amount,
    currency,
    source: refund.id,
    feeKind: `${type}_refund`,
    availableOn: Math.max(acting.now, taken.available_on),
    description: charge.description,
  });
  return transaction.id;
}

/** Money has come in: the refunds that waited for it begin, the oldest first, as far as it goes. */
export async function startWaiting(acting: Acting): Promise<void> {
  for (const refund of await oldestWith(acting.tx, acting.account.id, 'refund', WAITING)) {
    const { body: charge } = await theNamed(acting, 'charge', idOf(refund.charge) ?? '', 'charge', true);
    const { pending_reason: _reason, ...plain } = refund;
    const { body, status } = await startRefund(acting, plain, charge);
    if (status === WAITING) continue;
    await replaceObject(acting.tx, acting.account.id, body, { from: WAITING, status });
    await announceUpdate(acting, refund, body);
  }
}

/** Moves a refund on; when it came to nothing its money is back at once and can be refunded again. 400 when it cannot go there. */
export async function moveRefund(
  acting: Acting,
  id: string,
  move: RefundMove,
  failure: RefundFailure = 'unknown',
): Promise<Refund> {
  const { body: before } = await theNamed(acting, 'refund', id, 'refund', true);
  const status = refundAfter(before.status ?? '', move);
  if (!status || before.pending_reason === 'insufficient_funds') {
    throw refused(`This refund cannot make the move "${move}" because it has a status of ${before.status}.`, {
      param: 'refund',
    });
  }
  const { next_action: _asked, pending_reason: _reason, ...plain } = before;
  const after: Refund = {
    ...plain,
    status,
    ...(status === 'pending' && { pending_reason: 'processing' }),
    ...(status === 'failed' && { failure_reason: failure }),
  };
  if (status === 'failed' || status === 'canceled') {
    after.failure_balance_transaction = await undo(acting, before);
    await unschedule(acting, 'refund', id);
  }
  await replaceObject(acting.tx, acting.account.id, after, { from: before.status ?? '', status });
  await announceUpdate(acting, before, after);
  if (status === 'failed') await emit(acting, 'refund.failed', after);
  return after;
}

async function undo(acting: Acting, refund: Refund): Promise<string> {
  const { tx, account } = acting;
  const { body: charge } = await theNamed(acting, 'charge', idOf(refund.charge) ?? '', 'charge', true);
  await putBack(tx, account.id, charge.id, refund.amount);
  const left = charge.amount_refunded - refund.amount;
  const unrefunded: Charge = { ...charge, amount_refunded: left, refunded: false };
  await replaceObject(tx, account.id, unrefunded);
  const transaction = await book(acting, {
    type: 'refund_failure',
    amount: refund.amount,
    currency: refund.currency,
    source: refund.id,
    availableOn: acting.now,
    description: refund.description ?? null,
  });
  return transaction.id;
}

export async function announceUpdate(acting: Acting, before: Refund, after: Refund): Promise<void> {
  const previous = differences(before, after);
  await emit(acting, 'refund.updated', after, previous);
  await emit(acting, 'charge.refund.updated', after, previous);
}

/** The buyer, or the bank, has answered or let the time pass. */
export async function refundDue(acting: Acting, id: string): Promise<void> {
  const { body: refund } = await theNamed(acting, 'refund', id, 'refund', true);
  const { hidden } = await theNamed(acting, 'charge', idOf(refund.charge) ?? '', 'charge');
  const step = nextSteps(refund, cardByName(hidden.card ?? ''));
  if (!step || !refundAfter(refund.status ?? '', step.move)) return;
  const after = await moveRefund(acting, id, step.move, step.failure);
  if (after.status === 'pending') await schedule(acting, 'refund', id, acting.now + TERMS.refund);
}
