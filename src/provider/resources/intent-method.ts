import type { Acting } from '../wire/endpoint.js';
import type { Stored } from '../wire/object-types.js';
import type { Values } from '../wire/params.js';
import { invalidParam } from '../wire/problem.js';
import { theNamed } from './find.js';
import { type METHOD_FIELDS, makeMethod, methodOfToken, refuseMethodType } from './payment-methods.js';

interface GivenMethod {
  payment_method?: string;
  payment_method_data?: Values<typeof METHOD_FIELDS>;
}

/** The method that a request names, brings along, or null when it does neither. */
export async function methodFor(
  acting: Acting,
  given: GivenMethod,
  intent: Stored<'payment_intent'>,
): Promise<Stored<'payment_method'> | null> {
  const { payment_method: id, payment_method_data: data } = given;
  if (id !== undefined && data) {
    throw invalidParam(
      'payment_method_data',
      'You may only specify one of these parameters: payment_method, payment_method_data.',
    );
  }
  const method = data
    ? await makeMethod(acting, data, 'payment_method_data')
    : id === undefined
      ? null
      : await named(acting, id);
  if (method) refuseMethodType(method, intent.payment_method_types, data ? 'payment_method_data' : 'payment_method');
  if (method?.type === 'promptpay') refuseUnlessPromptPay(intent);
  return method;
}

const named = async (acting: Acting, id: string) =>
  (await methodOfToken(acting, id)) ?? (await theNamed(acting, 'payment_method', id, 'payment_method')).body;

/** PromptPay is baht, paid at once: the money cannot be held back and taken later. */
function refuseUnlessPromptPay(intent: Stored<'payment_intent'>): void {
  if (intent.currency !== 'thb')
    throw invalidParam('currency', 'The payment method type promptpay only supports the currency thb.');
  if (intent.capture_method === 'manual') {
    throw invalidParam('capture_method', 'The payment method type promptpay does not support manual capture.');
  }
}

/** Only pages of the web: anything else would run or open something in the buyer's browser. */
export function refuseReturnUrl(url: string | undefined, param = 'return_url'): void {
  if (url === undefined) return;
  const parsed = URL.canParse(url) ? new URL(url) : null;
  if (parsed && (parsed.protocol === 'http:' || parsed.protocol === 'https:')) return;
  throw invalidParam(param, `Not a valid URL: ${url}`, 'url_invalid');
}
