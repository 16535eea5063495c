import { whyNotMove } from '../rules/intent-status.js';
import { replaceObject } from '../store/objects.js';
import { closePages, openPageOf } from '../store/pay-pages.js';
import type { Acting } from '../wire/endpoint.js';
import { idOf, type Stored } from '../wire/object-types.js';
import { Problem, refused } from '../wire/problem.js';
import { behind } from './attaching.js';
import { chargeCard, failed, paid } from './attempt.js';
import { theNamed } from './find.js';
import { moveIntent } from './intent-change.js';

export const OUTCOMES = ['succeed', 'fail', 'expire'] as const;
export type PersonOutcome = (typeof OUTCOMES)[number];

type Intent = Stored<'payment_intent'>;
type Method = Stored<'payment_method'>;

/** What the person in front of the QR, the wallet or the bank's page did. Answers the intent as it stands then; 400 when nobody was asked. */
export async function settleAction(acting: Acting, intentId: string, outcome: PersonOutcome): Promise<Intent> {
  const { body: intent } = await theNamed(acting, 'payment_intent', intentId, 'intent', true);
  const why = whyNotMove(intent.status, 'authenticate');
  if (why) throw refused(why, { code: 'payment_intent_unexpected_state', payment_intent: intent });
  const id = idOf(intent.payment_method) ?? '';
  const { body: method } = await theNamed(acting, 'payment_method', id, 'payment_method');
  if (outcome === 'expire') return ranOut(acting, intent, method);
  const byCard = method.type === 'card';
  if (outcome === 'fail') return byCard ? notConfirmed(acting, intent, method) : notPaid(acting, intent, method);
  if (!byCard) return paid(acting, intent, { method, card: null });
  // Confirmed by hand, the shop's own server has to say once more that it wants the money.
  if (intent.confirmation_method === 'manual') return authenticated(acting, intent, method);
  const answer = await chargeCard(acting, intent, method, await behind(acting, method), true);
  return answer instanceof Problem ? current(acting, intent.id) : answer;
}

async function authenticated(acting: Acting, intent: Intent, method: Method): Promise<Intent> {
  const after = await moveIntent(acting, intent, { status: 'requires_confirmation', next_action: null });
  await replaceObject(acting.tx, acting.account.id, after, { hidden: { authenticated: method.id } });
  await closePages(acting.tx, acting.account.id, intent.id);
  return after;
}

const ranOut = (acting: Acting, intent: Intent, method: Method) =>
  failed(acting, intent, method, 'payment_intent_payment_attempt_expired', 'The payment attempt has expired.');

const notConfirmed = (acting: Acting, intent: Intent, method: Method) =>
  failed(
    acting,
    intent,
    method,
    'payment_intent_authentication_failure',
    'We are unable to authenticate your payment method. Please choose a different payment method and try again.',
  );

const notPaid = (acting: Acting, intent: Intent, method: Method) =>
  failed(acting, intent, method, 'payment_intent_payment_attempt_failed', 'The payment attempt failed.');

async function current(acting: Acting, id: string): Promise<Intent> {
  return (await theNamed(acting, 'payment_intent', id, 'intent')).body;
}

/** Lets a QR or a wallet's page run out, unless somebody was faster. */
export async function expirePage(acting: Acting, intentId: string): Promise<void> {
  const { body: intent } = await theNamed(acting, 'payment_intent', intentId, 'intent', true);
  if (intent.status !== 'requires_action') return;
  const page = await openPageOf(acting.tx, acting.account.id, intentId);
  if (page && page.expires <= acting.now) await settleAction(acting, intentId, 'expire');
}
