import { whyNotMove } from '../rules/intent-status.js';
import { debitByIban } from '../rules/test-debits.js';
import { schedule } from '../store/dues.js';
import { emit } from '../webhooks/emit.js';
import type { Acting } from '../wire/endpoint.js';
import { idOf, type Stored } from '../wire/object-types.js';
import type { Behind } from './attaching.js';
import { keepOrUseUp } from './attaching.js';
import { chargeLater, failCharge, settleCharge } from './charging.js';
import { theNamed } from './find.js';
import { backToStart, docUrl, moveIntent } from './intent-change.js';
import { followIntent } from './session-following.js';

type Intent = Stored<'payment_intent'>;
type Method = Stored<'payment_method'>;

const REFUSED = "The customer's bank did not accept the debit.";

/** A debit is on its way to the bank, which answers later. */
export async function startDebit(acting: Acting, intent: Intent, method: Method, { iban }: Behind): Promise<Intent> {
  const charge = await chargeLater(acting, intent, { method, card: null });
  const after = await moveIntent(acting, intent, {
    status: 'processing',
    last_payment_error: null,
    latest_charge: charge.id,
    next_action: null,
    payment_method: method.id,
  });
  await schedule(acting, 'processing', intent.id, acting.now + (debitByIban(iban ?? '')?.seconds ?? 0));
  await emit(acting, 'payment_intent.processing', after);
  await followIntent(acting, after);
  return after;
}

/** The bank has answered. */
export async function finishDebit(acting: Acting, intentId: string): Promise<void> {
  const { body: intent } = await theNamed(acting, 'payment_intent', intentId, 'intent', true);
  if (whyNotMove(intent.status, 'process')) return;
  const id = idOf(intent.payment_method) ?? '';
  const { body: method, hidden } = await theNamed(acting, 'payment_method', id, 'payment_method');
  const { body: charge } = await theNamed(acting, 'charge', idOf(intent.latest_charge) ?? '', 'charge', true);
  if (!debitByIban(hidden.iban ?? '')?.works) {
    await failCharge(acting, charge, 'debit_not_authorized', REFUSED);
    const error = { type: 'card_error' as const, charge: charge.id, code: 'debit_not_authorized' as never };
    await backToStart(acting, intent, {
      last_payment_error: {
        ...error,
        doc_url: docUrl('debit_not_authorized'),
        message: REFUSED,
        payment_method: method,
      },
    });
    return;
  }
  await settleCharge(acting, charge);
  const after = await moveIntent(acting, intent, { status: 'succeeded', amount_received: intent.amount });
  await emit(acting, 'payment_intent.succeeded', after);
  await followIntent(acting, after);
  await keepOrUseUp(acting, method, { customer: idOf(intent.customer), futureUsage: intent.setup_future_usage });
}
