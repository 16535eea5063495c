import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Refusal, type RefusalKind } from '../../shared/refusal.js';
import { page } from './answer.js';
import { Renderer } from './renderer.js';

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
@Catch()
export class RefusalFilter implements ExceptionFilter {
  constructor(private readonly renderer: Renderer) {}

  catch(problem: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    request.language ??= 'th';
    const { status, key, params } = reading(problem);
    if (status >= 500) request.log.error({ err: problem }, 'request failed');
    const shown = page(
      'errors/error',
      { sentenceKey: key, sentenceParams: params, canSignIn: status === 401, back: request.headers.referer ?? '/' },
      status,
    );
    void reply.send(this.renderer.page(shown, request, reply));
  }
}

function reading(problem: unknown): { status: number; key: string; params: Record<string, string | number> } {
  if (problem instanceof Refusal) return { status: STATUS[problem.kind], key: problem.key, params: problem.params };
  const status =
    problem instanceof HttpException ? problem.getStatus() : ((problem as { statusCode?: number })?.statusCode ?? 500);
  if (status >= 400 && status < 500) return { status, key: FASTIFY_KEYS[status] ?? 'errors.bad_request', params: {} };
  return { status: 500, key: 'errors.our_fault', params: {} };
}
