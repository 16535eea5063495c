import { TERMS } from '../rules/terms.js';
import { AUTHENTICATION_REQUIRED, type Decline } from '../rules/test-cards.js';
import { schedule } from '../store/dues.js';
import { closePages } from '../store/pay-pages.js';
import { emit } from '../webhooks/emit.js';
import type { Acting } from '../wire/endpoint.js';
import { idOf, type Stored } from '../wire/object-types.js';
import { Problem } from '../wire/problem.js';
import { type Behind, behind, keepOrUseUp } from './attaching.js';
import type { ChargedWith } from './charge-details.js';
import { chargeBadly, chargeWell } from './charging.js';
import { startDebit } from './debiting.js';
import { openDispute } from './dispute-opening.js';
import { backToStart, docUrl, moveIntent } from './intent-change.js';
import { followIntent } from './session-following.js';
import { askBank, sendToWallet, showQr } from './waiting.js';

type Intent = Stored<'payment_intent'>;
type Method = Stored<'payment_method'>;

export interface How {
  returnUrl: string | null;
  offSession: boolean;
  /** Better declined than that the buyer is asked for something. */
  noAction?: boolean;
  /** The method about which the bank has asked already. */
  authenticated?: string | undefined;
}

/** Pays the intent with the method as far as it goes without a person: paid, declined (a Problem that is kept), or waiting for one. */
export async function attempt(acting: Acting, intent: Intent, method: Method, how: How): Promise<Intent | Problem> {
  if (method.type === 'promptpay') return showQr(acting, intent, method, how.returnUrl);
  if (method.type === 'grabpay') return sendToWallet(acting, intent, method, how.returnUrl);
  const known = await behind(acting, method);
  if (method.type === 'sepa_debit') return startDebit(acting, intent, method, known);
  const asked = known.card?.authentication;
  const asks = asked === 'always' || (asked === 'until_set_up' && !known.setUp);
  if (!asks) return chargeCard(acting, intent, method, known);
  if (how.authenticated === method.id) return chargeCard(acting, intent, method, known, true);
  if (how.offSession || how.noAction) {
    return declined(acting, intent, { method, card: known.card }, AUTHENTICATION_REQUIRED);
  }
  return askBank(acting, intent, method, how.returnUrl);
}

/** Charges once nobody needs to be asked any more. */
export async function chargeCard(
  acting: Acting,
  intent: Intent,
  method: Method,
  { card }: Behind,
  authenticated = false,
): Promise<Intent | Problem> {
  const by: ChargedWith = { method, card, authenticated };
  if (card?.decline) return declined(acting, intent, by, card.decline);
  return paid(acting, intent, by);
}

/** The money is there, or held for the shop to take. */
export async function paid(acting: Acting, intent: Intent, by: ChargedWith): Promise<Intent> {
  const charge = await chargeWell(acting, intent, by);
  const taken = charge.captured;
  const after = await moveIntent(acting, intent, {
    status: taken ? 'succeeded' : 'requires_capture',
    amount_received: taken ? intent.amount : 0,
    amount_capturable: taken ? 0 : intent.amount,
    last_payment_error: null,
    latest_charge: charge.id,
    next_action: null,
    payment_method: by.method.id,
  });
  await closePages(acting.tx, acting.account.id, intent.id);
  if (!taken) await schedule(acting, 'capture', intent.id, acting.now + TERMS.capture);
  await emit(acting, taken ? 'payment_intent.succeeded' : 'payment_intent.amount_capturable_updated', after);
  await keepOrUseUp(acting, by.method, {
    customer: idOf(intent.customer),
    futureUsage: intent.setup_future_usage,
  });
  await followIntent(acting, after);
  if (taken && by.card?.dispute) await openDispute(acting, charge, by.card.dispute);
  return after;
}

/** The attempt failed without a charge: the buyer did not confirm, or let the time run out. */
export async function failed(
  acting: Acting,
  intent: Intent,
  method: Method,
  code: string,
  message: string,
): Promise<Intent> {
  const error = { type: 'invalid_request_error' as const, code: code as never, message, payment_method: method };
  return backToStart(acting, intent, { last_payment_error: { ...error, doc_url: docUrl(code) } });
}

async function declined(acting: Acting, intent: Intent, by: ChargedWith, decline: Decline): Promise<Problem> {
  const charge = await chargeBadly(acting, intent, by, decline);
  const error = {
    type: 'card_error' as const,
    charge: charge.id,
    code: decline.code,
    decline_code: decline.declineCode,
    message: decline.message,
    ...(decline.param && { param: decline.param }),
    payment_method: by.method,
  };
  const after = await backToStart(acting, intent, {
    last_payment_error: { ...error, code: decline.code as never, doc_url: docUrl(decline.code) },
    latest_charge: charge.id,
  });
  return new Problem(402, { ...error, payment_intent: after }, true);
}
