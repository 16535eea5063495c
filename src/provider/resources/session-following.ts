import { follows } from '../rules/session.js';
import { unschedule } from '../store/dues.js';
import { replaceObject } from '../store/objects.js';
import { emit } from '../webhooks/emit.js';
import type { Acting } from '../wire/endpoint.js';
import type { Stored } from '../wire/object-types.js';
import type { Session } from './session-body.js';

/** The session that made the intent or setup intent, or null. */
export async function sessionOf({ tx, account }: Acting, intent: string): Promise<Session | null> {
  const [row] = await tx.sql<{ body: string }>`
    SELECT "body" FROM "object"
    WHERE "account" = ${account.id} AND "parent" = ${intent} AND "type" = 'checkout.session'`;
  return row ? (JSON.parse(row.body) as Session) : null;
}

/** A session goes where its payment goes. Called whenever an intent has come to something, whoever brought it there. */
export async function followIntent(acting: Acting, intent: Stored<'payment_intent'>): Promise<void> {
  const session = await sessionOf(acting, intent.id);
  if (!session) return;
  const held = intent.capture_method === 'manual';
  const next = follows({ status: session.status, paymentStatus: session.payment_status }, intent.status, held);
  if (next === 'completed') await complete(acting, session, intent.status === 'succeeded' ? 'paid' : 'unpaid');
  if (next === 'failed') await emit(acting, 'checkout.session.async_payment_failed', session);
  if (next !== 'paid' && next !== 'taken') return;
  const paid: Session = { ...session, payment_status: 'paid' };
  await replaceObject(acting.tx, acting.account.id, paid);
  if (next === 'paid') await emit(acting, 'checkout.session.async_payment_succeeded', paid);
}

/** A session that only keeps a method is done once the bank has agreed. */
export async function followSetup(acting: Acting, setup: Stored<'setup_intent'>): Promise<void> {
  const session = await sessionOf(acting, setup.id);
  if (session?.status === 'open') await complete(acting, session, 'no_payment_required');
}

/** The buyer has done all that a buyer can. */
export async function complete(acting: Acting, session: Session, payment: Session['payment_status']): Promise<void> {
  const after: Session = { ...session, payment_status: payment, status: 'complete', url: null };
  await replaceObject(acting.tx, acting.account.id, after, { from: 'open', status: 'complete' });
  await unschedule(acting, 'session', session.id);
  await emit(acting, 'checkout.session.completed', after);
}
