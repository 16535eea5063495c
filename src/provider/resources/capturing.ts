import { cardByName } from '../rules/test-cards.js';
import { unschedule } from '../store/dues.js';
import { replaceObject, setRemaining } from '../store/objects.js';
import { closePages } from '../store/pay-pages.js';
import { differences, emit } from '../webhooks/emit.js';
import type { Acting } from '../wire/endpoint.js';
import { idOf, type Stored } from '../wire/object-types.js';
import { invalidParam } from '../wire/problem.js';
import { statementOf, takeMoney, transferData } from './charging.js';
import { openDispute } from './dispute-opening.js';
import { theNamed } from './find.js';
import { moveIntent } from './intent-change.js';
import { followIntent } from './session-following.js';

type Intent = Stored<'payment_intent'>;
type Charge = Stored<'charge'>;

/** Takes what is held, or a part of it; the rest goes back to the buyer. */
export async function capture(acting: Acting, intent: Intent, wanted?: number): Promise<Intent> {
  const amount = wanted ?? intent.amount_capturable;
  if (amount > intent.amount_capturable) {
    throw invalidParam(
      'amount_to_capture',
      'The payment intent could not be captured because the requested capture amount is greater than the authorized amount.',
      'amount_too_large',
    );
  }
  const found = await theNamed(acting, 'charge', idOf(intent.latest_charge) ?? '', 'charge', true);
  const card = cardByName(found.hidden.card ?? '');
  const held: Charge = { ...found.body, ...saidOf(intent) };
  const money = await takeMoney(acting, held, amount, card);
  const charge: Charge = {
    ...held,
    amount_captured: amount,
    ...money,
    captured: true,
  };
  await replaceObject(acting.tx, acting.account.id, charge);
  await setRemaining(acting.tx, acting.account.id, charge.id, amount);
  await unschedule(acting, 'capture', intent.id);
  const after = await moveIntent(acting, intent, {
    status: 'succeeded',
    amount_capturable: 0,
    amount_received: amount,
  });
  await emit(acting, 'charge.captured', charge);
  await emit(acting, 'payment_intent.succeeded', after);
  await followIntent(acting, after);
  if (card?.dispute) await openDispute(acting, charge, card.dispute);
  return after;
}

/** What the intent says of its charge now; it may have been changed with the capture. */
const saidOf = (intent: Intent): Partial<Charge> => ({
  application_fee_amount: intent.application_fee_amount,
  calculated_statement_descriptor: statementOf(intent),
  statement_descriptor: intent.statement_descriptor,
  statement_descriptor_suffix: intent.statement_descriptor_suffix,
  transfer_data: transferData(intent),
});

type Reason = Intent['cancellation_reason'];

/** Ends an intent that is not paid; what is held goes back. */
export async function cancel(acting: Acting, intent: Intent, reason: Reason): Promise<Intent> {
  if (intent.status === 'requires_capture') await release(acting, intent, reason === 'automatic');
  await closePages(acting.tx, acting.account.id, intent.id);
  const after = await moveIntent(acting, intent, {
    status: 'canceled',
    amount_capturable: 0,
    canceled_at: acting.now,
    cancellation_reason: reason,
    next_action: null,
  });
  await emit(acting, 'payment_intent.canceled', after);
  return after;
}

/** Nobody took the money that was held: it goes back by itself. */
export async function expireHold(acting: Acting, intentId: string): Promise<void> {
  const { body: intent } = await theNamed(acting, 'payment_intent', intentId, 'intent', true);
  if (intent.status === 'requires_capture') await cancel(acting, intent, 'automatic');
}

/** What was only authorized goes back without ever having been in the balance. */
async function release(acting: Acting, intent: Intent, expired: boolean): Promise<void> {
  const { body } = await theNamed(acting, 'charge', idOf(intent.latest_charge) ?? '', 'charge', true);
  const charge: Charge = { ...body, amount_refunded: body.amount, refunded: true };
  await replaceObject(acting.tx, acting.account.id, charge);
  await unschedule(acting, 'capture', intent.id);
  await emit(acting, expired ? 'charge.expired' : 'charge.refunded', charge, differences(body, charge));
}
