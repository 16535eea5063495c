import { isRefundable } from '../rules/dispute-status.js';
import { whyNotRefund } from '../rules/money.js';
import { listObjects } from '../store/object-lists.js';
import type { Found } from '../store/objects.js';
import { insertObject, replaceObject, takeFromRemaining } from '../store/objects.js';
import { differences, emit } from '../webhooks/emit.js';
import { type Acting, type Changing, change, type Endpoint, read, readList } from '../wire/endpoint.js';
import { dated, listPage } from '../wire/list.js';
import { idOf, type Stored } from '../wire/object-types.js';
import { email, flag, integer, mergedMetadata, metadata, oneOf, text, type Values } from '../wire/params.js';
import { invalidParam, refused } from '../wire/problem.js';
import { moveDispute } from './dispute-moves.js';
import { openDisputesOf } from './disputes.js';
import { theNamed, theOne } from './find.js';
import { blankRefund } from './refund-body.js';
import { announceUpdate, moveRefund, startRefund } from './refund-moves.js';
import { refuseSharesBack, shareBack } from './sharing-back.js';

type Charge = Stored<'charge'>;
type Refund = Stored<'refund'>;

const FIELDS = {
  amount: integer(1),
  charge: text(),
  currency: text(3),
  instructions_email: email(),
  metadata,
  payment_intent: text(),
  refund_application_fee: flag,
  reverse_transfer: flag,
  reason: oneOf(['duplicate', 'fraudulent', 'requested_by_customer']),
};

export const refundEndpoints: Endpoint[] = [
  change('/v1/refunds', 'refund', FIELDS, createRefund),

  read('/v1/refunds/:id', 'refund', {}, async (call) => (await theOne(call, 'refund', call.id)).body),

  change('/v1/refunds/:id', 'refund', { metadata }, async (call) => {
    const { body: before } = await theOne(call, 'refund', call.id, true);
    const refund = { ...before, metadata: mergedMetadata(before.metadata, call.params.metadata) };
    await replaceObject(call.tx, call.account.id, refund);
    await announceUpdate(call, before, refund);
    return refund;
  }),

  change('/v1/refunds/:id/cancel', 'refund', {}, async (call) => moveRefund(call, call.id, 'cancel')),

  change('/v1/test_helpers/refunds/:id/expire', 'refund', {}, async (call) => moveRefund(call, call.id, 'expire')),

  readList('/v1/refunds', 'refund', { ...dated, charge: text(), payment_intent: text() }, (call) => {
    const { charge, payment_intent } = call.params;
    return listPage(call, 'refund', '/v1/refunds', {
      ...(charge !== undefined && { parent: charge }),
      ...(payment_intent !== undefined && { fields: { payment_intent } }),
    });
  }),
];

async function createRefund(call: Changing<Values<typeof FIELDS>>): Promise<Refund> {
  const found = await chargeToRefund(call, call.params);
  const charge = found.body;
  const amount = call.params.amount ?? found.remaining;
  await refuseRefund(call, found, amount);
  refuseSharesBack(charge, call.params);
  // The database has the last word: of many refunds at once no more than what is left goes through.
  if (!(await takeFromRemaining(call.tx, call.account.id, charge.id, amount))) throw alreadyRefunded(charge);
  const left = found.remaining - amount;
  const after: Charge = { ...charge, amount_refunded: charge.amount_refunded + amount, refunded: left === 0 };
  await replaceObject(call.tx, call.account.id, after);
  const blank = blankRefund(call, charge, { ...call.params, amount });
  // The shop's part comes back first: it is what the refund is paid of.
  const reversal = await shareBack(call, charge, blank.id, { ...call.params, amount, left });
  const refund = await startRefund(call, { ...blank, transfer_reversal: reversal }, charge);
  await insertObject(call.tx, call.account.id, 'refund', refund.body, {
    parent: charge.id,
    customer: idOf(charge.customer),
    status: refund.status,
  });
  await emit(call, 'refund.created', refund.body);
  await emit(call, 'charge.refunded', after, differences(charge, after));
  if (left === 0)
    for (const dispute of await openDisputesOf(call, charge.id)) await moveDispute(call, dispute, 'refund');
  return refund.body;
}

async function chargeToRefund(call: Acting, params: Values<typeof FIELDS>): Promise<Found<Charge>> {
  const { charge, payment_intent: intent } = params;
  if (charge === undefined && intent === undefined) {
    throw invalidParam(
      'payment_intent',
      'One of the following params should be provided for this request: payment_intent or charge.',
      'parameter_missing',
    );
  }
  if (charge !== undefined) return theNamed(call, 'charge', charge, 'charge', true);
  const { body } = await theNamed(call, 'payment_intent', intent ?? '', 'payment_intent');
  if (body.status !== 'succeeded') {
    throw refused(`This PaymentIntent (${body.id}) does not have a successful charge to refund.`, {
      param: 'payment_intent',
    });
  }
  return theNamed(call, 'charge', idOf(body.latest_charge) ?? '', 'charge', true);
}

async function refuseRefund(call: Acting, { body: charge, remaining }: Found<Charge>, amount: number): Promise<void> {
  if (!charge.paid || !charge.captured) {
    throw refused(`Charge ${charge.id} has not been captured, so it cannot be refunded.`, { param: 'charge' });
  }
  if (charge.source_transfer) {
    throw refused(`Payment ${charge.id} came by a transfer: it goes back when the platform reverses that.`, {
      param: 'charge',
    });
  }
  if (charge.disputed) await refuseDisputed(call, charge);
  if (remaining === 0) throw alreadyRefunded(charge);
  const why = whyNotRefund(amount, remaining, charge.currency);
  // Stripe gives this refusal no code.
  if (why) throw refused(why, { param: 'amount' });
}

/** What the buyer's bank has taken back would reach him twice. */
async function refuseDisputed(call: Acting, charge: Charge): Promise<void> {
  const { rows } = await listObjects(call.tx, call.account.id, 'dispute', { parent: charge.id, limit: 10 });
  if (rows.every((dispute) => isRefundable(dispute.status))) return;
  throw refused(`Charge ${charge.id} has been charged back; cannot issue a refund.`, { code: 'charge_disputed' });
}

const alreadyRefunded = (charge: Charge) =>
  refused(`Charge ${charge.id} has already been refunded.`, { code: 'charge_already_refunded' });
