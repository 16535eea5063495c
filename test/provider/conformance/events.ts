/** The types of events that the provider sends, of all those that Stripe has. */
export const EVENT_TYPES = [
  ...named(
    'payment_intent',
    'created requires_action processing amount_capturable_updated succeeded payment_failed canceled',
  ),
  ...named('charge', 'succeeded failed captured refunded updated expired refund.updated'),
  ...named('charge.dispute', 'created funds_withdrawn updated funds_reinstated closed'),
  ...named('refund', 'created updated failed'),
  ...named('checkout.session', 'completed expired async_payment_succeeded async_payment_failed'),
  ...named('payout', 'created updated paid failed canceled'),
  ...named('transfer', 'created updated reversed'),
  ...named('application_fee', 'created refunded'),
  ...named('account', 'updated'),
  ...named('balance', 'available'),
  // Sources, subscriptions and discounts of customers belong to parts of Stripe that a shop of goods does not use.
  ...named('customer', 'created updated deleted'),
  ...named('payment_method', 'attached updated detached'),
  ...named('product', 'created'),
  ...named('price', 'created'),
  ...named('setup_intent', 'created requires_action succeeded setup_failed canceled'),
];

function named(of: string, what: string): string[] {
  return what.split(' ').map((name) => `${of}.${name}`);
}
