import { type Found, findObject } from '../store/objects.js';
import type { Reading } from '../wire/endpoint.js';
import type { Stored, TypeName } from '../wire/object-types.js';
import { noSuch } from '../wire/problem.js';

/** What Stripe calls each type in "No such …", and the parameter that it blames. */
const WORDS: Record<TypeName, { what: string; param: string }> = {
  customer: { what: 'customer', param: 'id' },
  deleted_customer: { what: 'customer', param: 'id' },
  payment_method: { what: 'PaymentMethod', param: 'payment_method' },
  payment_intent: { what: 'payment_intent', param: 'intent' },
  charge: { what: 'charge', param: 'id' },
  refund: { what: 'refund', param: 'id' },
  balance_transaction: { what: 'balance transaction', param: 'id' },
  dispute: { what: 'dispute', param: 'dispute' },
  payout: { what: 'payout', param: 'payout' },
  setup_intent: { what: 'setupintent', param: 'intent' },
  event: { what: 'event', param: 'id' },
  webhook_endpoint: { what: 'webhook endpoint', param: 'webhook_endpoint' },
  account: { what: 'account', param: 'account' },
  product: { what: 'product', param: 'id' },
  price: { what: 'price', param: 'price' },
  shipping_rate: { what: 'shipping rate', param: 'shipping_rate' },
  'checkout.session': { what: 'checkout.session', param: 'session' },
  item: { what: 'item', param: 'id' },
  transfer: { what: 'transfer', param: 'id' },
  transfer_reversal: { what: 'transfer reversal', param: 'id' },
  application_fee: { what: 'application fee', param: 'id' },
  fee_refund: { what: 'fee refund', param: 'id' },
};

/** The object that a URL names, locked when it is going to change; 404 without it. */
export async function theOne<N extends TypeName>(
  call: Reading,
  type: N,
  id: string,
  lock = false,
): Promise<Found<Stored<N>>> {
  const found = await findObject(call.db, call.account.id, type, id, lock);
  if (!found) throw noSuch(WORDS[type].what, id, WORDS[type].param);
  return found;
}

/** The object that a parameter names; 400 without it. */
export async function theNamed<N extends TypeName>(
  call: Reading,
  type: N,
  id: string,
  param: string,
  lock = false,
): Promise<Found<Stored<N>>> {
  const found = await findObject(call.db, call.account.id, type, id, lock);
  if (!found) throw noSuch(WORDS[type].what, id, param, 400);
  return found;
}
