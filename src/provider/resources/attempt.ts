import { AUTHENTICATION_REQUIRED, cardByName, type Decline, type TestCard } from '../rules/test-cards.js';
import { findObject, replaceObject } from '../store/objects.js';
import { closePages, openPage } from '../store/pay-pages.js';
import { emit } from '../webhooks/emit.js';
import type { Acting } from '../wire/endpoint.js';
import type { Stored } from '../wire/object-types.js';
import { missingParam, Problem } from '../wire/problem.js';
import { chargeBadly, chargeWell } from './charging.js';

type Intent = Stored<'payment_intent'>;
type Method = Stored<'payment_method'>;

export interface How {
  returnUrl: string | null;
  offSession: boolean;
}

/** A PromptPay QR is good for a day, on the account's clock. */
const QR_SECONDS = 86_400;

/** Pays the intent with the method as far as it goes without a person: paid, declined (a Problem that is kept), or waiting for one. */
export async function attempt(acting: Acting, intent: Intent, method: Method, how: How): Promise<Intent | Problem> {
  if (method.type === 'promptpay') return showQr(acting, intent, method, how.returnUrl);
  const card = await cardBehind(acting, method);
  if (card?.authentication !== 'always') return chargeCard(acting, intent, method, card);
  if (how.offSession) return declined(acting, intent, method, card, AUTHENTICATION_REQUIRED);
  return askBank(acting, intent, method, how.returnUrl);
}

/** Charges once nobody needs to be asked any more. */
export async function chargeCard(
  acting: Acting,
  intent: Intent,
  method: Method,
  card: TestCard | null,
): Promise<Intent | Problem> {
  if (card?.decline) return declined(acting, intent, method, card, card.decline);
  return paid(acting, intent, method, card);
}

export async function paid(acting: Acting, intent: Intent, method: Method, card: TestCard | null): Promise<Intent> {
  const charge = await chargeWell(acting, intent, method, card);
  const taken = charge.captured;
  const after = await moveIntent(acting, intent, {
    status: taken ? 'succeeded' : 'requires_capture',
    amount_received: taken ? intent.amount : 0,
    amount_capturable: taken ? 0 : intent.amount,
    last_payment_error: null,
    latest_charge: charge.id,
    next_action: null,
    payment_method: method.id,
  });
  await closePages(acting.tx, acting.account.id, intent.id);
  await emit(acting, taken ? 'payment_intent.succeeded' : 'payment_intent.amount_capturable_updated', after);
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
  const after = await moveIntent(acting, intent, {
    status: 'requires_payment_method',
    last_payment_error: { ...error, doc_url: docUrl(code) },
    next_action: null,
    payment_method: null,
  });
  await closePages(acting.tx, acting.account.id, intent.id);
  await emit(acting, 'payment_intent.payment_failed', after);
  return after;
}

async function declined(
  acting: Acting,
  intent: Intent,
  method: Method,
  card: TestCard | null,
  decline: Decline,
): Promise<Problem> {
  const charge = await chargeBadly(acting, intent, method, card, decline);
  const error = {
    type: 'card_error' as const,
    charge: charge.id,
    code: decline.code,
    decline_code: decline.declineCode,
    message: decline.message,
    ...(decline.param && { param: decline.param }),
    payment_method: method,
  };
  const after = await moveIntent(acting, intent, {
    status: 'requires_payment_method',
    last_payment_error: { ...error, code: decline.code as never, doc_url: docUrl(decline.code) },
    latest_charge: charge.id,
    next_action: null,
    payment_method: null,
  });
  await closePages(acting.tx, acting.account.id, intent.id);
  await emit(acting, 'payment_intent.payment_failed', after);
  return new Problem(402, { ...error, payment_intent: after }, true);
}

async function showQr(acting: Acting, intent: Intent, method: Method, returnUrl: string | null): Promise<Intent> {
  if (!method.billing_details.email) throw missingParam('billing_details[email]');
  const token = await openPage(acting.tx, {
    account: acting.account.id,
    intent: intent.id,
    kind: 'promptpay',
    returnUrl,
    expires: acting.now + QR_SECONDS,
  });
  const page = `${acting.appUrl}/pay/promptpay/${token}`;
  return waiting(acting, intent, method, {
    type: 'promptpay_display_qr_code',
    // The QR leads to a page of ours, as in Stripe's test mode: no bank's app can read a payment out of it.
    promptpay_display_qr_code: {
      data: page,
      hosted_instructions_url: page,
      image_url_png: `${page}/qr.png`,
      image_url_svg: `${page}/qr.svg`,
    },
  });
}

async function askBank(acting: Acting, intent: Intent, method: Method, returnUrl: string | null): Promise<Intent> {
  const token = await openPage(acting.tx, {
    account: acting.account.id,
    intent: intent.id,
    kind: 'card',
    returnUrl,
    expires: acting.now + QR_SECONDS,
  });
  const url = `${acting.appUrl}/pay/card/${token}`;
  const action: Intent['next_action'] = returnUrl
    ? { type: 'redirect_to_url', redirect_to_url: { return_url: returnUrl, url } }
    : { type: 'use_stripe_sdk', use_stripe_sdk: { type: 'three_d_secure_redirect', stripe_js: url } };
  return waiting(acting, intent, method, action);
}

async function waiting(acting: Acting, intent: Intent, method: Method, action: Intent['next_action']): Promise<Intent> {
  const after = await moveIntent(acting, intent, {
    status: 'requires_action',
    last_payment_error: null,
    next_action: action,
    payment_method: method.id,
  });
  await emit(acting, 'payment_intent.requires_action', after);
  return after;
}

/** Writes the intent's change if it still stands where it was read. */
export async function moveIntent(acting: Acting, intent: Intent, changes: Partial<Intent>): Promise<Intent> {
  const after = { ...intent, ...changes };
  await replaceObject(acting.tx, acting.account.id, after, { from: intent.status, status: after.status });
  return after;
}

/** The test card that a stored method stands for; null for PromptPay. */
export async function cardBehind(acting: Acting, method: Method): Promise<TestCard | null> {
  const found = await findObject(acting.tx, acting.account.id, 'payment_method', method.id);
  return cardByName(found?.hidden.card ?? '');
}

const docUrl = (code: string) => `https://stripe.com/docs/error-codes/${code.replaceAll('_', '-')}`;
