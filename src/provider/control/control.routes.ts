import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Provider } from '../provider.js';
import { CONNECT_MODELS } from '../rules/connect.js';
import { FAULT_ANSWERS, removeAccount, setConnectModel, setFaults } from '../store/accounts.js';
import { controlled } from './controlled.js';
import { serveWebhookControl } from './webhook-control.js';

const key = z.string();
const Clock = z.strictObject({ key, now: z.union([z.iso.datetime({ offset: true }), z.number().int(), z.null()]) });
const Faults = z.strictObject({
  key,
  next: z
    .array(
      z.strictObject({
        status: z.literal(FAULT_ANSWERS),
        when: z.enum(['before', 'during', 'after']),
        latencyMs: z.number().int().min(0).max(60_000).default(0),
      }),
    )
    .max(100),
});
/** Of what is asked of an account as a whole. */
const Drain = z.strictObject({ key });
const Model = z.strictObject({ key, model: z.enum(CONNECT_MODELS).nullable() });

/** What trainers, markets and tests may do to the provider and no client of Stripe can. Never reached from outside the machine. */
export function serveControl(fastify: FastifyInstance, provider: Provider): void {
  serveAccounts(fastify, provider);
  serveWork(fastify, provider);
  serveWebhookControl(fastify, provider);
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
  fastify.post('/control/faults', (request, reply) =>
    controlled(provider, request, reply, Faults, async (account, { next }) => {
      await provider.store.write((tx) => setFaults(tx, account.id, next));
      return { account: account.id, next };
    }),
  );
}
