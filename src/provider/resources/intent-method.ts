import { isMethodType, redirectsAway, whyNotUse } from '../rules/methods.js';
import type { Acting } from '../wire/endpoint.js';
import { idOf, type Stored } from '../wire/object-types.js';
import type { Values } from '../wire/params.js';
import { invalidParam, noWayBack, oneOfTwo } from '../wire/problem.js';
import { refuseForeignMethod } from './attaching.js';
import { theNamed } from './find.js';
import { type METHOD_FIELDS, makeMethod, methodOfToken, refuseMethodType } from './method-making.js';

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
  const method = await givenMethod(acting, given);
  if (method) await refuseMethod(acting, method, intent, methodParam(given));
  return method;
}

/** The parameter to blame for a method. */
export const methodParam = ({ payment_method_data: data }: GivenMethod): string =>
  data ? 'payment_method_data' : 'payment_method';

/** The method of the request, whether it can pay or not. */
export async function givenMethod(acting: Acting, given: GivenMethod): Promise<Stored<'payment_method'> | null> {
  const { payment_method: id, payment_method_data: data } = given;
  if (id !== undefined && data) throw oneOfTwo('payment_method', 'payment_method_data');
  if (data) return makeMethod(acting, data, 'payment_method_data');
  if (id === undefined) return null;
  return (await methodOfToken(acting, id)) ?? (await theNamed(acting, 'payment_method', id, 'payment_method')).body;
}

/** Refuses a method that cannot pay this intent, as far as that can be known before it is tried. */
export async function refuseMethod(
  acting: Acting,
  method: Stored<'payment_method'>,
  intent: Stored<'payment_intent'>,
  param: string,
): Promise<void> {
  refuseMethodType(method, intent.payment_method_types, param);
  await refuseForeignMethod(acting, method, idOf(intent.customer));
  const why =
    isMethodType(method.type) &&
    whyNotUse(method.type, {
      currency: intent.currency,
      captureMethod: intent.capture_method,
      futureUsage: intent.setup_future_usage,
    });
  if (why) throw invalidParam(why.param, why.message);
}

interface Automatic {
  enabled: boolean;
  allow_redirects?: 'always' | 'never' | undefined;
}

/** From this version on Stripe offers all methods that are switched on, those that send the buyer away too, unless it is told otherwise. */
const ALL_BY_DEFAULT = '2023-08-16';

/**
 * The methods that are switched on are offered, unless the request names its own. Refuses one that does both. A request without a
 * version (Stripe's own CLI sends such) gets only those that stay on the page, and needs no address to come back to.
 */
export function automaticMethods(
  { request }: Pick<Acting, 'request'>,
  params: {
    automatic_payment_methods?: Automatic;
    allowed_payment_method_types?: readonly string[];
    confirmation_method?: string;
    payment_method_types?: readonly string[];
  },
): Automatic | null {
  const { allowed_payment_method_types: allowed, automatic_payment_methods: automatic } = params;
  if (allowed && params.payment_method_types) throw oneOfTwo('allowed_payment_method_types', 'payment_method_types');
  if (!automatic && params.payment_method_types) return null;
  if (!automatic) {
    const all = allowed !== undefined || (request?.version ?? '') >= ALL_BY_DEFAULT;
    return { enabled: true, ...(!all && { allow_redirects: 'never' }) };
  }
  for (const other of ['payment_method_types', 'confirmation_method'] as const) {
    if (params[other] !== undefined) throw oneOfTwo('automatic_payment_methods', other);
  }
  return automatic;
}

/** To be asked before each confirmation. */
export function refuseNoWayBack(
  intent: Stored<'payment_intent'> | Stored<'setup_intent'>,
  returnUrl: string | undefined,
): void {
  const { allowed_payment_method_types: allowed, automatic_payment_methods: automatic } = intent;
  if (returnUrl !== undefined || !automatic?.enabled || automatic.allow_redirects === 'never') return;
  // Who allows only methods that stay on the page has said enough.
  if (allowed && !redirectsAway(intent.payment_method_types)) return;
  throw noWayBack(intent.object === 'payment_intent' ? 'PaymentIntent' : 'SetupIntent');
}

/** Only pages of the web: anything else would run or open something in the buyer's browser. */
export function refuseReturnUrl(url: string | undefined, param = 'return_url'): void {
  if (url === undefined) return;
  const parsed = URL.canParse(url) ? new URL(url) : null;
  if (parsed && (parsed.protocol === 'http:' || parsed.protocol === 'https:')) return;
  throw invalidParam(param, `Not a valid URL: ${url}`, 'url_invalid');
}
