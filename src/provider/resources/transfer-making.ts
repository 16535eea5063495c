import { insertObject } from '../store/objects.js';
import { emit } from '../webhooks/emit.js';
import type { Acting } from '../wire/endpoint.js';
import { newId } from '../wire/ids.js';
import { idOf, type Stored } from '../wire/object-types.js';
import { takeFee } from './application-fee-taking.js';
import { book } from './booking.js';
import { actingFor, applicationOf } from './connected.js';
import { emptyPart } from './parts.js';

type Charge = Stored<'charge'>;
type Transfer = Stored<'transfer'>;

export interface Sending {
  amount: number;
  currency: string;
  description: string | null;
  destination: string;
  /** What of it comes straight back to the platform. */
  fee: number;
  metadata: Record<string, string>;
  /** The payment whose money is passed on, and when (seconds) that is there. Null takes what is available. */
  source: { charge: string; availableOn: number } | null;
  transferGroup: string | null;
}

/** Money leaves the platform's balance and comes as a payment into the shop's, both at the same moment. */
export async function makeTransfer(
  acting: Acting,
  sending: Sending,
): Promise<{ transfer: Transfer; fee: string | null }> {
  const id = newId('tr');
  const { amount, currency, description, destination, source } = sending;
  const availableOn = source?.availableOn ?? acting.now;
  const sent = await book(acting, {
    type: 'transfer',
    amount: -amount,
    currency,
    source: id,
    availableOn,
    description,
  });
  const payment = await receive(acting, id, sending, availableOn);
  const transfer: Transfer = {
    id,
    object: 'transfer',
    amount,
    amount_reversed: 0,
    balance_transaction: sent.id,
    created: acting.now,
    currency,
    description,
    destination,
    destination_payment: payment.id,
    livemode: false,
    metadata: sending.metadata,
    reversals: emptyPart(`/v1/transfers/${id}/reversals`),
    reversed: false,
    source_transaction: source?.charge ?? null,
    source_type: 'card',
    transfer_group: sending.transferGroup,
  };
  await insertObject(acting.tx, acting.account.id, 'transfer', transfer, {
    parent: source?.charge ?? null,
    customer: destination,
    remaining: amount,
  });
  await emit(acting, 'transfer.created', transfer);
  return { transfer, fee: idOf(payment.application_fee) };
}

async function receive(acting: Acting, transfer: string, sending: Sending, availableOn: number): Promise<Charge> {
  const shop = await actingFor(acting, sending.destination);
  const { amount, currency, fee, source } = sending;
  const id = newId('py');
  const money = await book(shop, {
    type: 'payment',
    amount,
    currency,
    source: id,
    availableOn,
    description: sending.description,
    applicationFee: fee,
  });
  const taken =
    fee > 0 &&
    (await takeFee(acting, {
      account: shop.account.id,
      amount: fee,
      availableOn,
      charge: id,
      currency,
      originating: source?.charge ?? id,
    }));
  const payment: Charge = {
    ...NOTHING,
    id,
    amount,
    amount_captured: amount,
    application: applicationOf(acting.account.id),
    application_fee: taken ? taken.id : null,
    application_fee_amount: taken ? fee : null,
    balance_transaction: money.id,
    created: acting.now,
    currency,
    description: sending.description,
    source_transfer: transfer,
    transfer_group: sending.transferGroup,
  };
  await insertObject(shop.tx, shop.account.id, 'charge', payment, { status: 'succeeded', remaining: amount });
  return payment;
}

/** A payment that came from the platform: it has no buyer, card or intent. */
const NOTHING: Omit<Charge, 'id' | 'amount' | 'created' | 'currency'> = {
  object: 'charge',
  amount_captured: 0,
  amount_refunded: 0,
  application: null,
  application_fee: null,
  application_fee_amount: null,
  balance_transaction: null,
  billing_details: {
    address: { city: null, country: null, line1: null, line2: null, postal_code: null, state: null },
    email: null,
    name: null,
    phone: null,
    tax_id: null,
  },
  calculated_statement_descriptor: null,
  captured: true,
  customer: null,
  description: null,
  disputed: false,
  failure_balance_transaction: null,
  failure_code: null,
  failure_message: null,
  fraud_details: {},
  livemode: false,
  metadata: {},
  on_behalf_of: null,
  outcome: null,
  paid: true,
  payment_intent: null,
  payment_method: null,
  payment_method_details: { stripe_account: {}, type: 'stripe_account' },
  receipt_email: null,
  receipt_number: null,
  receipt_url: null,
  refunded: false,
  review: null,
  shipping: null,
  source: null,
  source_transfer: null,
  statement_descriptor: null,
  statement_descriptor_suffix: null,
  status: 'succeeded',
  transfer_data: null,
  transfer_group: null,
};
