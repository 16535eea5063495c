import { replaceObject } from '../store/objects.js';
import { closePages } from '../store/pay-pages.js';
import { emit } from '../webhooks/emit.js';
import type { Acting } from '../wire/endpoint.js';
import type { Stored } from '../wire/object-types.js';
import { followIntent } from './session-following.js';

type Intent = Stored<'payment_intent'>;

/** Writes the intent's change if it still stands where it was read. */
export async function moveIntent(acting: Acting, intent: Intent, changes: Partial<Intent>): Promise<Intent> {
  const after = { ...intent, ...changes };
  await replaceObject(acting.tx, acting.account.id, after, { from: intent.status, status: after.status });
  return after;
}

/** Waits for another method; the open page and its question are void. */
export async function backToStart(acting: Acting, intent: Intent, changes: Partial<Intent>): Promise<Intent> {
  const after = await moveIntent(acting, intent, {
    status: 'requires_payment_method',
    next_action: null,
    payment_method: null,
    ...changes,
  });
  await closePages(acting.tx, acting.account.id, intent.id);
  await emit(acting, 'payment_intent.payment_failed', after);
  await followIntent(acting, after);
  return after;
}

export const docUrl = (code: string) => `https://stripe.com/docs/error-codes/${code.replaceAll('_', '-')}`;
