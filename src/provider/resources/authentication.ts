import { whyNotMove } from '../rules/intent-status.js';
import { findObject } from '../store/objects.js';
import { expiredIntents, type PayPage } from '../store/pay-pages.js';
import type { Acting } from '../wire/endpoint.js';
import { idOf, type Stored } from '../wire/object-types.js';
import { Problem, refused } from '../wire/problem.js';
import { cardBehind, chargeCard, failed, paid } from './attempt.js';
import { theNamed } from './find.js';

export const OUTCOMES = ['succeed', 'fail', 'expire'] as const;
export type PersonOutcome = (typeof OUTCOMES)[number];

type Intent = Stored<'payment_intent'>;

/** What the person in front of the QR or of the bank's page did. Answers the intent as it stands then; 400 when nobody was asked. */
export async function settleAction(acting: Acting, intentId: string, outcome: PersonOutcome): Promise<Intent> {
  const { body: intent } = await theNamed(acting, 'payment_intent', intentId, 'intent', true);
  const why = whyNotMove(intent.status, 'authenticate');
  if (why) throw refused(why, { code: 'payment_intent_unexpected_state', payment_intent: intent });
  const { body: method } = await theNamed(
    acting,
    'payment_method',
    idOf(intent.payment_method) ?? '',
    'payment_method',
  );
  if (outcome === 'expire') {
    return failed(acting, intent, method, 'payment_intent_payment_attempt_expired', 'The payment attempt has expired.');
  }
  const byCard = method.type === 'card';
  if (outcome === 'fail') return byCard ? notConfirmed(acting, intent, method) : notPaid(acting, intent, method);
  if (!byCard) return paid(acting, intent, method, null);
  const answer = await chargeCard(acting, intent, method, await cardBehind(acting, method));
  return answer instanceof Problem ? current(acting, intent.id) : answer;
}

const notConfirmed = (acting: Acting, intent: Intent, method: Stored<'payment_method'>) =>
  failed(
    acting,
    intent,
    method,
    'payment_intent_authentication_failure',
    'We are unable to authenticate your payment method. Please choose a different payment method and try again.',
  );

const notPaid = (acting: Acting, intent: Intent, method: Stored<'payment_method'>) =>
  failed(acting, intent, method, 'payment_intent_payment_attempt_failed', 'The payment attempt failed.');

async function current(acting: Acting, id: string): Promise<Intent> {
  return (await theNamed(acting, 'payment_intent', id, 'intent')).body;
}

/** Lets every QR run out whose time has come on the account's clock. Answers how many. */
export async function expireDue(acting: Acting): Promise<number> {
  const due = await expiredIntents(acting.db, acting.account.id, acting.now);
  for (const intent of due) await settleAction(acting, intent, 'expire');
  return due.length;
}

/** How a page stands: the person can still answer, or sees how it ended. */
export type PageState = 'open' | 'expired' | 'succeeded' | 'closed';

export async function pageState(
  acting: Pick<Acting, 'db' | 'now'>,
  page: PayPage,
): Promise<{ state: PageState; intent: Intent }> {
  const found = await findObject(acting.db, page.account, 'payment_intent', page.intent);
  if (!found) throw refused('This payment no longer exists.');
  const intent = found.body;
  if (page.state === 'closed') return { state: intent.status === 'succeeded' ? 'succeeded' : 'closed', intent };
  return { state: page.expires <= acting.now ? 'expired' : 'open', intent };
}
