import { METHODS, type MethodType } from '../rules/methods.js';
import { type SetupMove, whyNotSetUp } from '../rules/setup-status.js';
import { insertObject } from '../store/objects.js';
import { closePages } from '../store/pay-pages.js';
import { emit } from '../webhooks/emit.js';
import { type Acting, type Changing, change, type Endpoint, read, readList } from '../wire/endpoint.js';
import { dated, listPage } from '../wire/list.js';
import { idOf, type Stored } from '../wire/object-types.js';
import { mergedMetadata, oneOf, text, type Values } from '../wire/params.js';
import { noMethods, refused } from '../wire/problem.js';
import { refuseForeignMethod } from './attaching.js';
import { applicationOf } from './connected.js';
import { theNamed, theOne } from './find.js';
import { automaticMethods, givenMethod, methodParam, refuseNoWayBack, refuseReturnUrl } from './intent-method.js';
import { refuseMethodType } from './method-making.js';
import { moveSetup, setUp } from './setup-attempt.js';
import { blankSetup, CONFIRM_FIELDS, CREATE_FIELDS, refuseTypes, UPDATE_FIELDS } from './setup-body.js';

type Setup = Stored<'setup_intent'>;
type Method = Stored<'payment_method'>;
type Given = Values<typeof UPDATE_FIELDS>;

const PATH = '/v1/setup_intents';
const CANCEL_FIELDS = { cancellation_reason: oneOf(['abandoned', 'duplicate', 'requested_by_customer']) };

export const setupIntentEndpoints: Endpoint[] = [
  change(PATH, 'setup_intent', CREATE_FIELDS, createSetup),

  read(
    `${PATH}/:id`,
    'setup_intent',
    { client_secret: text() },
    async (call) => (await theOne(call, 'setup_intent', call.id)).body,
  ),

  change(`${PATH}/:id`, 'setup_intent', UPDATE_FIELDS, updateSetup),

  change(`${PATH}/:id/confirm`, 'setup_intent', CONFIRM_FIELDS, confirmSetup),

  change(`${PATH}/:id/cancel`, 'setup_intent', CANCEL_FIELDS, async (call) => {
    const before = await theMovable(call, 'cancel');
    await closePages(call.tx, call.account.id, before.id);
    const after = await moveSetup(call, before, {
      status: 'canceled',
      cancellation_reason: call.params.cancellation_reason ?? null,
      next_action: null,
    });
    await emit(call, 'setup_intent.canceled', after);
    return after;
  }),

  readList(PATH, 'setup_intent', { ...dated, customer: text(), payment_method: text() }, (call) => {
    const { customer, payment_method } = call.params;
    return listPage(call, 'setup_intent', PATH, {
      ...(customer !== undefined && { fields: { customer } }),
      ...(payment_method !== undefined && { fields: { payment_method } }),
    });
  }),
];

export async function confirmSetup(call: Changing<Values<typeof CONFIRM_FIELDS>>) {
  const before = withAllowed(call.params, await theMovable(call, 'confirm'));
  const { return_url, use_stripe_sdk: sdk } = call.params;
  refuseReturnUrl(return_url);
  refuseNoWayBack(before, return_url);
  const stored = idOf(before.payment_method);
  const method =
    (await methodFor(call, call.params, before)) ??
    (stored ? (await theNamed(call, 'payment_method', stored, 'payment_method')).body : null);
  if (!method) throw noMethod(before);
  return setUp(call, before, method, sdk ? null : (return_url ?? null));
}

