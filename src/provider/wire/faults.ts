import { setTimeout as pause } from 'node:timers/promises';
import type { FastifyInstance, FastifyReply } from 'fastify';
import type { Fault } from '../store/accounts.js';
import { lockTimeout, ourFault, type Problem, rateLimited } from './problem.js';

/** No answer is to be sent: the line breaks, or nothing ever comes. */
export class NoAnswer extends Error {
  constructor(readonly how: 'hang' | 'cut') {
    super(how);
  }
}

/** Waits as long as the fault says, then throws what it makes of a request that has come so far: a Problem, or NoAnswer. */
export async function meetFault(fault: Fault | null, moment: Fault['when']): Promise<void> {
  if (fault?.when !== moment) return;
  if (fault.latencyMs) await pause(fault.latencyMs);
  // What goes wrong inside the endpoint undoes its work, which is the work's own matter.
  if (fault.status === 'none' || moment === 'during') return;
  if (fault.status === 'hang' || fault.status === 'cut') throw new NoAnswer(fault.status);
  throw problemOf(fault.status);
}

function problemOf(status: 429 | 500 | 'lock_timeout'): Problem {
  if (status === 429) return rateLimited();
  return status === 500 ? ourFault() : lockTimeout();
}

/** Longer than any client waits. */
const HANG_MS = 120_000;
const hanging = new Set<FastifyReply>();

/** Keeps the client waiting until it gives up, or breaks the line at once. */
export function leaveUnanswered(reply: FastifyReply, { how }: NoAnswer): FastifyReply {
  reply.hijack();
  const breakOff = () => {
    hanging.delete(reply);
    reply.raw.destroy();
  };
  if (how === 'cut') {
    breakOff();
    return reply;
  }
  hanging.add(reply);
  const late = setTimeout(breakOff, HANG_MS).unref();
  reply.raw.once('close', () => {
    clearTimeout(late);
    hanging.delete(reply);
  });
  return reply;
}

/** Those who still wait must not hold up the end. */
export function letGoAtTheEnd(fastify: FastifyInstance): void {
  fastify.addHook('preClose', async () => {
    for (const reply of hanging) reply.raw.destroy();
    hanging.clear();
  });
}
