import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Config } from '../config/config.js';
import type { Page } from './answer.js';
import { Assets } from './assets.js';
import { csrfToken } from './csrf.js';
import { FLASH_COOKIE, openFlash } from './flash-cookie.js';
import { Catalogues } from './i18n.js';
import { phoneKey } from './phone-key.js';
import { ServerSecret } from './server-secret.js';
import { type PageContext, Views } from './views.js';

/** Puts together what a layout needs to know of the request and renders the page in the reader's language. */
@Injectable()
export class Renderer {
  constructor(
    private readonly views: Views,
    private readonly catalogues: Catalogues,
    private readonly assets: Assets,
    private readonly secret: ServerSecret,
    private readonly config: Config,
  ) {}

  /** As bytes: its length and the wire each want them, and Thai text is dear to encode. */
  page(page: Page, request: FastifyRequest, reply: FastifyReply): Buffer {
    reply.status(page.status).type('text/html; charset=utf-8').header('vary', 'cookie, accept-language');
    // Not even for the Back button, where the next person on a shared phone would see whose page it was.
    reply.header('cache-control', 'private, no-store');
    const html = this.views.render(page.view, this.withSentences(page.data, request), this.context(request, reply));
    return Buffer.from(request.finish ? request.finish(html) : html);
  }

  /** HTML of one partial for a slot of a layout. */
  fragment(view: string, data: Record<string, unknown>, request: FastifyRequest): string {
    return this.views.fragment(view, data, { language: request.language, csrf: this.csrf(request) });
  }

  private context(request: FastifyRequest, reply: FastifyReply): PageContext {
    return {
      language: request.language ?? 'th',
      path: request.url.split('?')[0] ?? '/',
      origin: this.config.env.APP_URL?.replace(/\/$/, '') ?? `${request.protocol}://${request.headers.host ?? ''}`,
      person: this.person(request),
      csrf: this.csrf(request),
      flash: this.flash(request, reply),
      slots: request.slots ?? {},
      requestId: request.id,
      asset: (name) => this.assets.address(name),
    };
  }

  /** Who only looks in has no name of her own: what stands in its place is a word, and words are in the reader's language. */
  private person({ person, sessionMarker, language }: FastifyRequest): PageContext['person'] {
    const isVisitor = person?.roles.includes('visitor');
    const name = isVisitor ? this.catalogues.say(language, 'staff.role_visitor') : person?.name;
    return (
      person && {
        ...person,
        name: name ?? '',
        marker: sessionMarker ?? '',
        phoneKey: phoneKey(this.secret.value, person.id),
      }
    );
  }

  /** Only who is signed in has a session, and only a session needs a token: other forms rest on the origin check. */
  private csrf(request: FastifyRequest): string | null {
    if (!request.sessionId) return null;
    request.formToken ??= csrfToken(this.secret.value, request.sessionId);
    return request.formToken;
  }

  private flash(request: FastifyRequest, reply: FastifyReply): PageContext['flash'] {
    const value = request.cookies?.[FLASH_COOKIE];
    if (!value) return null;
    reply.clearCookie(FLASH_COOKIE, { path: '/' });
    const flash = openFlash(this.secret.value, value);
    if (!flash) return null;
    return { tone: flash.tone, text: this.catalogues.say(request.language, flash.key, flash.params) };
  }

  /** A form's problems arrive as keys and are shown as sentences. */
  private withSentences(data: Record<string, unknown>, request: FastifyRequest): Record<string, unknown> {
    // An error page's sentence has parameters of its own.
    if (typeof data.sentenceKey === 'string') {
      const sentence = this.catalogues.say(request.language ?? 'th', data.sentenceKey, data.sentenceParams as never);
      return { ...data, sentence };
    }
    if (!Array.isArray(data.problems)) return data;
    const problems = data.problems.map((problem) => ({
      ...problem,
      text: this.catalogues.say(request.language ?? 'th', problem.key, problem.params),
    }));
    return { ...data, problems };
  }
}
