import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Provider } from '../provider.js';
import { type Account, accountOf, findAccount } from '../store/accounts.js';
import type { Db } from '../store/store.js';
import { readApiKey } from '../wire/api-key.js';
import { noSuch, Problem, problemBody } from '../wire/problem.js';

export type WithId = FastifyRequest<{ Params: { id: string } }>;

/** Reads who and what, does it, and answers it as JSON; what the provider refuses comes in the shape of its API. */
export async function controlled<T extends { key: string }>(
  provider: Provider,
  request: FastifyRequest,
  reply: FastifyReply,
  schema: z.ZodType<T>,
  work: (account: Account, body: T) => Promise<object>,
): Promise<FastifyReply> {
  const body = schema.safeParse(request.body);
  if (!body.success) return reply.code(400).send({ error: { message: z.prettifyError(body.error) } });
  const known = readApiKey(`Bearer ${body.data.key}`);
  if (known instanceof Problem) return reply.code(known.status).send(problemBody(known, 'control'));
  try {
    return reply.send(await work(await accountOf(provider.store, known), body.data));
  } catch (problem) {
    if (!(problem instanceof Problem)) throw problem;
    return reply.code(problem.status).send(problemBody(problem, 'control'));
  }
}

/** The account with that id, if the platform opened it; without an id the platform itself. */
export async function connectedTo(db: Db, platform: Account, id: string | undefined): Promise<Account> {
  if (id === undefined) return platform;
  const account = await findAccount(db, id);
  if (account?.platform !== platform.id) throw noSuch('account', id, 'account');
  return account;
}
