import type { TypeName } from './object-types.js';

/**
 * To what a property can be expanded: one of the types by the id's prefix (of those without any there never is one here, or it stays
 * an id); a list of those whose parent the object is; or, within a hash that is no object, its own properties.
 */
export type Expansion =
  | readonly TypeName[]
  | { listOf: TypeName }
  | { within: Readonly<Record<string, readonly TypeName[]>> };

const CUSTOMER = ['customer', 'deleted_customer'] as const;
const DESTINATION: Expansion = { within: { destination: ['account'] } };
/** Stripe has it, and an account for practice has none of it. */
const NONE: readonly TypeName[] = [];

/** What can be expanded, by type and property: all that Stripe's own description of the API calls expandable. */
export const EXPANDABLE: Record<string, Record<string, Expansion>> = {
  application_fee: {
    account: ['account'],
    application: NONE,
    balance_transaction: ['balance_transaction'],
    charge: ['charge'],
    originating_transaction: ['charge'],
  },
  balance_transaction: {
    source: [
      'charge',
      'refund',
      'dispute',
      'payout',
      'payment_intent',
      'transfer',
      'transfer_reversal',
      'application_fee',
      'fee_refund',
    ],
  },
  charge: {
    application: NONE,
    application_fee: ['application_fee'],
    balance_transaction: ['balance_transaction'],
    customer: CUSTOMER,
    failure_balance_transaction: ['balance_transaction'],
    invoice: NONE,
    on_behalf_of: ['account'],
    outcome: { within: { rule: NONE } },
    payment_intent: ['payment_intent'],
    refunds: { listOf: 'refund' },
    review: NONE,
    source_transfer: ['transfer'],
    transfer: ['transfer'],
    transfer_data: DESTINATION,
  },
  'checkout.session': {
    customer: CUSTOMER,
    invoice: NONE,
    line_items: { listOf: 'item' },
    payment_intent: ['payment_intent'],
    payment_link: NONE,
    setup_intent: ['setup_intent'],
    shipping_cost: { within: { shipping_rate: ['shipping_rate'] } },
    subscription: NONE,
  },
  customer: {
    default_source: NONE,
    invoice_settings: { within: { default_payment_method: ['payment_method'] } },
    test_clock: NONE,
  },
  dispute: { charge: ['charge'], payment_intent: ['payment_intent'] },
  fee_refund: { balance_transaction: ['balance_transaction'], fee: ['application_fee'] },
  item: { price: ['price'] },
  payment_intent: {
    application: NONE,
    customer: CUSTOMER,
    invoice: NONE,
    latest_charge: ['charge'],
    on_behalf_of: ['account'],
    payment_method: ['payment_method'],
    review: NONE,
    transfer_data: DESTINATION,
  },
  payment_method: { customer: CUSTOMER },
  payout: {
    application_fee: NONE,
    balance_transaction: ['balance_transaction'],
    destination: NONE,
    failure_balance_transaction: ['balance_transaction'],
    original_payout: ['payout'],
    reversed_by: ['payout'],
  },
  price: { product: ['product'] },
  product: { default_price: ['price'], tax_code: NONE },
  refund: {
    balance_transaction: ['balance_transaction'],
    charge: ['charge'],
    failure_balance_transaction: ['balance_transaction'],
    payment_intent: ['payment_intent'],
    payment_method: ['payment_method'],
    source_transfer_reversal: ['transfer_reversal'],
    transfer_reversal: ['transfer_reversal'],
  },
  setup_intent: {
    application: NONE,
    customer: CUSTOMER,
    latest_attempt: NONE,
    mandate: NONE,
    on_behalf_of: ['account'],
    payment_method: ['payment_method'],
    single_use_mandate: NONE,
  },
  transfer: {
    balance_transaction: ['balance_transaction'],
    destination: ['account'],
    destination_payment: ['charge'],
    source_transaction: ['charge'],
  },
  transfer_reversal: {
    balance_transaction: ['balance_transaction'],
    destination_payment_refund: ['refund'],
    source_refund: ['refund'],
    transfer: ['transfer'],
  },
};
