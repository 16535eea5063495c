import { isMethodType, METHOD_TYPES, METHODS, offeredTypes } from '../rules/methods.js';
import { CURRENCIES, whyNotCharge } from '../rules/money.js';
import { newId, randomText } from '../wire/ids.js';
import type { Stored } from '../wire/object-types.js';
import {
  anyHash,
  clearable,
  clearableEmail,
  flag,
  hash,
  integer,
  listOf,
  mergedMetadata,
  metadata,
  oneOf,
  required,
  text,
  type Values,
} from '../wire/params.js';
import { invalidParam, noMethods } from '../wire/problem.js';
import { shippingParam, wholeShipping } from './common-params.js';
import { SHARING } from './connect-params.js';
import { METHOD_FIELDS } from './method-making.js';

type Intent = Stored<'payment_intent'>;

const types = listOf(oneOf(METHOD_TYPES));

/** With what it may be paid. Since 2026 the list that is allowed takes the place of `payment_method_types`, which older versions name. */
export const TYPES = {
  allowed_payment_method_types: types,
  excluded_payment_method_types: types,
  payment_method_types: types,
};

/** That the buyer agrees to later payments; on create and confirm. */
export const AGREEING = { mandate: text(), mandate_data: anyHash };

/** How it is to be paid; on create, update and confirm. */
export const PAYING = {
  ...TYPES,
  payment_method: text(),
  payment_method_data: hash(METHOD_FIELDS),
  payment_method_options: anyHash,
  receipt_email: clearableEmail(800),
  setup_future_usage: oneOf(['off_session', 'on_session']),
  shipping: shippingParam,
};

const DESCRIBING = {
  amount: integer(0),
  capture_method: oneOf(['automatic', 'automatic_async', 'manual']),
  currency: text(3),
  customer: text(),
  description: clearable(1000),
  metadata,
  statement_descriptor: clearable(22),
  statement_descriptor_suffix: clearable(22),
};

export const CONFIRMING = {
  error_on_requires_action: flag,
  off_session: flag,
  return_url: text(),
  use_stripe_sdk: flag,
};

const { on_behalf_of, ...SHARES } = SHARING;
export const UPDATE_FIELDS = { ...PAYING, ...DESCRIBING, ...SHARES };
export const CREATE_FIELDS = {
  ...UPDATE_FIELDS,
  ...AGREEING,
  on_behalf_of,
  ...CONFIRMING,
  amount: required(integer(0)),
  currency: required(text(3)),
  automatic_payment_methods: hash({ enabled: required(flag), allow_redirects: oneOf(['always', 'never']) }),
  confirm: flag,
  confirmation_method: oneOf(['automatic', 'manual']),
};

/** The intent with what was given, amounts and currency found to be chargeable. */
export function givenIntent(params: Values<typeof UPDATE_FIELDS & typeof AGREEING>, before: Intent): Intent {
  const { metadata: changes, shipping, payment_method: _method, payment_method_data: _data, ...rest } = params;
  const { mandate: _mandate, mandate_data: _mandateData, ...plain } = rest;
  const currency = (params.currency ?? before.currency).toLowerCase();
  const { payment_method_options: options, ...fields } = plain;
  const after: Intent = {
    ...before,
    ...fields,
    currency,
    ...(shipping && { shipping: wholeShipping(shipping) as Intent['shipping'] }),
    ...(options && { payment_method_options: { ...before.payment_method_options, ...options } }),
    metadata: mergedMetadata(before.metadata, changes),
  };
  if (after.automatic_payment_methods?.enabled && !params.payment_method_types) {
    after.payment_method_types = offeredTypes({
      currency,
      redirects: after.automatic_payment_methods.allow_redirects !== 'never',
      allowed: after.allowed_payment_method_types,
      excluded: after.excluded_payment_method_types,
    });
  }
  refuseCurrency(after);
  if (after.payment_method_types.length === 0) throw noMethods('Payment Intent');
  const why = whyNotCharge(after.amount, currency);
  if (why) throw invalidParam('amount', why.message, why.code);
  return after;
}

function refuseCurrency({ currency, payment_method_types: types }: Intent): void {
  if (!CURRENCIES.includes(currency)) {
    throw invalidParam('currency', `Invalid currency: ${currency}. The account accepts: ${CURRENCIES.join(', ')}.`);
  }
  const [only, ...others] = types;
  if (only === undefined || others.length > 0 || !isMethodType(only)) return;
  const { currencies } = METHODS[only];
  if (!currencies || currencies.includes(currency)) return;
  throw invalidParam(
    'payment_method_types',
    `The payment method type ${only} only supports the currency ${currencies.join(', ')}.`,
  );
}

export function blankIntent(
  now: number,
  automatic: { enabled: boolean; allow_redirects?: 'always' | 'never' } | null,
): Intent {
  const id = newId('pi');
  return {
    id,
    object: 'payment_intent',
    allowed_payment_method_types: null,
    amount: 0,
    amount_capturable: 0,
    amount_details: { tip: {} },
    amount_received: 0,
    application: null,
    application_fee_amount: null,
    automatic_payment_methods: automatic && {
      enabled: automatic.enabled,
      allow_redirects: automatic.allow_redirects ?? 'always',
    },
    canceled_at: null,
    cancellation_reason: null,
    capture_method: 'automatic_async',
    client_secret: `${id}_secret_${randomText(25)}`,
    confirmation_method: 'automatic',
    created: now,
    currency: 'thb',
    customer: null,
    customer_account: null,
    description: null,
    excluded_payment_method_types: null,
    last_payment_error: null,
    latest_charge: null,
    livemode: false,
    managed_payments: null,
    metadata: {},
    next_action: null,
    on_behalf_of: null,
    payment_method: null,
    payment_method_configuration_details: null,
    payment_method_options: {},
    payment_method_types: ['card'],
    payment_record: null,
    processing: null,
    receipt_email: null,
    review: null,
    setup_future_usage: null,
    shipping: null,
    source: null,
    statement_descriptor: null,
    statement_descriptor_suffix: null,
    status: 'requires_payment_method',
    transfer_data: null,
    transfer_group: null,
  };
}
