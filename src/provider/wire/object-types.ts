import type Stripe from 'stripe';

/** Every kind of object that is stored, with the shape in which the SDK knows it. */
export interface ObjectTypes {
  customer: Stripe.Customer;
  deleted_customer: Stripe.DeletedCustomer;
  payment_method: Stripe.PaymentMethod;
  payment_intent: Stripe.PaymentIntent;
  charge: Stripe.Charge;
  refund: Stripe.Refund;
  balance_transaction: Stripe.BalanceTransaction;
  dispute: Stripe.Dispute;
  payout: Stripe.Payout;
  setup_intent: Stripe.SetupIntent;
  event: EventBody;
  webhook_endpoint: Stripe.WebhookEndpoint;
  account: Stripe.Account;
  product: Stripe.Product;
  price: Priced<Stripe.Price>;
  shipping_rate: Stripe.ShippingRate;
  'checkout.session': Stripe.Checkout.Session;
  item: Omit<Stripe.LineItem, 'price'> & { price: Priced<Stripe.Price> | null };
  transfer: Stripe.Transfer;
  transfer_reversal: Stripe.TransferReversal;
  application_fee: Stripe.ApplicationFee;
  fee_refund: Stripe.FeeRefund;
}
export type TypeName = keyof ObjectTypes;
export type Stored<N extends TypeName> = ObjectTypes[N];

/** Sent as words; the SDK makes a number of its own of them. */
type Priced<T> = Omit<T, 'unit_amount_decimal'> & { unit_amount_decimal: string | null };

/** `Stripe.Event` is a union over 250 types that no general code can build; this is what they have in common. */
export type EventBody = Omit<Stripe.EventBase, 'data' | 'type'> & {
  type: string;
  data: { object: object; previous_attributes?: object };
};

export const API_VERSION: Stripe.LatestApiVersion = '2026-10-28.endive';

/** The id of what is stored as an id and sent as an object when it is expanded. */
export function idOf(value: string | { id: string } | null | undefined): string | null {
  return typeof value === 'string' ? value : (value?.id ?? null);
}
