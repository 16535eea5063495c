import { whyNotSetUp } from '../rules/setup-status.js';
import type { Decline } from '../rules/test-cards.js';
import { replaceObject } from '../store/objects.js';
import { closePages } from '../store/pay-pages.js';
import { emit } from '../webhooks/emit.js';
import type { Acting } from '../wire/endpoint.js';
import { idOf, type Stored } from '../wire/object-types.js';
import { Problem, refused } from '../wire/problem.js';
import { type Behind, behind, keepOrUseUp } from './attaching.js';
import { theNamed } from './find.js';
import { docUrl } from './intent-change.js';
import { followSetup } from './session-following.js';
import { bankAction, openFor } from './waiting.js';

type Setup = Stored<'setup_intent'>;
type Method = Stored<'payment_method'>;

const NOT_CONFIRMED =
  'We are unable to authenticate your payment method. Please choose a different payment method and try again.';

/** Has the bank agree to later payments, as far as it goes without its customer. */
export async function setUp(
  acting: Acting,
  setup: Setup,
  method: Method,
  returnUrl: string | null,
): Promise<Setup | Problem> {
  const known = await behind(acting, method);
  if ((known.card?.authentication ?? 'never') === 'never') return agreed(acting, setup, method, known);
  const url = await openFor(acting, setup, 'setup', returnUrl);
  const after = await moveSetup(acting, setup, {
    status: 'requires_action',
    last_setup_error: null,
    next_action: bankAction(url, returnUrl),
    payment_method: method.id,
  });
  await emit(acting, 'setup_intent.requires_action', after);
  return after;
}

async function agreed(acting: Acting, setup: Setup, method: Method, { card }: Behind): Promise<Setup | Problem> {
  if (card?.decline && !card.attaches) return declined(acting, setup, method, card.decline);
  const after = await moveSetup(acting, setup, {
    status: 'succeeded',
    last_setup_error: null,
    next_action: null,
    payment_method: method.id,
  });
  await closePages(acting.tx, acting.account.id, setup.id);
  await emit(acting, 'setup_intent.succeeded', after);
  await keepOrUseUp(acting, method, { customer: idOf(setup.customer), futureUsage: setup.usage });
  await followSetup(acting, after);
  return after;
}

async function declined(acting: Acting, setup: Setup, method: Method, decline: Decline): Promise<Problem> {
  const { code, declineCode, message, param } = decline;
  const error = {
    type: 'card_error' as const,
    code,
    decline_code: declineCode,
    message,
    ...(param && { param }),
    payment_method: method,
  };
  const after = await failSetup(acting, setup, { ...error, code: code as never, doc_url: docUrl(code) });
  return new Problem(402, { ...error, setup_intent: after }, true);
}

async function failSetup(acting: Acting, setup: Setup, error: NonNullable<Setup['last_setup_error']>): Promise<Setup> {
  const after = await moveSetup(acting, setup, {
    status: 'requires_payment_method',
    last_setup_error: error,
    next_action: null,
    payment_method: null,
  });
  await closePages(acting.tx, acting.account.id, setup.id);
  await emit(acting, 'setup_intent.setup_failed', after);
  return after;
}

/** What the bank's customer answered. */
export async function settleSetup(acting: Acting, id: string, confirmed: boolean): Promise<Setup> {
  const { body: setup } = await theNamed(acting, 'setup_intent', id, 'intent', true);
  const why = whyNotSetUp(setup.status, 'authenticate');
  if (why) throw refused(why, { code: 'setup_intent_unexpected_state', setup_intent: setup });
  const methodId = idOf(setup.payment_method) ?? '';
  const { body: method } = await theNamed(acting, 'payment_method', methodId, 'payment_method');
  if (confirmed) {
    const answer = await agreed(acting, setup, method, await behind(acting, method));
    return answer instanceof Problem ? (await theNamed(acting, 'setup_intent', id, 'intent')).body : answer;
  }
  const code = 'setup_intent_authentication_failure';
  return failSetup(acting, setup, {
    type: 'invalid_request_error',
    code: code as never,
    doc_url: docUrl(code),
    message: NOT_CONFIRMED,
    payment_method: method,
  });
}

/** Writes the change if it still stands where it was read. */
export async function moveSetup(acting: Acting, setup: Setup, changes: Partial<Setup>): Promise<Setup> {
  const after: Setup = { ...setup, ...changes };
  await replaceObject(acting.tx, acting.account.id, after, { from: setup.status, status: after.status });
  return after;
}
