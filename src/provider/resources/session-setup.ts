import { replaceObject } from '../store/objects.js';
import type { Acting } from '../wire/endpoint.js';
import { idOf, type Stored } from '../wire/object-types.js';
import type { Problem } from '../wire/problem.js';
import type { Session } from './session-body.js';
import type { SessionFields } from './session-params.js';
import { confirmSetup, createSetup } from './setup-intents.js';

type Method = Stored<'payment_method'>;
type Setup = Stored<'setup_intent'>;

/** Keeps the method for later payments: a session without anything to pay. */
export async function setUpWith(
  acting: Acting,
  session: Session,
  method: Method,
  data: NonNullable<SessionFields['setup_intent_data']>,
  returnUrl: string | null,
): Promise<Setup | Problem> {
  const known = idOf(session.setup_intent);
  const id = known ?? (await begin(acting, session, data)).id;
  await replaceObject(acting.tx, acting.account.id, { ...session, setup_intent: id }, { parent: id });
  const params = { payment_method: method.id, ...(returnUrl !== null && { return_url: returnUrl }) };
  return confirmSetup({ ...acting, id, within: '', params });
}

async function begin(
  acting: Acting,
  session: Session,
  data: NonNullable<SessionFields['setup_intent_data']>,
): Promise<Setup> {
  const customer = idOf(session.customer);
  const { on_behalf_of: _behalf, ...words } = data;
  const params = {
    ...words,
    payment_method_types: session.payment_method_types as never,
    ...(customer !== null && { customer }),
  };
  // Nothing is confirmed yet, so that it cannot be declined.
  return (await createSetup({ ...acting, id: '', within: '', params })) as Setup;
}
