import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Provider } from '../provider.js';
import { ENDPOINTS } from '../resources/endpoints.js';
import { type Account, accountOf, accountSeconds, type Fault, findAccount, takeFault } from '../store/accounts.js';
import { findObject } from '../store/objects.js';
import { readApiKey } from './api-key.js';
import type { Asking, Endpoint } from './endpoint.js';
import { treeOf, whyNotExpand } from './expand-paths.js';
import { leaveUnanswered, letGoAtTheEnd, meetFault, NoAnswer } from './faults.js';
import { randomText } from './ids.js';
import { API_VERSION } from './object-types.js';
import { listOf, readParams, refuseNul, text } from './params.js';
import { present } from './present.js';
import {
  forbidden,
  ourFault,
  Problem,
  problemBody,
  tooLarge,
  unknownUrl,
  unservedParam,
  wrongContentType,
  wrongVersion,
} from './problem.js';
import { changeOnce, type Done, type Prepared } from './run-once.js';
import { unservedIn } from './unserved.js';

/** Serves the table of endpoints under /v1: who asks, what is asked, then the endpoint. */
export function serveApi(fastify: FastifyInstance, provider: Provider): void {
  letGoAtTheEnd(fastify);
  for (const endpoint of ENDPOINTS) {
    fastify.route({
      method: endpoint.method,
      url: endpoint.path,
      handler: (request, reply) => answer(provider, endpoint, request, reply),
    });
  }
}

/** As Stripe names its versions: a day, and since 2024 a name. */
const VERSION = /^\d{4}-\d{2}-\d{2}(\.[a-z]+)?$/;

async function answer(
  provider: Provider,
  endpoint: Endpoint,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const requestId = `req_${randomText(14)}`;
  const { 'stripe-version': version = API_VERSION } = request.headers;
  reply.headers({ 'request-id': requestId, 'stripe-version': version });
  try {
    if (!VERSION.test(String(version))) throw wrongVersion(String(version));
    const asking = await whoAsks(provider, request);
    const account = await onWhoseBehalf(provider, asking, request);
    const fault = await takeFault(provider.store, asking);
    await meetFault(fault, 'before');
    const prepared = prepare(endpoint, request, requestId);
    const done = await perform(provider, account, prepared, fault);
    // The effect stays and the answer is lost on its way: only the same key asked again tells the client.
    await meetFault(fault, 'after');
    reply.headers(done.headers);
    return send(reply, done.status, done.body);
  } catch (problem) {
    if (problem instanceof NoAnswer) return leaveUnanswered(reply, problem);
    return sendProblem(provider, reply, problem, requestId);
  }
}

async function whoAsks(provider: Provider, request: FastifyRequest): Promise<Account> {
  const key = readApiKey(request.headers.authorization);
  if (key instanceof Problem) throw key;
  return accountOf(provider.store, key);
}

/** The account at whose books a platform works with the `Stripe-Account` header: one that it opened, or its own. */
async function onWhoseBehalf(provider: Provider, platform: Account, request: FastifyRequest): Promise<Account> {
  const id = request.headers['stripe-account'];
  if (typeof id !== 'string' || id === platform.id) return platform;
  const { db } = provider.store;
  const account = (await findObject(db, platform.id, 'account', id)) && (await findAccount(db, id));
  if (account) return account;
  throw forbidden(
    `The provided key does not have access to account '${id}' (or that account does not exist). Application access may have been revoked.`,
    'account_invalid',
  );
}

/** Everything that can be refused by looking at the request alone. Nothing has begun yet, so no key keeps it. */
function prepare(endpoint: Endpoint, request: FastifyRequest, requestId: string): Prepared {
  if (request.headers['content-type']?.startsWith('application/json')) throw wrongContentType();
  const sent = { ...(request.query as object), ...((request.body as object | null) ?? {}) } as Record<string, unknown>;
  refuseNul(sent);
  const { expand, ...raw } = sent;
  const unserved = unservedIn(endpoint, Object.keys(raw));
  if (unserved !== null) throw unservedParam(unserved);
  const params = readParams(endpoint.params, raw);
  const paths = expand === undefined ? [] : listOf(text()).read(expand, 'expand');
  const why = whyNotExpand(endpoint, paths);
  if (why) throw why;
  const { id = '', within = '' } = request.params as { id?: string; within?: string };
  if (`${id}${within}`.includes('\0')) throw unknownUrl(request.method, request.url);
  const path = request.url.split('?', 1)[0] ?? '';
  const header = request.headers['idempotency-key'];
  const key = endpoint.method === 'POST' && typeof header === 'string' && header !== '' ? header : null;
  const version = request.headers['stripe-version']?.toString() ?? null;
  return { endpoint, path, raw: sent, params, tree: treeOf(paths), id, within, requestId, version, key };
}

async function perform(provider: Provider, account: Account, prepared: Prepared, fault: Fault | null): Promise<Done> {
  if (prepared.endpoint.method !== 'GET') return changeOnce(provider, account, prepared, fault);
  const call: Asking<unknown> = {
    db: provider.store.db,
    account,
    now: accountSeconds(account),
    params: prepared.params,
    id: prepared.id,
    within: prepared.within,
  };
  const body = await prepared.endpoint.run(call as never);
  const shown = await present(call, prepared.endpoint, body, prepared.tree);
  return { status: 200, body: JSON.stringify(shown), headers: {} };
}

const send = (reply: FastifyReply, status: number, body: string): FastifyReply =>
  reply.code(status).type('application/json').send(body);

function sendProblem(provider: Provider, reply: FastifyReply, problem: unknown, requestId: string): FastifyReply {
  if (!(problem instanceof Problem)) provider.report(problem);
  const known = problem instanceof Problem ? problem : ourFault();
  return send(reply, known.status, JSON.stringify(problemBody(known, requestId)));
}

/** What no endpoint answers, in Stripe's words. */
export function sendUnknown(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const requestId = `req_${randomText(14)}`;
  reply.header('request-id', requestId);
  const problem = unknownUrl(request.method, request.url.split('?', 1)[0] ?? '');
  return send(reply, 404, JSON.stringify(problemBody(problem, requestId)));
}

/** What could not even be read: too large, of another content type, broken. */
export function sendMalformed(problem: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const status = (problem as { statusCode?: number }).statusCode ?? 500;
  if (status >= 500) request.log.error(problem);
  const known = status >= 500 ? ourFault() : status === 413 ? tooLarge() : wrongContentType();
  const requestId = `req_${randomText(14)}`;
  reply.header('request-id', requestId);
  return send(reply, known.status, JSON.stringify(problemBody(known, requestId)));
}
