import { newId, randomText } from '../wire/ids.js';
import type { Stored } from '../wire/object-types.js';

export type Session = Stored<'checkout.session'>;

/** The sums of a session whose goods cost `subtotal`, sent the way that was chosen. */
export function withTotals(
  session: Session,
  subtotal: number,
  shipping: { rate: string; amount: number } | null,
): Session {
  const total = subtotal + (shipping?.amount ?? 0);
  return {
    ...session,
    amount_subtotal: subtotal,
    amount_total: total,
    shipping_cost: shipping && {
      amount_subtotal: shipping.amount,
      amount_tax: 0,
      amount_total: shipping.amount,
      shipping_rate: shipping.rate,
    },
    total_details: { amount_discount: 0, amount_shipping: shipping?.amount ?? 0, amount_tax: 0 },
  };
}

/** Where the buyer comes back to, with what Stripe puts in for the braces. As a header holds it: Thai letters are written out. */
export const backTo = (url: string, session: string): string =>
  new URL(url.replaceAll('{CHECKOUT_SESSION_ID}', session)).href;

export const newSessionId = () => newId('cs_test').concat(randomText(30));

export const blankSession = (id: string, created: number): Session => ({
  id,
  object: 'checkout.session',
  adaptive_pricing: { enabled: false },
  after_expiration: null,
  allow_promotion_codes: null,
  allowed_payment_method_types: null,
  amount_subtotal: null,
  amount_total: null,
  automatic_tax: { enabled: false, liability: null, provider: null, status: null },
  billing_address_collection: null,
  cancel_url: null,
  client_reference_id: null,
  client_secret: null,
  collected_information: null,
  consent: null,
  consent_collection: null,
  created,
  currency: null,
  currency_conversion: null,
  custom_fields: [],
  custom_text: { after_submit: null, shipping_address: null, submit: null, terms_of_service_acceptance: null },
  customer: null,
  customer_account: null,
  customer_creation: null,
  customer_details: null,
  customer_email: null,
  discounts: [],
  expires_at: created,
  integration_identifier: null,
  invoice: null,
  invoice_creation: null,
  livemode: false,
  locale: null,
  managed_payments: null,
  metadata: {},
  mode: 'payment',
  origin_context: null,
  payment_intent: null,
  payment_link: null,
  payment_method_collection: null,
  payment_method_configuration_details: null,
  payment_method_options: {},
  payment_method_types: ['card'],
  payment_status: 'unpaid',
  permissions: null,
  phone_number_collection: { enabled: false },
  recovered_from: null,
  saved_payment_method_options: null,
  setup_intent: null,
  shipping_address_collection: null,
  shipping_cost: null,
  shipping_options: [],
  status: 'open',
  submit_type: null,
  subscription: null,
  success_url: null,
  total_details: null,
  ui_mode: 'hosted_page',
  url: null,
  wallet_options: null,
});
