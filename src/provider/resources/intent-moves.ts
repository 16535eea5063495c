import { type IntentMove, whyNotMove } from '../rules/intent-status.js';
import { type Acting, type Changing, change, type Endpoint } from '../wire/endpoint.js';
import { idOf, type Stored } from '../wire/object-types.js';
import { clearable, flag, hash, integer, mergedMetadata, metadata, oneOf, text, type Values } from '../wire/params.js';
import { invalidParam, refused } from '../wire/problem.js';
import { attempt } from './attempt.js';
import { cancel, capture } from './capturing.js';
import { refuseShare } from './connect-params.js';
import { theNamed, theOne } from './find.js';
import { AGREEING, CONFIRMING, givenIntent, PAYING } from './intent-body.js';
import { methodFor, refuseMethod, refuseNoWayBack, refuseReturnUrl } from './intent-method.js';
import { noMethod } from './payment-intents.js';
import { sessionOf } from './session-following.js';

type Intent = Stored<'payment_intent'>;

const CONFIRM_FIELDS = {
  ...AGREEING,
  ...PAYING,
  ...CONFIRMING,
  capture_method: oneOf(['automatic', 'automatic_async', 'manual']),
  client_secret: text(),
};
const CAPTURE_FIELDS = {
  amount_to_capture: integer(1),
  application_fee_amount: integer(0),
  final_capture: flag,
  metadata,
  statement_descriptor: clearable(22),
  statement_descriptor_suffix: clearable(22),
  transfer_data: hash({ amount: integer(1) }),
};
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

export async function confirmIntent(call: Changing<Values<typeof CONFIRM_FIELDS>>) {
  const before = await theMovable(call, 'confirm');
  const {
    off_session,
    return_url,
    error_on_requires_action: noAction = false,
    use_stripe_sdk: sdk,
    client_secret: _secret,
    ...fields
  } = call.params;
  refuseReturnUrl(return_url);
  const intent = givenIntent(fields, before);
  refuseNoWayBack(intent, return_url);
  const stored = idOf(before.payment_method);
  const method =
    (await methodFor(call, call.params, intent)) ??
    (stored ? (await theNamed(call, 'payment_method', stored, 'payment_method')).body : null);
  if (method && method.id === stored) await refuseMethod(call, method, intent, 'payment_method');
  if (!method) throw noMethod(before);
  // With Stripe's own script on the page the buyer is not sent away, return address or not.
  const returnUrl = sdk && method.type === 'card' ? null : (return_url ?? null);
  const { authenticated } = (await theOne(call, 'payment_intent', call.id)).hidden;
  return attempt(call, intent, method, { returnUrl, offSession: off_session === true, noAction, authenticated });
}

/** What the shop says at capturing takes the place of what was said before, also of who gets what. */
async function captureIntent(call: Changing<Values<typeof CAPTURE_FIELDS>>) {
  const before = await theMovable(call, 'capture');
  const {
    amount_to_capture: amount,
    final_capture: final,
    metadata: changes,
    transfer_data: part,
    ...words
  } = call.params;
  if (final === false) throw invalidParam('final_capture', 'This PaymentIntent is not eligible for multicapture.');
  const destination = idOf(before.transfer_data?.destination);
  if (part && destination === null) {
    throw invalidParam(
      'transfer_data',
      'You can only change `transfer_data` of a PaymentIntent that was created with it.',
    );
  }
  const sent = part && destination !== null ? { ...part, destination } : null;
  const { application_fee_amount: fee } = words;
  const share = {
    ...(fee !== undefined && { application_fee_amount: fee }),
    ...(destination !== null && { transfer_data: sent ?? { destination } }),
  };
  if (sent || fee !== undefined) await refuseShare(call, share, amount ?? before.amount_capturable);
  const metadata = mergedMetadata(before.metadata, changes);
  return capture(call, { ...before, ...words, ...(sent && { transfer_data: sent }), metadata }, amount);
}

async function cancelIntent(call: Changing<Values<typeof CANCEL_FIELDS>>) {
  const intent = await theMovable(call, 'cancel');
  const session = await sessionOf(call, intent.id);
  if (session?.status === 'open') {
    throw refused(
      'You cannot perform this action on PaymentIntents created by Checkout. Expire the Checkout Session instead.',
      {
        payment_intent: intent,
      },
    );
  }
  return cancel(call, intent, call.params.cancellation_reason ?? null);
}
