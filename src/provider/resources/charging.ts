import type { Decline, TestCard } from '../rules/test-cards.js';
import { insertObject, replaceObject, setRemaining } from '../store/objects.js';
import { emit } from '../webhooks/emit.js';
import type { Acting } from '../wire/endpoint.js';
import { newId } from '../wire/ids.js';
import { idOf, type Stored } from '../wire/object-types.js';
import { availableAfter, book } from './booking.js';
import { type ChargedWith, methodDetails } from './charge-details.js';
import { applicationOf } from './connected.js';
import { platformFee, shareOut } from './sharing.js';

type Intent = Stored<'payment_intent'>;
type Charge = Stored<'charge'>;

/** A charge that went through: taken at once, or only authorized when the intent is captured by hand. */
export async function chargeWell(acting: Acting, intent: Intent, by: ChargedWith): Promise<Charge> {
  const captured = intent.capture_method !== 'manual';
  const charge: Charge = {
    ...blank(acting, intent, by),
    amount_captured: captured ? intent.amount : 0,
    captured,
    outcome: by.card?.elevatedRisk ? ELEVATED : outcome('approved_by_network', 'authorized', null, 'Payment complete.'),
    paid: true,
    status: 'succeeded',
  };
  if (captured) Object.assign(charge, await takeMoney(acting, charge, intent.amount, by.card));
  await keep(acting, charge, captured ? intent.amount : 0, by.card);
  await emit(acting, 'charge.succeeded', charge);
  return charge;
}

/** A charge that the bank refused; it is kept, as the trace of the attempt. */
export async function chargeBadly(acting: Acting, intent: Intent, by: ChargedWith, decline: Decline): Promise<Charge> {
  const blocked = decline.declineCode === 'fraudulent';
  const charge: Charge = {
    ...blank(acting, intent, by),
    failure_code: decline.code,
    failure_message: decline.message,
    outcome: blocked
      ? BLOCKED
      : outcome('declined_by_network', 'issuer_declined', decline.declineCode, 'The bank did not accept the payment.'),
    status: 'failed',
  };
  await keep(acting, charge, 0, by.card);
  await emit(acting, 'charge.failed', charge);
  return charge;
}

/** A charge whose bank answers later. */
export async function chargeLater(acting: Acting, intent: Intent, by: ChargedWith): Promise<Charge> {
  const charge: Charge = {
    ...blank(acting, intent, by),
    amount_captured: intent.amount,
    captured: true,
    outcome: outcome('approved_by_network', 'authorized', null, 'Payment complete.'),
    status: 'pending',
  };
  await keep(acting, charge, 0, null);
  await emit(acting, 'charge.pending', charge);
  return charge;
}

export async function settleCharge(acting: Acting, before: Charge): Promise<void> {
  const money = await takeMoney(acting, before, before.amount, null);
  const charge: Charge = { ...before, ...money, paid: true, status: 'succeeded' };
  await replaceObject(acting.tx, acting.account.id, charge, { from: 'pending', status: 'succeeded' });
  await setRemaining(acting.tx, acting.account.id, charge.id, charge.amount);
  await emit(acting, 'charge.succeeded', charge);
}

export async function failCharge(acting: Acting, before: Charge, code: string, message: string): Promise<void> {
  const charge: Charge = {
    ...before,
    amount_captured: 0,
    captured: false,
    failure_code: code,
    failure_message: message,
    outcome: outcome('declined_by_network', 'issuer_declined', 'generic_decline', message),
    status: 'failed',
  };
  await replaceObject(acting.tx, acting.account.id, charge, { from: 'pending', status: 'failed' });
  await emit(acting, 'charge.failed', charge);
}

/** The money of a charge enters the balance, the fee leaves it, and everybody else gets their part. Answers what the charge tells of it. */
export async function takeMoney(
  acting: Acting,
  charge: Charge,
  amount: number,
  card: TestCard | null,
): Promise<Partial<Charge>> {
  const money = await book(acting, {
    type: card ? 'charge' : 'payment',
    amount,
    currency: charge.currency,
    source: charge.id,
    feeKind: feeKind(charge, card),
    applicationFee: platformFee(acting, charge, amount),
    availableOn: card?.settlesAtOnce ? acting.now : availableAfter(acting.now),
    description: charge.description,
  });
  return { balance_transaction: money.id, ...(await shareOut(acting, charge, amount, money)) };
}

const feeKind = (charge: Charge, card: TestCard | null): string => {
  if (!card) return charge.payment_method_details?.type ?? 'card_domestic';
  return card.country === 'TH' ? 'card_domestic' : 'card_foreign';
};

const keep = (acting: Acting, charge: Charge, remaining: number, card: TestCard | null) =>
  insertObject(acting.tx, acting.account.id, 'charge', charge, {
    parent: idOf(charge.payment_intent),
    customer: idOf(charge.customer),
    status: charge.status,
    remaining,
    hidden: card ? { card: card.name } : null,
  });

function blank(acting: Acting, intent: Intent, by: ChargedWith): Charge {
  const { method, card } = by;
  return {
    id: newId(card ? 'ch' : 'py'),
    object: 'charge',
    amount: intent.amount,
    amount_captured: 0,
    amount_refunded: 0,
    application: acting.account.platform === null ? null : applicationOf(acting.account.platform),
    application_fee: null,
    application_fee_amount: intent.application_fee_amount,
    balance_transaction: null,
    billing_details: method.billing_details,
    calculated_statement_descriptor: statementOf(intent),
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
    on_behalf_of: intent.on_behalf_of,
    outcome: null,
    paid: false,
    payment_intent: intent.id,
    payment_method: method.id,
    payment_method_details: methodDetails(acting, intent, by),
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
    transfer_data: transferData(intent),
    transfer_group: intent.transfer_group,
  };
}

/** What stands on the buyer's statement. */
export const statementOf = ({ statement_descriptor: whole, statement_descriptor_suffix: end }: Intent): string =>
  whole ?? (end ? `TALADLAB* ${end}`.slice(0, 22) : 'TALADLAB');

export const transferData = ({ transfer_data: data }: Intent): Charge['transfer_data'] =>
  data ? { amount: data.amount ?? null, destination: data.destination } : null;

const outcome = (
  network: string,
  type: string,
  reason: string | null,
  message: string,
): NonNullable<Charge['outcome']> => ({
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

const BLOCKED = {
  ...outcome('not_sent_to_network', 'blocked', 'highest_risk_level', 'Stripe blocked this payment as too risky.'),
  risk_level: 'highest',
  risk_score: 90,
} as Charge['outcome'];

const ELEVATED = {
  ...outcome(
    'approved_by_network',
    'manual_review',
    'elevated_risk_level',
    'Stripe evaluated this payment as elevated risk.',
  ),
  risk_level: 'elevated',
  risk_score: 70,
} as Charge['outcome'];
