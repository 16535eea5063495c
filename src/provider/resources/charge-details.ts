import { TERMS } from '../rules/terms.js';
import type { TestCard } from '../rules/test-cards.js';
import type { Acting } from '../wire/endpoint.js';
import { randomText } from '../wire/ids.js';
import type { Stored } from '../wire/object-types.js';

type Details = NonNullable<Stored<'charge'>['payment_method_details']>;
type CardDetails = NonNullable<Details['card']>;

/** What a charge is made with. `card` is null for every other method. */
export interface ChargedWith {
  method: Stored<'payment_method'>;
  card: TestCard | null;
  /** The bank has asked its customer. */
  authenticated?: boolean;
}

/** How the buyer paid, as the charge shows it. */
export function methodDetails(acting: Acting, intent: Stored<'payment_intent'>, by: ChargedWith): Details {
  const { method } = by;
  if (method.card) return { card: cardDetails(acting, intent, by, method.card), type: 'card' };
  if (method.type === 'grabpay') {
    return { grabpay: { transaction_id: `practice_${randomText(16)}` }, type: 'grabpay' };
  }
  if (method.sepa_debit) {
    const { generated_from: _from, ...account } = method.sepa_debit;
    return { sepa_debit: { ...account, mandate: null }, type: 'sepa_debit' };
  }
  return { promptpay: { reference: `PRACTICE${randomText(10).toUpperCase()}` }, type: 'promptpay' };
}

function cardDetails(
  acting: Acting,
  intent: Stored<'payment_intent'>,
  { authenticated }: ChargedWith,
  card: NonNullable<Stored<'payment_method'>['card']>,
): CardDetails {
  const { brand, checks, country, exp_month, exp_year, fingerprint = null, funding, last4 } = card;
  return {
    amount_authorized: intent.amount,
    authorization_code: null,
    brand,
    ...(intent.capture_method === 'manual' && { capture_before: acting.now + TERMS.capture }),
    checks,
    country,
    electronic_commerce_indicator: null,
    exp_month,
    exp_year,
    fingerprint,
    funding,
    installments: null,
    last4,
    mandate: null,
    network: brand,
    network_transaction_id: null,
    regulated_status: 'unregulated',
    three_d_secure: authenticated ? CHALLENGED : null,
    transaction_link_id: null,
    wallet: null,
  };
}

/** The bank asked, and its customer confirmed. */
const CHALLENGED: CardDetails['three_d_secure'] = {
  authentication_flow: 'challenge',
  electronic_commerce_indicator: '05',
  exemption_indicator: null,
  result: 'authenticated',
  result_reason: null,
  transaction_id: null,
  version: '2.2.0',
};
