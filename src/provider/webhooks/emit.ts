import { insertObject } from '../store/objects.js';
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
  const endpoints = await endpointsFor(tx, account.id, type);
  const event: EventBody = {
    id: newId('evt'),
    object: 'event',
    api_version: API_VERSION,
    created: now,
    data: { object, ...(previous && { previous_attributes: previous }) },
    livemode: false,
    pending_webhooks: endpoints.length,
    request: { id: request?.id ?? null, idempotency_key: request?.idempotencyKey ?? null },
    type,
  };
  await insertObject(tx, account.id, 'event', event, { status: type });
  for (const endpoint of endpoints) {
    for (const way of await plansFor(tx, account.id)) await insertDelivery(tx, account.id, event.id, endpoint, way);
  }
  if (endpoints.length > 0) tx.afterCommit(acting.wake);
}

async function endpointsFor(tx: Tx, account: string, type: string): Promise<string[]> {
  const rows = await tx.sql<{ body: string }>`
    SELECT "body" FROM "object" WHERE "account" = ${account} AND "type" = 'webhook_endpoint' ORDER BY "seq"`;
  return rows
    .map((row) => JSON.parse(row.body) as Stored<'webhook_endpoint'>)
    .filter((endpoint) => endpoint.status === 'enabled' && wants(endpoint.enabled_events, type))
    .map((endpoint) => endpoint.id);
}

const wants = (enabled: readonly string[], type: string) => enabled.includes('*') || enabled.includes(type);

/** Uses up one spoilt delivery of the account's webhook mode, if any is left. */
async function plansFor(tx: Tx, account: string): Promise<Plan[]> {
  const [spoilt] = await tx.sql<{ mode: WebhookMode; left: number; delay: number }>`
    UPDATE "account" SET "webhookModeLeft" = "webhookModeLeft" - 1 WHERE "id" = ${account} AND "webhookModeLeft" > 0
    RETURNING "webhookMode" AS "mode", "webhookModeLeft" AS "left", "webhookDelayMs" AS "delay"`;
  return spoilt ? plan(spoilt.mode, Number(spoilt.left) + 1, Number(spoilt.delay)) : plan('normal', 0, 0);
}

export const insertDelivery = (tx: Tx, account: string, event: string, endpoint: string, way: Plan) => tx.sql`
  INSERT INTO "delivery" ("id", "account", "event", "endpoint", "state", "mode", "seq", "dueMs", "leaseMs", "attempts")
  VALUES (${newId('whd')}, ${account}, ${event}, ${endpoint}, ${way.state}, ${way.mode}, ${nextSeq()},
    ${Date.now() + way.delay}, 0, 0)`;

/** What of `before` is different now: the `previous_attributes` of an update. */
export function differences(before: object, after: object): Record<string, unknown> {
  const now = after as Record<string, unknown>;
  return Object.fromEntries(
    Object.entries(before).filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(now[name])),
  );
}
