import { type IntentMove, whyNotMove } from '../rules/intent-status.js';
import { cardByName } from '../rules/test-cards.js';
import { replaceObject, setRemaining } from '../store/objects.js';
import { closePages } from '../store/pay-pages.js';
import { emit } from '../webhooks/emit.js';
import { type Acting, type Changing, change, type Endpoint } from '../wire/endpoint.js';
import { idOf, type Stored } from '../wire/object-types.js';
import { flag, integer, mergedMetadata, metadata, oneOf, text, type Values } from '../wire/params.js';
import { invalidParam, refused } from '../wire/problem.js';
import { attempt, moveIntent } from './attempt.js';
import { bookCharge } from './charging.js';
import { theNamed, theOne } from './find.js';
import { CONFIRMING, givenIntent, PAYING } from './intent-body.js';
import { methodFor, refuseReturnUrl } from './intent-method.js';
import { noMethod } from './payment-intents.js';

type Intent = Stored<'payment_intent'>;

const CONFIRM_FIELDS = {
  ...PAYING,
  ...CONFIRMING,
  capture_method: oneOf(['automatic', 'automatic_async', 'manual']),
  client_secret: text(),
};
const CAPTURE_FIELDS = { amount_to_capture: integer(1), final_capture: flag, metadata };
const CANCEL_FIELDS = { cancellation_reason: oneOf(['duplicate', 'fraudulent', 'requested_by_customer', 'abandoned']) };

export const intentMoveEndpoints: Endpoint[] = [
  change('/v1/payment_intents/:id/confirm', 'payment_intent', CONFIRM_FIELDS, confirmIntent),
  change('/v1/payment_intents/:id/capture', 'payment_intent', CAPTURE_FIELDS, captureIntent),
  change('/v1/payment_intents/:id/cancel', 'payment_intent', CANCEL_FIELDS, cancelIntent),
];

/** The intent of the URL, locked, if its status allows the move. */
async function theMovable(call: Acting & { id: string }, move: IntentMove): Promise<Intent> {
  const { body } = await theOne(call, 'payment_intent', call.id, true);
  const why = whyNotMove(body.status, move);
  if (why) throw refused(why, { code: 'payment_intent_unexpected_state', payment_intent: body });
  return body;
}

async function confirmIntent(call: Changing<Values<typeof CONFIRM_FIELDS>>) {
  const before = await theMovable(call, 'confirm');
  const {
    off_session,
    return_url,
    error_on_requires_action: _error,
    use_stripe_sdk: _sdk,
    client_secret: _secret,
    ...fields
  } = call.params;
  refuseReturnUrl(return_url);
  const intent = givenIntent(fields, before);
  const stored = idOf(before.payment_method);
  const method =
    (await methodFor(call, call.params, intent)) ??
    (stored ? (await theNamed(call, 'payment_method', stored, 'payment_method')).body : null);
  if (!method) throw noMethod(before);
  return attempt(call, intent, method, { returnUrl: return_url ?? null, offSession: off_session === true });
}

async function captureIntent(call: Changing<Values<typeof CAPTURE_FIELDS>>) {
  const before = await theMovable(call, 'capture');
  const amount = call.params.amount_to_capture ?? before.amount_capturable;
  if (amount > before.amount_capturable) {
    throw invalidParam(
      'amount_to_capture',
      `The payment intent could not be captured because the requested capture amount is greater than the authorized amount.`,
      'amount_too_large',
    );
  }
  const found = await theNamed(call, 'charge', idOf(before.latest_charge) ?? '', 'charge', true);
  const transaction = await bookCharge(call, found.body, amount, cardByName(found.hidden.card ?? ''));
  const charge: Stored<'charge'> = {
    ...found.body,
    amount_captured: amount,
    balance_transaction: transaction.id,
    captured: true,
  };
  await replaceObject(call.tx, call.account.id, charge);
  await setRemaining(call.tx, call.account.id, charge.id, amount);
  const after = await moveIntent(call, before, {
    status: 'succeeded',
    amount_capturable: 0,
    amount_received: amount,
    metadata: mergedMetadata(before.metadata, call.params.metadata),
  });
  await emit(call, 'charge.captured', charge);
  await emit(call, 'payment_intent.succeeded', after);
  return after;
}

async function cancelIntent(call: Changing<Values<typeof CANCEL_FIELDS>>) {
  const before = await theMovable(call, 'cancel');
  if (before.status === 'requires_capture') await release(call, before);
  await closePages(call.tx, call.account.id, before.id);
  const after = await moveIntent(call, before, {
    status: 'canceled',
    amount_capturable: 0,
    canceled_at: call.now,
    cancellation_reason: call.params.cancellation_reason ?? null,
    next_action: null,
  });
  await emit(call, 'payment_intent.canceled', after);
  return after;
}

/** What was only authorized goes back without ever having been in the balance. */
async function release(call: Acting, intent: Intent): Promise<void> {
  const { body } = await theNamed(call, 'charge', idOf(intent.latest_charge) ?? '', 'charge', true);
  const charge: Stored<'charge'> = { ...body, amount_refunded: body.amount, refunded: true };
  await replaceObject(call.tx, call.account.id, charge);
  await emit(call, 'charge.refunded', charge);
}
