import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Language } from './i18n.js';
import type { Role } from './policy.js';

/** The person behind a request, as every page needs her. */
export interface Signed {
  id: string;
  name: string;
  roles: Role[];
  centreId: string;
}

declare module 'fastify' {
  interface FastifyRequest {
    person: Signed | null;
    /** The session's row, for the tokens of her forms; null where nobody is signed in. */
    sessionId: string | null;
    /** What a script may know of the session: whether a page that the browser kept was made for it. */
    sessionMarker: string | null;
    /** The token of her forms, worked out when the first one is shown. */
    formToken: string | null;
    /** The cookie that this request leaves behind: a new session's, or null to take it away. */
    sessionCookie: string | null | undefined;
    /** What a module above the pages does to a finished one before it is sent. */
    finish: ((html: string) => string) | null;
    language: Language;
    /** HTML that modules above the page put into its layout, by slot: practice fills `taskStrip`. */
    slots: Record<string, string>;
  }
}

/** The signed-in person. Only for routes whose policy asks for one. */
export const Me = createParamDecorator((_data: unknown, context: ExecutionContext): Signed => {
  const { person } = context.switchToHttp().getRequest<FastifyRequest>();
  if (!person) throw new Error('A route that asks who is there must not be open to anyone.');
  return person;
});

/** The signed-in person or null. */
export const MaybeMe = createParamDecorator(
  (_data: unknown, context: ExecutionContext): Signed | null =>
    context.switchToHttp().getRequest<FastifyRequest>().person,
);
