import type Stripe from 'stripe';

export interface ProblemFields {
  type: 'api_error' | 'card_error' | 'idempotency_error' | 'invalid_request_error';
  message: string;
  code?: string;
  param?: string;
  decline_code?: string;
  charge?: string;
  payment_intent?: Stripe.PaymentIntent;
  setup_intent?: Stripe.SetupIntent;
  payment_method?: Stripe.PaymentMethod;
  payment_method_type?: string;
}

/**
 * A no in Stripe's words. Thrown, it undoes what the endpoint did; returned by an endpoint, the effects stay (a declined
 * charge is kept). `saved` says that the endpoint had begun, so that the answer belongs to the idempotency key.
 */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly fields: ProblemFields,
    readonly saved = false,
  ) {
    super(fields.message);
  }
}

/** The body that is sent: `{error: {…}}` with the links that Stripe's errors carry. */
export function problemBody(problem: Problem, requestId: string): { error: Record<string, unknown> } {
  const { code } = problem.fields;
  return {
    error: {
      ...problem.fields,
      ...(code && { doc_url: `https://stripe.com/docs/error-codes/${code.replaceAll('_', '-')}` }),
      request_log_url: `https://dashboard.stripe.com/test/logs/${requestId}`,
    },
  };
}

const invalid = (message: string, more: Partial<ProblemFields> = {}, status = 400): Problem =>
  new Problem(status, { type: 'invalid_request_error', message, ...more });

export const invalidParam = (param: string, message: string, code?: string): Problem =>
  invalid(message, { param, ...(code && { code }) });

export const missingParam = (param: string): Problem =>
  invalidParam(param, `Missing required param: ${param}.`, 'parameter_missing');

export const unknownParam = (param: string): Problem =>
  invalidParam(param, `Received unknown parameter: ${param}`, 'parameter_unknown');

/** Stripe would take it. Nobody should look for a typing mistake that there is not. */
export const unservedParam = (param: string): Problem =>
  invalidParam(
    param,
    `The parameter \`${param}\` is part of Stripe's API, but not of what can be practised with here.`,
  );

/** Of the methods that were allowed none is left that can pay. */
export const noMethods = (what: string): Problem =>
  invalid(
    `No valid payment method types for this ${what}. Please ensure that you have activated payment methods compatible with your chosen currency in your dashboard or specify payment_method_types.`,
  );

/** Two parameters that say the same in two ways. The last one is blamed. */
export const oneOfTwo = (first: string, second: string): Problem =>
  invalidParam(second, `You may only specify one of these parameters: ${first}, ${second}.`);

/**
 * The methods that the account has switched on may send the buyer away, also where the one at hand does not: without an address to
 * come back to nothing is confirmed.
 */
export const noWayBack = (what: 'PaymentIntent' | 'SetupIntent'): Problem =>
  invalid(
    `This ${what} is configured to accept payment methods enabled in your Dashboard. Because some of these payment methods might redirect your customer off of your page, you must provide a \`return_url\`. If you don't want to accept redirect-based payment methods, set \`automatic_payment_methods[enabled]\` to \`true\` and \`automatic_payment_methods[allow_redirects]\` to \`never\` when creating Setup Intents and Payment Intents.`,
  );

/** 404 when the id was in the URL, 400 when it was a parameter, as at Stripe. */
export const noSuch = (what: string, id: string, param: string, status: 400 | 404 = 404): Problem =>
  invalid(`No such ${what}: '${id}'`, { code: 'resource_missing', param }, status);

/** An id, or a name that can be had once, is taken. */
export const alreadyExists = (message: string, param: string): Problem =>
  invalid(message, { param, code: 'resource_already_exists' });

/** A refusal by the state of things: the endpoint had begun, so the idempotency key keeps it. */
export const refused = (message: string, more: Partial<ProblemFields> = {}): Problem =>
  new Problem(400, { type: 'invalid_request_error', message, ...more }, true);

export const unauthorized = (message: string, code?: string): Problem =>
  invalid(message, { ...(code && { code }) }, 401);

export const forbidden = (message: string, code: string): Problem => invalid(message, { code }, 403);

export const unknownUrl = (method: string, url: string): Problem =>
  invalid(
    `Unrecognized request URL (${method}: ${url}). Please see https://stripe.com/docs or we can help at https://support.stripe.com/.`,
    {},
    404,
  );

export const wrongContentType = (): Problem =>
  invalid(
    'Invalid request (check that your POST content type is application/x-www-form-urlencoded). If you have any questions, we can help at https://support.stripe.com/.',
  );

export const tooLarge = (): Problem => invalid('Request body is too large: it may have up to 1 MB.', {}, 413);

export const wrongVersion = (version: string): Problem =>
  invalid(`Invalid Stripe API version: ${version.slice(0, 50)}`);

export const keyInUse = (): Problem =>
  new Problem(409, {
    type: 'idempotency_error',
    code: 'idempotency_key_in_use',
    message:
      'There is currently another in-progress request using this Idempotent Key (that probably means you submitted twice, and the other request is still going through). Please try again later.',
  });

export const keyReused = (key: string): Problem =>
  new Problem(400, {
    type: 'idempotency_error',
    message: `Keys for idempotent requests can only be used with the same parameters they were first used with. Try using a key other than '${key}' if you meant to execute a different request.`,
  });

/** Two changes met on one object and this one found it moved: nothing happened, it may be tried again. */
export const lockTimeout = (): Problem =>
  new Problem(429, {
    type: 'invalid_request_error',
    code: 'lock_timeout',
    message:
      'This object cannot be accessed right now because another API request or Stripe process is currently accessing it. If you see this error intermittently, retry the request.',
  });

export const rateLimited = (): Problem =>
  new Problem(429, {
    type: 'invalid_request_error',
    code: 'rate_limit',
    message: 'Too many requests hit the API too quickly. We recommend an exponential backoff of your requests.',
  });

export const ourFault = (): Problem =>
  new Problem(
    500,
    { type: 'api_error', message: 'An unknown error occurred. The request may be tried again with the same key.' },
    true,
  );
