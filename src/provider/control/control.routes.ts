import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { acting, type Provider } from '../provider.js';
import { theOne } from '../resources/find.js';
import { CONNECT_MODELS } from '../rules/connect.js';
import { type Account, removeAccount, setConnectModel, setFaults } from '../store/accounts.js';
import { insertDelivery } from '../webhooks/emit.js';
import { plan, WEBHOOK_MODES } from '../webhooks/modes.js';
import { controlled } from './controlled.js';

const key = z.string();
const Clock = z.strictObject({ key, now: z.union([z.iso.datetime({ offset: true }), z.number().int(), z.null()]) });
const Mode = z.strictObject({
  key,
  mode: z.enum(WEBHOOK_MODES),
  count: z.number().int().min(1).max(10_000).default(1),
  delayMs: z.number().int().min(0).max(3_600_000).default(250),
});
const Faults = z.strictObject({
  key,
  next: z
    .array(
      z.strictObject({
        status: z.union([z.literal(500), z.literal(429)]),
        when: z.enum(['before', 'during', 'after']),
      }),
    )
    .max(100),
});
/** Of what is asked of an account as a whole. */
const Drain = z.strictObject({ key });
const Model = z.strictObject({ key, model: z.enum(CONNECT_MODELS).nullable() });

type WithId = FastifyRequest<{ Params: { id: string } }>;

/** What trainers, markets and tests may do to the provider and no client of Stripe can. Never reached from outside the machine. */
export function serveControl(fastify: FastifyInstance, provider: Provider): void {
  serveAccounts(fastify, provider);
  serveWork(fastify, provider);
}

function serveAccounts(fastify: FastifyInstance, provider: Provider): void {
  fastify.post('/control/accounts/clock', (request, reply) =>
    controlled(provider, request, reply, Clock, async (account, { now }) => {
      const clock = now === null ? null : typeof now === 'number' ? now : Math.floor(Date.parse(now) / 1000);
      const done = await provider.timekeeper.moveClock(account, clock);
      return { account: account.id, clock, done };
    }),
  );
  fastify.post('/control/accounts/removal', (request, reply) =>
    controlled(provider, request, reply, Drain, async (account) => {
      await provider.store.write((tx) => removeAccount(tx, account.id));
      return { account: account.id, removed: true };
    }),
  );
  fastify.post('/control/accounts/connect-model', (request, reply) =>
    controlled(provider, request, reply, Model, async (account, { model }) => {
      await provider.store.write((tx) => setConnectModel(tx, account.id, model));
      return { account: account.id, connect_model: model ?? provider.connectModel };
    }),
  );
}

function serveWork(fastify: FastifyInstance, provider: Provider): void {
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
  fastify.post('/control/faults', (request, reply) =>
    controlled(provider, request, reply, Faults, async (account, { next }) => {
      await provider.store.write((tx) => setFaults(tx, account.id, next));
      return { account: account.id, next };
    }),
  );
  fastify.post('/control/drain', (request, reply) =>
    controlled(provider, request, reply, Drain, async (account) => {
      // What is due now may have news of its own.
      await provider.timekeeper.settle(account);
      return provider.deliverer.drain(account.id);
    }),
  );
  fastify.post('/control/events/:id/resend', (request: WithId, reply) =>
    controlled(provider, request, reply, Drain, (account) => resend(provider, account, request.params.id)),
  );
}

/** Sends an event once more to each endpoint that there is now, whether it had arrived or not. */
async function resend(provider: Provider, account: Account, event: string): Promise<object> {
  return provider.store.write(async (tx) => {
    const call = acting(provider, tx, account);
    await theOne(call, 'event', event);
    const endpoints = await tx.sql<{ id: string }>`
      SELECT "id" FROM "object" WHERE "account" = ${account.id} AND "type" = 'webhook_endpoint' AND "status" = 'enabled'`;
    for (const { id } of endpoints) {
      const from = { account: account.id, event, eventAccount: account.id };
      for (const way of plan('normal', 0, 0)) await insertDelivery(tx, from, id, way);
    }
    tx.afterCommit(call.wake);
    return { event, deliveries: endpoints.length };
  });
}
