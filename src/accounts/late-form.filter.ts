import { type ArgumentsHost, Catch, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Config } from '../platform/config/config.js';
import { page } from '../platform/web/answer.js';
import { showProblem } from '../platform/web/error-page.js';
import { localPath } from '../platform/web/local-path.js';
import { Renderer } from '../platform/web/renderer.js';
import { ServerSecret } from '../platform/web/server-secret.js';
import { FormExpired, SignInFirst } from '../platform/web/sign-in-first.js';
import { addressOf, KeptForms } from './kept-forms.service.js';
import { NEXT_COOKIE, NEXT_SECONDS, sealNext } from './next-page.js';
import { isOpened } from './opened-page.js';
import { SESSION_COOKIE } from './session-cookie.js';
import { Sessions } from './sessions.service.js';

/** Whoever has to sign in first finds afterwards what she asked for or had typed. */
@Catch(SignInFirst, FormExpired)
export class LateFormFilter implements ExceptionFilter {
  constructor(
    private readonly config: Config,
    private readonly renderer: Renderer,
    private readonly secret: ServerSecret,
    private readonly kept: KeptForms,
    private readonly sessions: Sessions,
  ) {}

  catch(problem: SignInFirst | FormExpired, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const answered =
      problem instanceof FormExpired ? this.again(problem, request, reply) : this.signInFirst(request, reply);
    answered.catch((worse: unknown) => showProblem(this.renderer, worse, request, reply));
  }

  private async signInFirst(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const isPage = isOpened(request);
    const kept = request.method === 'GET' ? null : await this.kept.keep(request);
    const path = isPage ? localPath(request.url) : null;
    if (path) {
      const personId = (await this.sessions.remembered(request.cookies[SESSION_COOKIE]))?.personId ?? null;
      reply.setCookie(NEXT_COOKIE, sealNext(this.secret.value, { path, personId }), {
        path: '/',
        httpOnly: true,
        sameSite: 'lax',
        secure: this.config.isHttps,
        maxAge: NEXT_SECONDS,
      });
    }
    const shown = page('accounts/sign-in-first', { isKept: kept !== null }, 401);
    void reply.send(this.renderer.page(shown, request, reply));
  }

  private async again(problem: FormExpired, request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const kept = await this.kept.keepForSame(request);
    if (!kept) return showProblem(this.renderer, problem, request, reply);
    void reply.status(303).header('location', addressOf(kept)).send('');
  }
}
