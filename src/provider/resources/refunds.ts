import { whyNotRefund } from '../rules/money.js';
import type { Found } from '../store/objects.js';
import { insertObject, replaceObject, takeFromRemaining } from '../store/objects.js';
import { differences, emit } from '../webhooks/emit.js';
import { type Acting, type Changing, change, type Endpoint, read, readList } from '../wire/endpoint.js';
import { newId } from '../wire/ids.js';
import { dated, listPage } from '../wire/list.js';
import { idOf, type Stored } from '../wire/object-types.js';
import { integer, mergedMetadata, metadata, oneOf, text, type Values } from '../wire/params.js';
import { invalidParam, refused } from '../wire/problem.js';
import { book } from './booking.js';
import { theNamed, theOne } from './find.js';

type Charge = Stored<'charge'>;
type Refund = Stored<'refund'>;

const FIELDS = {
  amount: integer(1),
  charge: text(),
  currency: text(3),
  instructions_email: text(),
  metadata,
  payment_intent: text(),
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

  readList('/v1/refunds', 'refund', { ...dated, charge: text(), payment_intent: text() }, async (call) => {
    const { charge, payment_intent: intent } = call.params;
    const parent = charge ?? (intent === undefined ? undefined : await chargeIdOf(call, intent));
    return listPage(call, 'refund', '/v1/refunds', parent === undefined ? {} : { parent });
  }),
];

async function announceUpdate(call: Acting, before: Refund, after: Refund): Promise<void> {
  const previous = differences(before, after);
  await emit(call, 'refund.updated', after, previous);
  await emit(call, 'charge.refund.updated', after, previous);
}

async function chargeIdOf(call: Parameters<typeof theNamed>[0], intent: string): Promise<string> {
  const { body } = await theNamed(call, 'payment_intent', intent, 'payment_intent');
  return idOf(body.latest_charge) ?? 'none';
}

async function createRefund(call: Changing<Values<typeof FIELDS>>): Promise<Refund> {
  const found = await chargeToRefund(call, call.params);
  const charge = found.body;
  const amount = call.params.amount ?? found.remaining;
  refuseRefund(found, amount);
  // The database has the last word: of many refunds at once no more than what is left goes through.
  if (!(await takeFromRemaining(call.tx, call.account.id, charge.id, amount))) throw alreadyRefunded(charge);
  const refund = await bookRefund(call, charge, amount);
  const left = found.remaining - amount;
  const after: Charge = { ...charge, amount_refunded: charge.amount_refunded + amount, refunded: left === 0 };
  await replaceObject(call.tx, call.account.id, after);
  await emit(call, 'refund.created', refund);
  await emit(call, 'charge.refunded', after, differences(charge, after));
  return refund;
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

function refuseRefund({ body: charge, remaining }: Found<Charge>, amount: number): void {
  if (!charge.paid || !charge.captured) {
    throw refused(`Charge ${charge.id} has not been captured, so it cannot be refunded.`, { param: 'charge' });
  }
  if (remaining === 0) throw alreadyRefunded(charge);
  const why = whyNotRefund(amount, remaining, charge.currency);
  // Stripe gives this refusal no code.
  if (why) throw refused(why, { param: 'amount' });
}

const alreadyRefunded = (charge: Charge) =>
  refused(`Charge ${charge.id} has already been refunded.`, { code: 'charge_already_refunded' });

/** What is given back leaves the balance when the payment's money would have come in, never before. */
async function bookRefund(call: Changing<Values<typeof FIELDS>>, charge: Charge, amount: number): Promise<Refund> {
  const byCard = charge.payment_method_details?.type === 'card';
  const id = newId(byCard ? 're' : 'pyr');
  const { body: taken } = await theNamed(call, 'balance_transaction', idOf(charge.balance_transaction) ?? '', 'charge');
  const transaction = await book(call, {
    type: byCard ? 'refund' : 'payment_refund',
    amount: -amount,
    currency: charge.currency,
    source: id,
    feeKind: byCard ? 'card_refund' : 'promptpay_refund',
    availableOn: Math.max(call.now, taken.available_on),
    description: charge.description,
  });
  const refund: Refund = {
    id,
    object: 'refund',
    amount,
    balance_transaction: transaction.id,
    charge: charge.id,
    created: call.now,
    currency: charge.currency,
    customer: charge.customer,
    customer_account: null,
    destination_details: byCard
      ? {
          type: 'card',
          card: { reference_status: 'pending', reference_type: 'acquirer_reference_number', type: 'refund' },
        }
      : { type: 'promptpay' },
    ...(call.params.instructions_email !== undefined && { instructions_email: call.params.instructions_email }),
    metadata: mergedMetadata({}, call.params.metadata),
    payment_intent: idOf(charge.payment_intent),
    payment_method: charge.payment_method,
    reason: call.params.reason ?? null,
    receipt_number: null,
    source_transfer_reversal: null,
    status: 'succeeded',
    transfer_reversal: null,
  };
  await insertObject(call.tx, call.account.id, 'refund', refund, {
    parent: charge.id,
    customer: idOf(charge.customer),
    status: 'succeeded',
  });
  return refund;
}
