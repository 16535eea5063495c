import { canonicalJson } from '../../shared/canonical-json.js';
import { sha256Hex } from '../../shared/hash.js';
import { acting, type Provider } from '../provider.js';
import type { Account, Fault } from '../store/accounts.js';
import { lockKey, type SavedAnswer, saveAnswer, savedAnswer } from '../store/idempotency.js';
import type { Tx } from '../store/store.js';
import type { Answer, Changing, Endpoint } from './endpoint.js';
import type { Tree } from './expand-paths.js';
import { meetFault } from './faults.js';
import { present } from './present.js';
import { invalidParam, keyInUse, keyReused, ourFault, Problem, problemBody } from './problem.js';

/** A request that was found in order. `raw` is as it was sent, for telling one use of a key from another. */
export interface Prepared {
  endpoint: Endpoint;
  path: string;
  raw: Record<string, unknown>;
  params: unknown;
  tree: Tree;
  id: string;
  within: string;
  requestId: string;
  version: string | null;
  key: string | null;
}
export interface Done {
  status: number;
  body: string;
  headers: Record<string, string>;
}

/** The keys at work in this process; the database knows those of others. */
const atWork = new Set<string>();

/** Runs a change in one transaction, with an idempotency key at most once. A fault inside undoes it and keeps a 500 as its answer. */
export async function changeOnce(
  provider: Provider,
  account: Account,
  asked: Prepared,
  fault: Fault | null,
): Promise<Done> {
  const { key } = asked;
  const breaks = fault?.when === 'during' && fault.status !== 'none';
  if (key === null) {
    await meetFault(fault, 'during');
    return provider.store.write(async (tx) => {
      const done = await run(provider, tx, account, asked);
      if (breaks) throw ourFault();
      return done;
    });
  }
  if (key.length > 255) throw invalidParam('Idempotency-Key', 'Idempotency keys can have up to 255 characters.');
  const name = `${account.id} ${key}`;
  if (atWork.has(name)) throw keyInUse();
  atWork.add(name);
  try {
    // Others may come with the same key while this one is at work.
    await meetFault(fault, 'during');
    return await provider.store.write((tx) => keyed(provider, tx, account, asked, key, breaks));
  } finally {
    atWork.delete(name);
  }
}

async function keyed(
  provider: Provider,
  tx: Tx,
  account: Account,
  asked: Prepared,
  key: string,
  breaks: boolean,
): Promise<Done> {
  if (!(await lockKey(tx, account.id, key))) throw keyInUse();
  const fingerprint = sha256Hex(`${asked.path}\n${canonicalJson(asked.raw)}`);
  const earlier = await savedAnswer(tx, account.id, key);
  if (earlier) return replay(earlier, fingerprint, key);
  const done = await runUndoable(provider, tx, account, asked, breaks);
  const { status, body } = done;
  await saveAnswer(tx, account.id, key, { fingerprint, requestId: asked.requestId, status, body });
  return { ...done, headers: { 'idempotency-key': key, 'original-request': asked.requestId } };
}

function replay(earlier: SavedAnswer, fingerprint: string, key: string): Done {
  if (earlier.fingerprint !== fingerprint) throw keyReused(key);
  const headers = { 'idempotency-key': key, 'original-request': earlier.requestId, 'idempotent-replayed': 'true' };
  return { status: Number(earlier.status), body: earlier.body, headers };
}

/** The endpoint behind a savepoint: when it fails after it had begun, its effects go and its answer is kept. */
async function runUndoable(
  provider: Provider,
  tx: Tx,
  account: Account,
  asked: Prepared,
  breaks: boolean,
): Promise<Done> {
  await tx.sql`SAVEPOINT endpoint`;
  try {
    const done = await run(provider, tx, account, asked);
    if (breaks) throw ourFault();
    return done;
  } catch (problem) {
    if (problem instanceof Problem && !problem.saved) throw problem;
    if (!(problem instanceof Problem)) provider.report(problem);
    await tx.sql`ROLLBACK TO SAVEPOINT endpoint`;
    return refusal(problem instanceof Problem ? problem : ourFault(), asked);
  }
}

async function run(provider: Provider, tx: Tx, account: Account, asked: Prepared): Promise<Done> {
  const request = { id: asked.requestId, idempotencyKey: asked.key, version: asked.version };
  const call: Changing<unknown> = {
    ...acting(provider, tx, account, request),
    params: asked.params,
    id: asked.id,
    within: asked.within,
  };
  const answer: Answer = await asked.endpoint.run(call as Changing<never>);
  if (answer instanceof Problem) return refusal(answer, asked);
  const shown = await present(call, asked.endpoint, answer, asked.tree);
  return { status: 200, body: JSON.stringify(shown), headers: {} };
}

const refusal = (problem: Problem, { requestId }: Prepared): Done => ({
  status: problem.status,
  body: JSON.stringify(problemBody(problem, requestId)),
  headers: {},
});
