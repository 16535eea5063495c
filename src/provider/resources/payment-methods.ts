import { METHOD_TYPES, METHODS } from '../rules/methods.js';
import { replaceObject } from '../store/objects.js';
import { differences, emit } from '../webhooks/emit.js';
import { type Asking, type Changing, change, type Endpoint, read, readList } from '../wire/endpoint.js';
import { listPage, paging } from '../wire/list.js';
import type { Stored } from '../wire/object-types.js';
import { hash, integer, mergedMetadata, metadata, oneOf, required, text, type Values } from '../wire/params.js';
import { Problem, refused } from '../wire/problem.js';
import { attach, attachedElsewhere, behind, detach } from './attaching.js';
import { refuseExpiry } from './card-details.js';
import { billingParam, wholeBilling } from './common-params.js';
import { theNamed, theOne } from './find.js';
import { METHOD_FIELDS, makeMethod, methodOfToken } from './method-making.js';

type Method = Stored<'payment_method'>;

const PATH = '/v1/payment_methods';
const REDISPLAY = oneOf(['always', 'limited', 'unspecified']);
const UPDATE_FIELDS = {
  allow_redisplay: REDISPLAY,
  billing_details: billingParam,
  card: hash({ exp_month: integer(), exp_year: integer() }),
  metadata,
};
const OF_CUSTOMER = { ...paging, allow_redisplay: REDISPLAY, type: oneOf(METHOD_TYPES) };

export const paymentMethodEndpoints: Endpoint[] = [
  change(PATH, 'payment_method', METHOD_FIELDS, (call) => makeMethod(call, call.params)),

  read(`${PATH}/:id`, 'payment_method', {}, async (call) => (await theOne(call, 'payment_method', call.id)).body),

  change(`${PATH}/:id`, 'payment_method', UPDATE_FIELDS, updateMethod),

  readList(PATH, 'payment_method', { ...OF_CUSTOMER, customer: text() }, (call) =>
    methodsOf(call, call.params.customer, PATH),
  ),

  readList('/v1/customers/:id/payment_methods', 'payment_method', OF_CUSTOMER, async (call) => {
    await theOne(call, 'customer', call.id);
    return methodsOf(call, call.id, `/v1/customers/${call.id}/payment_methods`);
  }),

  change(`${PATH}/:id/attach`, 'payment_method', { customer: required(text()) }, attachMethod),

  change(`${PATH}/:id/detach`, 'payment_method', {}, async (call) => {
    const { body: method } = await theOne(call, 'payment_method', call.id, true);
    if (method.customer !== null) return detach(call, method);
    throw refused('The payment method you provided is not attached to a customer so detachment is impossible.', {
      code: 'payment_method_unexpected_state',
    });
  }),
];

function methodsOf(call: Asking<Values<typeof OF_CUSTOMER>>, customer: string | undefined, url: string) {
  const { allow_redisplay, type } = call.params;
  return listPage(call, 'payment_method', url, {
    ...(customer !== undefined && { customer }),
    ...(type !== undefined && { statuses: [type] }),
    ...(allow_redisplay !== undefined && { fields: { allow_redisplay } }),
  });
}

async function updateMethod(call: Changing<Values<typeof UPDATE_FIELDS>>): Promise<Method> {
  const { body: before } = await theOne(call, 'payment_method', call.id, true);
  const { allow_redisplay, billing_details, card, metadata: changes } = call.params;
  if (before.customer === null) {
    throw refused('You must save this PaymentMethod to a customer before you can update it.', {
      code: 'payment_method_unexpected_state',
    });
  }
  const { card: known } = before;
  if (card && known) refuseExpiry(card.exp_month ?? known.exp_month, card.exp_year ?? known.exp_year, call.now);
  const given = Object.fromEntries(Object.entries(billing_details ?? {}).filter(([name]) => name !== 'address'));
  const method: Method = {
    ...before,
    ...(allow_redisplay && { allow_redisplay }),
    billing_details: {
      ...before.billing_details,
      ...given,
      ...(billing_details?.address && { address: wholeBilling(billing_details).address }),
    },
    ...(known && card && { card: { ...known, ...card } }),
    metadata: mergedMetadata(before.metadata, changes),
  };
  await replaceObject(call.tx, call.account.id, method);
  await emit(call, 'payment_method.updated', method, differences(before, method));
  return method;
}

/** The bank is asked whether the card is good before it is kept. */
async function attachMethod(call: Changing<{ customer: string }>): Promise<Method> {
  const { customer } = call.params;
  await theNamed(call, 'customer', customer, 'customer', true);
  const method = (await methodOfToken(call, call.id)) ?? (await theOne(call, 'payment_method', call.id, true)).body;
  if (method.customer !== null) throw attachedElsewhere();
  const { card, used } = await behind(call, method);
  if (used) {
    throw refused(
      'This PaymentMethod was previously used without being attached to a Customer or was detached from a Customer, and may not be used again.',
      { code: 'payment_method_unexpected_state' },
    );
  }
  if (!METHODS[method.type as keyof typeof METHODS].reusable) {
    throw refused(`PaymentMethods of type ${method.type} cannot be attached to a customer.`);
  }
  if (card?.decline && !card.attaches) {
    const { code, declineCode, message, param } = card.decline;
    throw new Problem(
      402,
      { type: 'card_error', code, decline_code: declineCode, message, ...(param && { param }), payment_method: method },
      true,
    );
  }
  return attach(call, method, customer);
}