export async function createSetup(call: Changing<Values<typeof CREATE_FIELDS>>) {
  const { confirm, return_url, usage, use_stripe_sdk: sdk } = call.params;
  const automatic = automaticMethods(call, call.params);
  refuseReturnUrl(return_url);
  const setup: Setup = {
    ...given(call.params, blankSetup(call.now)),
    ...(automatic && {
      automatic_payment_methods: { ...automatic, allow_redirects: automatic.allow_redirects ?? 'always' },
    }),
    ...(call.account.platform !== null && { application: applicationOf(call.account.platform) }),
    ...(usage && { usage }),
  };
  if (confirm) refuseNoWayBack(setup, return_url);
  await refuseCustomer(call, call.params.customer);
  const method = await methodFor(call, call.params, setup);
  if (method) Object.assign(setup, { payment_method: method.id, status: 'requires_confirmation' });
  await insertObject(call.tx, call.account.id, 'setup_intent', setup, {
    customer: idOf(setup.customer),
    status: setup.status,
  });
  await emit(call, 'setup_intent.created', setup);
  if (!confirm) return setup;
  if (!method) throw noMethod(setup);
  return setUp(call, setup, method, sdk ? null : (return_url ?? null));
}

async function updateSetup(call: Changing<Given>): Promise<Setup> {
  const { params } = call;
  const { body: before } = await theOne(call, 'setup_intent', call.id, true);
  const lasting = Object.keys(params).some((name) => name !== 'metadata' && name !== 'description');
  if (lasting) refuseMove(before, 'update');
  await refuseCustomer(call, params.customer);
  const setup = given(params, before);
  const method = await methodFor(call, params, setup);
  if (method) {
    await closePages(call.tx, call.account.id, setup.id);
    Object.assign(setup, { payment_method: method.id, status: 'requires_confirmation', next_action: null });
  }
  return moveSetup(call, before, setup);
}

function given(params: Given, before: Setup): Setup {
  const { customer, description, metadata: changes, payment_method_types: types } = params;
  if (types) refuseTypes(types);
  const after: Setup = {
    ...before,
    ...(customer !== undefined && { customer }),
    ...(description !== undefined && { description }),
    ...(types && { payment_method_types: types }),
    metadata: mergedMetadata(before.metadata, changes),
  };
  return withAllowed(params, after);
}

/** Of the methods that are allowed, those that can be kept. */
function withAllowed(
  { allowed_payment_method_types: allowed, excluded_payment_method_types: excluded }: Given,
  setup: Setup,
): Setup {
  if (!allowed && !excluded) return setup;
  const types = (allowed ?? setup.payment_method_types).filter(
    (type) => METHODS[type as MethodType].reusable && !excluded?.some((other) => other === type),
  );
  if (types.length === 0) throw noMethods('Setup Intent');
  return {
    ...setup,
    ...(allowed && { allowed_payment_method_types: allowed }),
    ...(excluded && { excluded_payment_method_types: excluded }),
    payment_method_types: types,
  };
}

const refuseCustomer = async (call: Acting, customer: string | undefined): Promise<void> => {
  if (customer !== undefined) await theNamed(call, 'customer', customer, 'customer');
};

async function methodFor(
  call: Acting,
  given: Pick<Given, 'payment_method' | 'payment_method_data'>,
  setup: Setup,
): Promise<Method | null> {
  const method = await givenMethod(call, given);
  if (!method) return null;
  refuseMethodType(method, setup.payment_method_types, methodParam(given));
  await refuseForeignMethod(call, method, idOf(setup.customer));
  return method;
}

async function theMovable(call: Acting & { id: string }, move: SetupMove): Promise<Setup> {
  const { body } = await theOne(call, 'setup_intent', call.id, true);
  refuseMove(body, move);
  return body;
}

function refuseMove(setup: Setup, move: SetupMove): void {
  const why = whyNotSetUp(setup.status, move);
  if (why) throw refused(why, { code: 'setup_intent_unexpected_state', setup_intent: setup });
}

const noMethod = (setup: Setup) =>
  refused(
    "You cannot confirm this SetupIntent because it's missing a payment method. Update the SetupIntent with a payment method and then confirm it again.",
    { code: 'setup_intent_unexpected_state', setup_intent: setup },
  );
