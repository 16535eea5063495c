import { HttpException } from '@nestjs/common';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Refusal, type RefusalKind } from '../../shared/refusal.js';
import { DatabaseBusy } from '../database/busy.js';
import { page } from './answer.js';
import { localPath } from './local-path.js';
import type { Renderer } from './renderer.js';

const STATUS: Record<RefusalKind, number> = {
  not_found: 404,
  not_allowed: 403,
  sign_in: 401,
  conflict: 409,
  invalid: 422,
  too_many: 429,
};

const FASTIFY_KEYS: Record<number, string> = {
  404: 'errors.not_found',
  413: 'errors.too_large',
  415: 'errors.wrong_type',
  429: 'errors.too_many',
};

/** Every error becomes a page in the reader's language with what to do next; ours are logged, with the id that the page shows. */
export function showProblem(renderer: Renderer, problem: unknown, request: FastifyRequest, reply: FastifyReply): void {
  request.language ??= 'th';
  const { status, key, params } = isBrokenUpload(problem, request) ? BROKEN_UPLOAD : reading(problem);
  if (status >= 500) request.log.error({ err: problem }, 'request failed');
  const shown = page(
    'errors/error',
    {
      headingKey: headingOf(status),
      sentenceKey: key,
      sentenceParams: params,
      canSignIn: status === 401,
      back: pageBefore(request),
    },
    status,
  );
  void reply.send(renderer.page(shown, request, reply));
}

const HEADINGS: Record<number, string> = {
  403: 'errors.heading_closed',
  404: 'errors.heading_missing',
  503: 'errors.heading_busy',
};

const headingOf = (status: number): string =>
  HEADINGS[status] ?? (status >= 500 ? 'errors.heading_broken' : 'errors.heading');

/** The page of ours that she came from; null where there is none: a link in a chat, an address typed, the same page again. */
function pageBefore({ headers, url }: FastifyRequest): string | null {
  if (!headers.referer || !URL.canParse(headers.referer)) return null;
  const { host, pathname, search } = new URL(headers.referer);
  return host === headers.host && pathname + search !== url ? localPath(pathname + search) : null;
}

/** For what happens outside a controller: a static file, a page of the provider that is passed on. */
export function showProblems(fastify: FastifyInstance, renderer: Renderer): void {
  fastify.setErrorHandler((problem, request, reply) => showProblem(renderer, problem, request, reply));
}

const BROKEN_UPLOAD = { status: 400, key: 'errors.bad_request', params: {} };

/** A form with files that broke off on the way: its parser throws a bare Error before there is a body. The sender's line, not our fault. */
function isBrokenUpload(problem: unknown, request: FastifyRequest): boolean {
  const isBare = problem instanceof Error && !(problem instanceof Refusal) && !('statusCode' in problem);
  return isBare && request.isMultipart?.() && request.body === undefined;
}

function reading(problem: unknown): { status: number; key: string; params: Record<string, string | number> } {
  if (problem instanceof DatabaseBusy) return { status: 503, key: 'errors.busy', params: {} };
  if (problem instanceof Refusal) return { status: STATUS[problem.kind], key: problem.key, params: problem.params };
  const status =
    problem instanceof HttpException ? problem.getStatus() : ((problem as { statusCode?: number })?.statusCode ?? 500);
  if (status >= 400 && status < 500) return { status, key: FASTIFY_KEYS[status] ?? 'errors.bad_request', params: {} };
  return { status: 500, key: 'errors.our_fault', params: {} };
}
