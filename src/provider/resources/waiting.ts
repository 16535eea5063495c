import { TERMS } from '../rules/terms.js';
import { schedule } from '../store/dues.js';
import { openPage, type PayPageKind } from '../store/pay-pages.js';
import { emit } from '../webhooks/emit.js';
import type { Acting } from '../wire/endpoint.js';
import type { Stored } from '../wire/object-types.js';
import { missingParam } from '../wire/problem.js';
import { moveIntent } from './intent-change.js';

type Intent = Stored<'payment_intent'>;
type Method = Stored<'payment_method'>;

export async function showQr(
  acting: Acting,
  intent: Intent,
  method: Method,
  returnUrl: string | null,
): Promise<Intent> {
  if (!method.billing_details.email) throw missingParam('billing_details[email]');
  const page = await openFor(acting, intent, 'promptpay', returnUrl);
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

/** A wallet always takes the buyer away, so there must be a way back. */
export async function sendToWallet(
  acting: Acting,
  intent: Intent,
  method: Method,
  returnUrl: string | null,
): Promise<Intent> {
  if (returnUrl === null) throw missingParam('return_url');
  const url = await openFor(acting, intent, 'grabpay', returnUrl);
  return waiting(acting, intent, method, {
    type: 'redirect_to_url',
    redirect_to_url: { return_url: returnUrl, url },
  });
}

export async function askBank(
  acting: Acting,
  intent: Intent,
  method: Method,
  returnUrl: string | null,
): Promise<Intent> {
  const url = await openFor(acting, intent, 'card', returnUrl);
  return waiting(acting, intent, method, bankAction(url, returnUrl));
}

/** Where the bank asks its customer: a page to go to, or what Stripe's own script would show. */
export const bankAction = (url: string, returnUrl: string | null) =>
  returnUrl
    ? { type: 'redirect_to_url', redirect_to_url: { return_url: returnUrl, url } }
    : { type: 'use_stripe_sdk', use_stripe_sdk: { type: 'three_d_secure_redirect', stripe_js: url } };

/** Opens a page about an intent and answers its address. A bank's question waits; a QR and a wallet run out by themselves. */
export async function openFor(
  acting: Acting,
  intent: { id: string },
  kind: PayPageKind,
  returnUrl: string | null,
): Promise<string> {
  const expires = acting.now + TERMS.page;
  const token = await openPage(acting.tx, { account: acting.account.id, intent: intent.id, kind, returnUrl, expires });
  if (kind === 'promptpay' || kind === 'grabpay') await schedule(acting, 'page', intent.id, expires);
  return `${acting.appUrl}/pay/${kind}/${token}`;
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
