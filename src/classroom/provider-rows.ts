import type Stripe from 'stripe';
import type { DeliveryLine } from '../market/payments/provider-books.service.js';
import { eventWords, problemWords } from './provider-words.js';

type Tone = 'success' | 'info' | 'warning' | 'neutral';

const INTENT_TONES: Record<Stripe.PaymentIntent.Status, Tone> = {
  succeeded: 'success',
  canceled: 'neutral',
  processing: 'neutral',
  requires_action: 'info',
  requires_capture: 'info',
  requires_confirmation: 'neutral',
  requires_payment_method: 'warning',
};
const DELIVERY_TONES: Record<DeliveryLine['state'], Tone> = {
  delivered: 'success',
  pending: 'info',
  failed: 'warning',
  dropped: 'warning',
};

/** Moments of the provider are whole seconds of its account's clock. */
const moment = (seconds: number): Date => new Date(seconds * 1000);

/** A payment at the provider: what it calls its state, and why the last try failed. */
export function paymentRow(intent: Stripe.PaymentIntent) {
  const { id, amount, created, last_payment_error: error, latest_charge: charge, status } = intent;
  const problem = error ? (error.decline_code ?? error.code ?? null) : null;
  const back = typeof charge === 'object' && charge ? charge.amount_refunded : 0;
  return {
    id,
    satang: amount,
    status,
    tone: INTENT_TONES[status],
    at: moment(created),
    reference: intent.metadata.reference ?? null,
    method: typeof charge === 'object' ? (charge?.payment_method_details?.type ?? null) : null,
    problem,
    problemWords: problem && problemWords(problem),
    refundedSatang: back,
  };
}

/** Whoever has it can pay in the buyer's place. */
const withoutSecrets = (name: string, value: unknown) => (name === 'client_secret' ? undefined : value);

export const eventRow = ({ created, data, id, pending_webhooks: waiting, type }: Stripe.Event) => ({
  id,
  type,
  words: eventWords(type),
  at: moment(created),
  waiting,
  object: (data.object as { id?: string }).id ?? null,
  inside: JSON.stringify(data, withoutSecrets, 2),
});

/** A delivery and its tries; these are on the wall's clock. */
export const deliveryRow = ({ attempts, due, event, event_type: type, id, state, url }: DeliveryLine) => ({
  id,
  event,
  type,
  words: eventWords(type),
  url,
  state,
  tone: DELIVERY_TONES[state],
  due: due === null ? null : new Date(due),
  attempts: attempts.map(({ at, number, problem, status, took }) => ({
    number,
    at: new Date(at),
    took,
    answer: status ?? problem,
    isFine: status !== null && status < 300,
  })),
});

/** An entry of the balance: what came or went, what it cost and from when it can be paid out. */
export const entryRow = (entry: Stripe.BalanceTransaction) => ({
  id: entry.id,
  type: entry.type,
  satang: entry.amount,
  feeSatang: entry.fee,
  netSatang: entry.net,
  at: moment(entry.created),
  isAvailable: entry.status === 'available',
  availableOn: moment(entry.available_on),
});
