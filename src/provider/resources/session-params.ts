import {
  anyHash,
  clearable,
  clearableEmail,
  email,
  flag,
  hash,
  integer,
  listOf,
  metadata,
  oneOf,
  required,
  text,
  type Values,
} from '../wire/params.js';
import { shippingParam } from './common-params.js';
import { TYPES } from './intent-body.js';
import { MONEY_FIELDS } from './price-making.js';
import { PRODUCT_DATA } from './products.js';
import { RATE_FIELDS } from './shipping-rates.js';

export const LINE = hash({
  adjustable_quantity: hash({ enabled: required(flag), maximum: integer(0, 999_999), minimum: integer(0, 999_999) }),
  metadata,
  price: text(),
  price_data: hash({ ...MONEY_FIELDS, product: text(), product_data: hash(PRODUCT_DATA) }),
  quantity: integer(0, 999_999),
});

const intentData = hash({
  application_fee_amount: integer(0),
  capture_method: oneOf(['automatic', 'automatic_async', 'manual']),
  description: clearable(1000),
  metadata,
  on_behalf_of: text(),
  receipt_email: clearableEmail(800),
  setup_future_usage: oneOf(['off_session', 'on_session']),
  shipping: shippingParam,
  statement_descriptor: clearable(22),
  statement_descriptor_suffix: clearable(22),
  transfer_data: hash({ amount: integer(1), destination: required(text()) }),
  transfer_group: text(),
});

export const SESSION_FIELDS = {
  billing_address_collection: oneOf(['auto', 'required']),
  cancel_url: text(5000),
  client_reference_id: text(200),
  currency: text(3),
  customer: text(),
  customer_creation: oneOf(['always', 'if_required']),
  customer_email: email(800),
  expires_at: integer(0),
  line_items: listOf(LINE),
  locale: oneOf(['auto', 'th', 'en']),
  metadata,
  mode: required(oneOf(['payment', 'setup', 'subscription'])),
  payment_intent_data: intentData,
  payment_method_options: anyHash,
  ...TYPES,
  phone_number_collection: hash({ enabled: required(flag) }),
  setup_intent_data: hash({ description: clearable(1000), metadata, on_behalf_of: text() }),
  shipping_address_collection: hash({ allowed_countries: required(listOf(text(2))) }),
  shipping_options: listOf(hash({ shipping_rate: text(), shipping_rate_data: hash(RATE_FIELDS) })),
  submit_type: oneOf(['auto', 'book', 'donate', 'pay']),
  success_url: text(5000),
  ui_mode: oneOf(['hosted', 'hosted_page']),
};
export type SessionFields = Values<typeof SESSION_FIELDS>;
export type LineFields = NonNullable<SessionFields['line_items']>[number];
