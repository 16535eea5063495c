import { isMethodType, METHODS } from '../rules/methods.js';
import { newId, randomText } from '../wire/ids.js';
import type { Stored } from '../wire/object-types.js';
import { anyHash, clearable, flag, hash, metadata, oneOf, required, text } from '../wire/params.js';
import { invalidParam } from '../wire/problem.js';
import { TYPES } from './intent-body.js';
import { METHOD_FIELDS } from './method-making.js';

type Setup = Stored<'setup_intent'>;

export const UPDATE_FIELDS = {
  customer: text(),
  description: clearable(1000),
  metadata,
  payment_method: text(),
  payment_method_data: hash(METHOD_FIELDS),
  payment_method_options: anyHash,
  ...TYPES,
};
export const CONFIRM_FIELDS = {
  allowed_payment_method_types: TYPES.allowed_payment_method_types,
  client_secret: text(),
  mandate_data: anyHash,
  payment_method: text(),
  payment_method_data: hash(METHOD_FIELDS),
  payment_method_options: anyHash,
  return_url: text(),
  use_stripe_sdk: flag,
};
export const CREATE_FIELDS = {
  ...UPDATE_FIELDS,
  automatic_payment_methods: hash({ enabled: required(flag), allow_redirects: oneOf(['always', 'never']) }),
  confirm: flag,
  mandate_data: anyHash,
  return_url: text(),
  usage: oneOf(['off_session', 'on_session']),
  use_stripe_sdk: flag,
};

export function refuseTypes(types: readonly string[]): void {
  const once = types.find((type) => isMethodType(type) && !METHODS[type].reusable);
  if (once === undefined) return;
  throw invalidParam('payment_method_types', `The payment method type ${once} cannot be set up for future usage.`);
}

export function blankSetup(now: number): Setup {
  const id = newId('seti');
  return {
    id,
    object: 'setup_intent',
    allowed_payment_method_types: null,
    application: null,
    automatic_payment_methods: null,
    cancellation_reason: null,
    client_secret: `${id}_secret_${randomText(25)}`,
    created: now,
    customer: null,
    customer_account: null,
    description: null,
    excluded_payment_method_types: null,
    flow_directions: null,
    last_setup_error: null,
    latest_attempt: null,
    livemode: false,
    managed_payments: null,
    mandate: null,
    metadata: {},
    next_action: null,
    on_behalf_of: null,
    payment_method: null,
    payment_method_configuration_details: null,
    payment_method_options: {},
    payment_method_types: ['card'],
    single_use_mandate: null,
    status: 'requires_payment_method',
    usage: 'off_session',
  };
}
