import { whyNotMove } from '../rules/intent-status.js';
import { whyNotExpire } from '../rules/session.js';
import { unschedule } from '../store/dues.js';
import { findObject, replaceObject } from '../store/objects.js';
import { emit } from '../webhooks/emit.js';
import type { Acting } from '../wire/endpoint.js';
import { idOf } from '../wire/object-types.js';
import { refused } from '../wire/problem.js';
import { cancel } from './capturing.js';
import type { Session } from './session-body.js';

/** Ends an open session, and with it the payment that it had begun. */
export async function expireSession(acting: Acting, session: Session): Promise<Session> {
  const why = whyNotExpire(session.status);
  if (why) throw refused(why);
  const after: Session = { ...session, status: 'expired', url: null };
  await replaceObject(acting.tx, acting.account.id, after, { from: 'open', status: 'expired' });
  await unschedule(acting, 'session', session.id);
  const id = idOf(session.payment_intent);
  const begun = id === null ? null : await findObject(acting.tx, acting.account.id, 'payment_intent', id, true);
  if (begun && !whyNotMove(begun.body.status, 'cancel')) await cancel(acting, begun.body, 'automatic');
  await emit(acting, 'checkout.session.expired', after);
  return after;
}

/** What falls due at the end of a session's time. */
export async function endSession(acting: Acting, id: string): Promise<void> {
  const found = await findObject(acting.tx, acting.account.id, 'checkout.session', id, true);
  if (found?.body.status === 'open') await expireSession(acting, found.body);
}
