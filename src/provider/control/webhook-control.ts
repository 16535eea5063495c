import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { acting, type Provider } from '../provider.js';
import { theNamed, theOne } from '../resources/find.js';
import type { Account } from '../store/accounts.js';
import type { Tx } from '../store/store.js';
import { deliveryLog } from '../webhooks/delivery-log.js';
import { insertDelivery } from '../webhooks/emit.js';
import { plan, WEBHOOK_MODES } from '../webhooks/modes.js';
import { rotateSecret } from '../webhooks/secrets.js';
import type { Acting } from '../wire/endpoint.js';
import { controlled, type WithId } from './controlled.js';

const key = z.string();
const Mode = z.strictObject({
  key,
  mode: z.enum(WEBHOOK_MODES),
  count: z.number().int().min(1).max(10_000).default(1),
  delayMs: z.number().int().min(0).max(3_600_000).default(250),
});
const Log = z.strictObject({
  key,
  event: z.string().optional(),
  endpoint: z.string().optional(),
  after: z.string().optional(),
  limit: z.number().int().min(1).max(100).default(20),
});
const DAY = 86_400;
const Rotation = z.strictObject({ key, keepOldSeconds: z.number().int().min(0).max(DAY).default(DAY) });
const Drain = z.strictObject({ key });
const Resend = z.strictObject({ key, endpoint: z.string().optional() });

/** The webhooks of an account: how they go wrong on purpose, what came of each, once more, a new secret. */
export function serveWebhookControl(fastify: FastifyInstance, provider: Provider): void {
  fastify.post('/control/webhooks/mode', (request, reply) =>
    controlled(provider, request, reply, Mode, async (account, { mode, count, delayMs }) => {
      const left = mode === 'normal' ? 0 : count;
      await provider.store.write(
        (tx) => tx.sql`
          UPDATE "account" SET "webhookMode" = ${mode}, "webhookModeLeft" = ${left}, "webhookDelayMs" = ${delayMs}
          WHERE "id" = ${account.id}`,
      );
      return { account: account.id, mode, count: left, delayMs };
    }),
  );
  fastify.post('/control/deliveries', (request, reply) =>
    controlled(provider, request, reply, Log, (account, query) => deliveryLog(provider.store.db, account.id, query)),
  );
  fastify.post('/control/drain', (request, reply) =>
    controlled(provider, request, reply, Drain, async (account) => {
      // What is due now may have news of its own.
      await provider.timekeeper.settle(account);
      return provider.deliverer.drain(account.id);
    }),
  );
  fastify.post('/control/events/:id/resend', (request: WithId, reply) =>
    controlled(provider, request, reply, Resend, (account, { endpoint }) =>
      provider.store.write((tx) => resend(provider, tx, account, request.params.id, endpoint)),
    ),
  );
  fastify.post('/control/webhook_endpoints/:id/rotation', (request: WithId, reply) =>
    controlled(provider, request, reply, Rotation, (account, { keepOldSeconds }) =>
      provider.store.write(async (tx) => {
        const { body } = await theOne(acting(provider, tx, account), 'webhook_endpoint', request.params.id, true);
        return { id: body.id, secret: await rotateSecret(tx, account.id, body.id, keepOldSeconds) };
      }),
    ),
  );
}

/** Sends an event once more, whether it had arrived or not: to one endpoint, or to each that is switched on now. */
async function resend(provider: Provider, tx: Tx, account: Account, event: string, endpoint?: string): Promise<object> {
  const call = acting(provider, tx, account);
  await theOne(call, 'event', event);
  const endpoints = await switchedOn(call, endpoint);
  for (const id of endpoints) {
    const from = { account: account.id, event, eventAccount: account.id };
    for (const way of plan('normal', 0, 0)) await insertDelivery(tx, from, id, way);
  }
  tx.afterCommit(call.wake);
  return { event, deliveries: endpoints.length };
}

async function switchedOn(call: Acting, endpoint?: string): Promise<string[]> {
  if (endpoint !== undefined) {
    const { body } = await theNamed(call, 'webhook_endpoint', endpoint, 'endpoint');
    return body.status === 'enabled' ? [body.id] : [];
  }
  const rows = await call.tx.sql<{ id: string }>`
    SELECT "id" FROM "object"
    WHERE "account" = ${call.account.id} AND "type" = 'webhook_endpoint' AND "status" = 'enabled' ORDER BY "seq"`;
  return rows.map(({ id }) => id);
}
