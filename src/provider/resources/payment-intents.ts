import { whyNotMove } from '../rules/intent-status.js';
import { insertObject, replaceObject } from '../store/objects.js';
import { closePages } from '../store/pay-pages.js';
import { emit } from '../webhooks/emit.js';
import { type Changing, change, type Endpoint, read, readList } from '../wire/endpoint.js';
import { dated, listPage } from '../wire/list.js';
import { idOf, type Stored } from '../wire/object-types.js';
import { text, type Values } from '../wire/params.js';
import { invalidParam, refused } from '../wire/problem.js';
import { readSearch } from '../wire/search.js';
import { attempt } from './attempt.js';
import { refuseShare } from './connect-params.js';
import { applicationOf } from './connected.js';
import { theNamed, theOne } from './find.js';
import { blankIntent, CREATE_FIELDS, givenIntent, UPDATE_FIELDS } from './intent-body.js';
import { moveIntent } from './intent-change.js';
import { automaticMethods, methodFor, refuseNoWayBack, refuseReturnUrl } from './intent-method.js';

type Intent = Stored<'payment_intent'>;

const PATH = '/v1/payment_intents';

export const paymentIntentEndpoints: Endpoint[] = [
  change(PATH, 'payment_intent', CREATE_FIELDS, createIntent),

  read(
    `${PATH}/:id`,
    'payment_intent',
    { client_secret: text() },
    async (call) => (await theOne(call, 'payment_intent', call.id)).body,
  ),

  readList(PATH, 'payment_intent', { ...dated, customer: text() }, (call) =>
    listPage(
      call,
      'payment_intent',
      PATH,
      call.params.customer === undefined ? {} : { customer: call.params.customer },
    ),
  ),

  change(`${PATH}/:id`, 'payment_intent', UPDATE_FIELDS, updateIntent),

  readSearch(`${PATH}/search`, 'payment_intent', ['amount', 'created', 'currency', 'customer', 'metadata', 'status']),
];

export async function createIntent(call: Changing<Values<typeof CREATE_FIELDS>>) {
  const { confirm, off_session, return_url, automatic_payment_methods: _automatic, ...given } = call.params;
  const { confirmation_method, ...rest } = given;
  const { error_on_requires_action: noAction = false, use_stripe_sdk: sdk, ...fields } = rest;
  if (!confirm) refuseWithoutConfirm(call.params);
  refuseReturnUrl(return_url);
  if (fields.customer !== undefined) await theNamed(call, 'customer', fields.customer, 'customer');
  const intent = givenIntent(fields, {
    ...blankIntent(call.now, automaticMethods(call, call.params)),
    ...(call.account.platform !== null && { application: applicationOf(call.account.platform) }),
    ...(confirmation_method && { confirmation_method }),
  });
  if (confirm) refuseNoWayBack(intent, return_url);
  await refuseShare(call, fields, intent.amount);
  const method = await methodFor(call, call.params, intent);
  if (method) Object.assign(intent, { payment_method: method.id, status: 'requires_confirmation' });
  await insertObject(call.tx, call.account.id, 'payment_intent', intent, {
    customer: idOf(intent.customer),
    status: intent.status,
  });
  await emit(call, 'payment_intent.created', intent);
  if (!confirm) return intent;
  if (!method) throw noMethod(intent);
  const returnUrl = sdk && method.type === 'card' ? null : (return_url ?? null);
  return attempt(call, intent, method, { returnUrl, offSession: off_session === true, noAction });
}

function refuseWithoutConfirm(params: Values<typeof CREATE_FIELDS>): void {
  for (const name of ['return_url', 'off_session', 'error_on_requires_action'] as const) {
    if (params[name] === undefined) continue;
    throw invalidParam(
      name,
      `The parameter \`${name}\` cannot be passed when creating a PaymentIntent unless \`confirm\` is set to true.`,
    );
  }
}

export const noMethod = (intent: Intent) =>
  refused(
    "You cannot confirm this PaymentIntent because it's missing a payment method. You can either update the PaymentIntent with a payment method and then confirm it again, or confirm it again directly with a payment method.",
    { code: 'payment_intent_unexpected_state', payment_intent: intent },
  );

/** Words can be changed at any time; what is paid, and with what, only as long as it is not. */
async function updateIntent(call: Changing<Values<typeof UPDATE_FIELDS>>) {
  const { body: before } = await theOne(call, 'payment_intent', call.id, true);
  const { params } = call;
  const why = whyNotMove(before.status, 'update');
  const lasting = Object.keys(params).find((name) => name !== 'metadata' && name !== 'description');
  if (why && lasting)
    throw refused(why, { code: 'payment_intent_unexpected_state', param: lasting, payment_intent: before });
  if (params.customer !== undefined) await theNamed(call, 'customer', params.customer, 'customer');
  const intent = givenIntent(params, before);
  await refuseShare(call, params, intent.amount);
  const method = await methodFor(call, params, intent);
  if (intent.customer !== before.customer) {
    await replaceObject(call.tx, call.account.id, before, { customer: idOf(intent.customer) });
  }
  if (method) {
    // A new way to pay voids the question that was open about the old one.
    await closePages(call.tx, call.account.id, intent.id);
    Object.assign(intent, { payment_method: method.id, status: 'requires_confirmation', next_action: null });
  }
  return moveIntent(call, before, intent);
}
