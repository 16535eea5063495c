import { replaceObject } from '../store/objects.js';
import type { Acting } from '../wire/endpoint.js';
import { idOf, type Stored } from '../wire/object-types.js';
import type { Problem } from '../wire/problem.js';
import { refused } from '../wire/problem.js';
import { createCustomer } from './customers.js';
import { theNamed } from './find.js';
import { moveIntent } from './intent-change.js';
import { confirmIntent } from './intent-moves.js';
import { createIntent } from './payment-intents.js';
import { type Session, withTotals } from './session-body.js';
import { complete } from './session-following.js';
import type { SessionFields } from './session-params.js';
import { setUpWith } from './session-setup.js';

type Method = Stored<'payment_method'>;
type Intent = Stored<'payment_intent'>;
export type Outcome = Intent | Stored<'setup_intent'> | Problem | null;

/** What the buyer told on the page. */
export interface Told {
  email?: string;
  name?: string;
  phone?: string;
  address?: Stored<'payment_method'>['billing_details']['address'];
}

/**
 * Pays the session with the method: makes its intent at the first try and confirms it, as far as that goes without the buyer's
 * bank. A decline is a Problem that is kept. Null when there was nothing to pay.
 */
export async function payWith(
  acting: Acting,
  id: string,
  method: Method,
  told: Told,
  returnUrl: string | null,
): Promise<Outcome> {
  const { body, hidden } = await theNamed(acting, 'checkout.session', id, 'session', true);
  if (body.status !== 'open')
    throw refused(`This Checkout Session is no longer open: it has a status of ${body.status}.`);
  const session = await withCustomer(acting, withTold(body, method, told));
  const data = JSON.parse(hidden.data ?? '{}') as NonNullable<SessionFields['payment_intent_data']>;
  if (session.mode === 'setup') return setUpWith(acting, session, method, data, returnUrl);
  if (session.amount_total === 0) {
    await complete(acting, session, 'no_payment_required');
    return null;
  }
  const intent = await intentOf(acting, session, data);
  await replaceObject(
    acting.tx,
    acting.account.id,
    { ...session, payment_intent: intent.id },
    {
      parent: intent.id,
      customer: idOf(session.customer),
    },
  );
  const params = { payment_method: method.id, ...(returnUrl !== null && { return_url: returnUrl }) };
  return confirmIntent({ ...acting, id: intent.id, within: '', params });
}

function withTold(session: Session, method: Method, told: Told): Session {
  const { billing_details: billing } = method;
  const address = told.address ?? billing.address;
  const name = told.name ?? billing.name;
  return {
    ...session,
    ...(session.shipping_address_collection &&
      told.address && {
        collected_information: {
          business_name: null,
          individual_name: null,
          shipping_details: { address: told.address as never, name: name ?? '' },
        },
      }),
    customer_details: {
      address: address as never,
      business_name: null,
      email: told.email ?? billing.email ?? session.customer_email,
      individual_name: null,
      name,
      phone: told.phone ?? billing.phone,
      tax_exempt: 'none',
      tax_ids: [],
    },
  };
}

/** Where the shop always wants a customer, the buyer becomes one. */
async function withCustomer(acting: Acting, session: Session): Promise<Session> {
  if (session.customer_creation !== 'always' || session.customer !== null) return session;
  const { email, name, phone } = session.customer_details ?? {};
  const params = { ...(email && { email }), ...(name && { name }), ...(phone && { phone }) };
  const customer = await createCustomer({ ...acting, id: '', within: '', params });
  return { ...session, customer: customer.id };
}

/** The buyer wants it sent another of the ways that are offered; the total follows. Any other way changes nothing. */
export async function chooseShipping(acting: Acting, id: string, wanted: string): Promise<void> {
  const { body: session } = await theNamed(acting, 'checkout.session', id, 'session', true);
  const chosen = session.shipping_options.find(({ shipping_rate: rate }) => idOf(rate) === wanted);
  if (session.status !== 'open' || !chosen) return;
  const shipping = { rate: wanted, amount: chosen.shipping_amount };
  await replaceObject(acting.tx, acting.account.id, withTotals(session, session.amount_subtotal ?? 0, shipping));
}

/** The session's one intent, for the amount that stands now: another way to send may have been chosen since. */
async function intentOf(
  acting: Acting,
  session: Session,
  data: NonNullable<SessionFields['payment_intent_data']>,
): Promise<Intent> {
  const amount = session.amount_total ?? 0;
  const known = idOf(session.payment_intent);
  if (known !== null) {
    const { body } = await theNamed(acting, 'payment_intent', known, 'payment_intent', true);
    return body.amount === amount ? body : moveIntent(acting, body, { amount });
  }
  const shipping = session.collected_information?.shipping_details;
  const params = {
    ...data,
    amount,
    currency: session.currency ?? 'thb',
    payment_method_types: session.payment_method_types as never,
    ...(idOf(session.customer) !== null && { customer: idOf(session.customer) ?? '' }),
    ...(shipping && { shipping: { address: shipping.address as never, name: shipping.name } }),
  };
  // Nothing is confirmed yet, so that it cannot be declined.
  return (await createIntent({ ...acting, id: '', within: '', params })) as Intent;
}
