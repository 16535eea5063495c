import { findObject } from '../store/objects.js';
import type { PayPage } from '../store/pay-pages.js';
import type { Reading } from '../wire/endpoint.js';
import type { Stored } from '../wire/object-types.js';
import { refused } from '../wire/problem.js';

/** How a page stands: the person can still answer, or sees how it ended. */
export type PageState = 'open' | 'expired' | 'succeeded' | 'closed';

type Intent = Stored<'payment_intent'>;
type SetupIntent = Stored<'setup_intent'>;

export async function pageState(
  reading: Pick<Reading, 'db' | 'now'>,
  page: PayPage,
): Promise<{ state: PageState; intent: Intent | SetupIntent }> {
  const type = page.kind === 'setup' ? 'setup_intent' : 'payment_intent';
  const found = await findObject<'payment_intent' | 'setup_intent'>(reading.db, page.account, type, page.intent);
  if (!found) throw refused('This payment no longer exists.');
  const intent = found.body;
  if (page.state === 'closed') return { state: intent.status === 'succeeded' ? 'succeeded' : 'closed', intent };
  return { state: page.expires <= reading.now ? 'expired' : 'open', intent };
}
