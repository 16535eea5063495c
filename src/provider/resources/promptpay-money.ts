import type { Acting } from '../wire/endpoint.js';
import { idOf, type Stored } from '../wire/object-types.js';
import { refused } from '../wire/problem.js';
import { paid } from './attempt.js';
import { availableAfter, book } from './booking.js';
import { theNamed } from './find.js';

type Intent = Stored<'payment_intent'>;

/**
 * Money (satang) arrives for a QR: a bank sends what its customer typed, and sends it again when he pays twice. Enough pays the
 * intent once; whatever is too little, too much or a second time is credited to the account and fits no payment, and the shop
 * has to send it back outside of the provider.
 */
export async function receive(acting: Acting, intentId: string, amount: number): Promise<Intent> {
  const { body: intent } = await theNamed(acting, 'payment_intent', intentId, 'intent', true);
  const id = idOf(intent.payment_method) ?? '';
  const { body: method } = await theNamed(acting, 'payment_method', id, 'payment_method');
  const waits = intent.status === 'requires_action';
  if (method.type !== 'promptpay' || !(waits || intent.status === 'succeeded')) {
    throw refused('No QR of this payment can be paid any more.', {
      code: 'payment_intent_unexpected_state',
      payment_intent: intent,
    });
  }
  const pays = waits && amount >= intent.amount;
  const after = pays ? await paid(acting, intent, { method, card: null }) : intent;
  const over = pays ? amount - intent.amount : amount;
  if (over > 0) await credit(acting, after, over);
  return after;
}

const credit = (acting: Acting, intent: Intent, amount: number) =>
  book(acting, {
    type: 'payment_unreconciled',
    amount,
    currency: intent.currency,
    source: idOf(intent.latest_charge) ?? intent.id,
    availableOn: availableAfter(acting.now),
    description: `PromptPay money that fits no payment, sent for ${intent.id}`,
  });
