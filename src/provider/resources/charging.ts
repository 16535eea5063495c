import type { Decline, TestCard } from '../rules/test-cards.js';
import { insertObject } from '../store/objects.js';
import { emit } from '../webhooks/emit.js';
import type { Acting } from '../wire/endpoint.js';
import { newId, randomText } from '../wire/ids.js';
import { idOf, type Stored } from '../wire/object-types.js';
import { availableAfter, book } from './booking.js';

type Intent = Stored<'payment_intent'>;
type Method = Stored<'payment_method'>;
type Charge = Stored<'charge'>;

/** A charge that went through: taken at once, or only authorized when the intent is captured by hand. */
export async function chargeWell(
  acting: Acting,
  intent: Intent,
  method: Method,
  card: TestCard | null,
): Promise<Charge> {
  const captured = intent.capture_method !== 'manual';
  const charge: Charge = {
    ...blank(acting, intent, method, card),
    amount_captured: captured ? intent.amount : 0,
    captured,
    outcome: outcome('approved_by_network', 'authorized', null, 'Payment complete.'),
    paid: true,
    status: 'succeeded',
  };
  if (captured) charge.balance_transaction = (await bookCharge(acting, charge, intent.amount, card)).id;
  await keep(acting, charge, captured ? intent.amount : 0, card);
  await emit(acting, 'charge.succeeded', charge);
  return charge;
}

/** A charge that the bank refused; it is kept, as the trace of the attempt. */
export async function chargeBadly(
  acting: Acting,
  intent: Intent,
  method: Method,
  card: TestCard | null,
  decline: Decline,
): Promise<Charge> {
  const blocked = decline.declineCode === 'fraudulent';
  const charge: Charge = {
    ...blank(acting, intent, method, card),
    failure_code: decline.code,
    failure_message: decline.message,
    outcome: blocked
      ? outcome('not_sent_to_network', 'blocked', 'highest_risk_level', 'Stripe blocked this payment as too risky.')
      : outcome('declined_by_network', 'issuer_declined', decline.declineCode, 'The bank did not accept the payment.'),
    status: 'failed',
  };
  await keep(acting, charge, 0, card);
  await emit(acting, 'charge.failed', charge);
  return charge;
}

/** The money of a charge enters the balance, the fee leaves it. `card` null is PromptPay. */
export function bookCharge(acting: Acting, charge: Charge, amount: number, card: TestCard | null) {
  const foreign = card !== null && card.country !== 'TH';
  return book(acting, {
    type: card ? 'charge' : 'payment',
    amount,
    currency: charge.currency,
    source: charge.id,
    feeKind: card ? (foreign ? 'card_foreign' : 'card_domestic') : 'promptpay',
    availableOn: card?.settlesAtOnce ? acting.now : availableAfter(acting.now),
    description: charge.description,
  });
}

const keep = (acting: Acting, charge: Charge, remaining: number, card: TestCard | null) =>
  insertObject(acting.tx, acting.account.id, 'charge', charge, {
    parent: idOf(charge.payment_intent),
    customer: idOf(charge.customer),
    status: charge.status,
    remaining,
    hidden: card ? { card: card.name } : null,
  });

function blank(acting: Acting, intent: Intent, method: Method, card: TestCard | null): Charge {
  return {
    id: newId(card ? 'ch' : 'py'),
    object: 'charge',
    amount: intent.amount,
    amount_captured: 0,
    amount_refunded: 0,
    application: null,
    application_fee: null,
    application_fee_amount: null,
    balance_transaction: null,
    billing_details: method.billing_details,
    calculated_statement_descriptor: intent.statement_descriptor ?? 'TALADLAB',
    captured: false,
    created: acting.now,
    currency: intent.currency,
    customer: intent.customer,
    description: intent.description,
    disputed: false,
    failure_balance_transaction: null,
    failure_code: null,
    failure_message: null,
    fraud_details: {},
    livemode: false,
    metadata: intent.metadata,
    on_behalf_of: null,
    outcome: null,
    paid: false,
    payment_intent: intent.id,
    payment_method: method.id,
    payment_method_details: details(intent, method, card),
    receipt_email: intent.receipt_email,
    receipt_number: null,
    receipt_url: null,
    refunded: false,
    review: null,
    shipping: intent.shipping as Charge['shipping'],
    source: null,
    source_transfer: null,
    statement_descriptor: intent.statement_descriptor,
    statement_descriptor_suffix: intent.statement_descriptor_suffix,
    status: 'pending',
    transfer_data: null,
    transfer_group: intent.transfer_group,
  };
}

function details(intent: Intent, method: Method, card: TestCard | null): Charge['payment_method_details'] {
  if (!card || !method.card)
    return { promptpay: { reference: `PRACTICE${randomText(10).toUpperCase()}` }, type: 'promptpay' };
  const { brand, checks, country, exp_month, exp_year, fingerprint = null, funding, last4 } = method.card;
  return {
    card: {
      amount_authorized: intent.amount,
      authorization_code: null,
      brand,
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
      three_d_secure: null,
      transaction_link_id: null,
      wallet: null,
    },
    type: 'card',
  };
}

const outcome = (network: string, type: string, reason: string | null, message: string): Charge['outcome'] => ({
  advice_code: null,
  network_advice_code: null,
  network_decline_code: null,
  network_status: network,
  reason,
  risk_level: 'normal',
  risk_score: 10,
  seller_message: message,
  type,
});
