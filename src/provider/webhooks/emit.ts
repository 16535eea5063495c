import type { Account } from '../store/accounts.js';
import { insertObject } from '../store/objects.js';
import { among } from '../store/sql.js';
import type { Tx } from '../store/store.js';
import type { Acting } from '../wire/endpoint.js';
import { newId, nextSeq } from '../wire/ids.js';
import { API_VERSION, type EventBody, type Stored } from '../wire/object-types.js';
import { type Plan, plan, type WebhookMode } from './modes.js';

/**
 * Writes the event and a delivery for each endpoint that wants it, in the transaction of the change itself: neither is there
 * without the other. `previous` holds what an update changed.
 */
export async function emit(acting: Acting, type: string, object: object, previous?: object): Promise<void> {
  const { tx, account, now, request } = acting;
  const endpoints = await endpointsFor(tx, account, type);
  const event: EventBody = {
    id: newId('evt'),
    object: 'event',
    ...(account.platform !== null && { account: account.id }),
    api_version: API_VERSION,
    created: now,
    data: { object, ...(previous && { previous_attributes: previous }) },
    livemode: false,
    pending_webhooks: endpoints.length,
    request: { id: request?.id ?? null, idempotency_key: request?.idempotencyKey ?? null },
    type,
  };
  await insertObject(tx, account.id, 'event', event, { status: type });
  for (const { owner, id } of endpoints) {
    const from = { account: owner, event: event.id, eventAccount: account.id };
    for (const way of await plansFor(tx, owner)) await insertDelivery(tx, from, id, way);
  }
  if (endpoints.length > 0) tx.afterCommit(acting.wake);
}

interface EndpointRow {
  account: string;
  body: string;
  hidden: string | null;
}

/** The endpoints of the account itself, and those for Connect of its platform. */
async function endpointsFor(
  tx: Tx,
  { id, platform }: Account,
  type: string,
): Promise<Array<{ owner: string; id: string }>> {
  const rows = await tx.sql<EndpointRow>`
    SELECT "account", "body", "hidden" FROM "object"
    WHERE "account" IN ${among(platform === null ? [id] : [id, platform])} AND "type" = 'webhook_endpoint' ORDER BY "seq"`;
  return rows
    .map((row) => ({
      owner: row.account,
      endpoint: JSON.parse(row.body) as Stored<'webhook_endpoint'>,
      connect: row.hidden !== null && (JSON.parse(row.hidden) as { connect?: boolean }).connect === true,
    }))
    .filter(({ owner, connect }) => connect === (owner !== id))
    .filter(({ endpoint }) => endpoint.status === 'enabled' && wants(endpoint.enabled_events, type))
    .map(({ owner, endpoint }) => ({ owner, id: endpoint.id }));
}

const wants = (enabled: readonly string[], type: string) => enabled.includes('*') || enabled.includes(type);

/** Uses up one spoilt delivery of the account's webhook mode, if any is left. */
async function plansFor(tx: Tx, account: string): Promise<Plan[]> {
  const [spoilt] = await tx.sql<{ mode: WebhookMode; left: number; delay: number }>`
    UPDATE "account" SET "webhookModeLeft" = "webhookModeLeft" - 1 WHERE "id" = ${account} AND "webhookModeLeft" > 0
    RETURNING "webhookMode" AS "mode", "webhookModeLeft" AS "left", "webhookDelayMs" AS "delay"`;
  return spoilt ? plan(spoilt.mode, Number(spoilt.left) + 1, Number(spoilt.delay)) : plan('normal', 0, 0);
}

/** What is sent and for whom: `account` has the endpoint, `eventAccount` the event, which for Connect are two. */
export interface Sending {
  account: string;
  event: string;
  eventAccount: string;
}

export const insertDelivery = (
  tx: Tx,
  { account, event, eventAccount }: Sending,
  endpoint: string,
  way: Plan,
) => tx.sql`
  INSERT INTO "delivery"
    ("id", "account", "event", "eventAccount", "endpoint", "state", "mode", "seq", "dueMs", "leaseMs", "attempts")
  VALUES (${newId('whd')}, ${account}, ${event}, ${eventAccount}, ${endpoint}, ${way.state}, ${way.mode}, ${nextSeq()},
    ${Date.now() + way.delay}, 0, 0)`;

/** What of `before` is different now: the `previous_attributes` of an update. */
export function differences(before: object, after: object): Record<string, unknown> {
  const now = after as Record<string, unknown>;
  return Object.fromEntries(
    Object.entries(before).filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(now[name])),
  );
}
