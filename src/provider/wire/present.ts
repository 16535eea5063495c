import { listObjects } from '../store/object-lists.js';
import { findObject } from '../store/objects.js';
import { among } from '../store/sql.js';
import type { Endpoint, Reading } from './endpoint.js';
import type { Tree } from './expand-paths.js';
import { EXPANDABLE, type Expansion } from './expandable.js';
import type { EventBody, Stored, TypeName } from './object-types.js';

/** The body as it is sent: what depends on the moment is worked out, what was asked for is expanded. */
export async function present(call: Reading, endpoint: Endpoint, body: object, tree: Tree): Promise<object> {
  if (!endpoint.list) return presentOne(call, body, tree);
  const { total_count: total, ...list } = body as { data: object[]; total_count?: number };
  const counted = tree.total_count ? { total_count: total } : {};
  return { ...list, ...counted, data: await presentAll(call, list.data, tree.data ?? {}) };
}

/** One after the other: inside a transaction they share one connection. */
async function presentAll(call: Reading, bodies: object[], tree: Tree): Promise<object[]> {
  const shown: object[] = [];
  for (const body of bodies) shown.push(await presentOne(call, body, tree));
  return shown;
}

async function presentOne(call: Reading, body: object, tree: Tree): Promise<object> {
  const now = await atThisMoment(call, body);
  return withExpanded(call, now, EXPANDABLE[String((now as { object?: string }).object)] ?? {}, tree);
}

async function withExpanded(
  call: Reading,
  body: object,
  known: Readonly<Record<string, Expansion>>,
  tree: Tree,
): Promise<object> {
  const shown: Record<string, unknown> = { ...body };
  for (const [step, within] of Object.entries(tree)) {
    const to = known[step];
    if (to) shown[step] = await expanded(call, to, shown, step, within);
  }
  return shown;
}

async function expanded(
  call: Reading,
  to: Expansion,
  shown: Record<string, unknown>,
  step: string,
  within: Tree,
): Promise<unknown> {
  if ('listOf' in to) return listWithin(call, to.listOf, String(shown.id), step, within);
  const held = shown[step];
  // Some are whole already, and what is asked for is within them.
  if (typeof held === 'object' && held !== null)
    return 'within' in to ? withExpanded(call, held, to.within, within) : presentOne(call, held, within);
  if (typeof held !== 'string' || 'within' in to) return held;
  for (const type of to) {
    const found = await findObject(call.db, call.account.id, type, held);
    if (found) return presentOne(call, found.body, within);
  }
  return held;
}

/** Where the objects live whose lists can be expanded. */
const LISTS: Partial<Record<TypeName, string>> = { item: '/v1/checkout/sessions', refund: '/v1/charges' };

async function listWithin(call: Reading, type: TypeName, parent: string, step: string, within: Tree): Promise<object> {
  const page = await listObjects(call.db, call.account.id, type, { parent, limit: 10 });
  const data = await presentAll(call, page.rows, within.data ?? {});
  return { object: 'list', data, has_more: page.hasMore, url: `${LISTS[type] ?? ''}/${parent}/${step}` };
}

/** Money becomes available and webhooks arrive as time goes by, without anybody writing the object. */
async function atThisMoment(call: Reading, body: object): Promise<object> {
  if (!('object' in body)) return body;
  if (body.object === 'balance_transaction') {
    const transaction = body as Stored<'balance_transaction'>;
    return { ...transaction, status: transaction.available_on <= call.now ? 'available' : 'pending' };
  }
  if (body.object !== 'event') return body;
  const event = body as EventBody;
  const [pending] = await call.db.sql<{ count: string | number }>`
    SELECT COUNT(DISTINCT "endpoint") AS "count" FROM "delivery"
    WHERE "account" IN ${among([call.account.id, call.account.platform])} AND "event" = ${event.id} AND "state" = 'pending'`;
  return { ...event, pending_webhooks: Number(pending?.count ?? 0) };
}
