import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { from, mergeMap, type Observable } from 'rxjs';
import { Page, SeeOther } from './answer.js';
import { FLASH_COOKIE, FLASH_SECONDS, sealFlash } from './flash-cookie.js';
import { Renderer } from './renderer.js';
import { ServerSecret } from './server-secret.js';

/** Turns a controller's answer into HTML or a redirect; anything else (a file, JSON) passes as it is. */
@Injectable()
export class PageInterceptor implements NestInterceptor {
  constructor(
    private readonly renderer: Renderer,
    private readonly secret: ServerSecret,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    return next.handle().pipe(mergeMap((answer) => from(this.answer(answer, request, reply))));
  }

  private async answer(answer: unknown, request: FastifyRequest, reply: FastifyReply): Promise<unknown> {
    if (answer instanceof Page) return this.renderer.page(answer, request, reply);
    if (!(answer instanceof SeeOther)) return answer;
    if (answer.flash) {
      const cookie = { path: '/', httpOnly: true, sameSite: 'lax', maxAge: FLASH_SECONDS } as const;
      reply.setCookie(FLASH_COOKIE, sealFlash(this.secret.value, answer.flash), cookie);
    }
    // A Thai letter in a Location header throws: the address is encoded here once for all.
    const to = encodeURI(decodeURI(answer.to));
    // A script that followed a redirect would read the next page's sentence before the person does.
    if (request.headers['x-sent-by'] === 'script') {
      reply.status(200).type('application/json');
      return { to };
    }
    reply.status(303).header('location', to);
    return '';
  }
}
