import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { from, lastValueFrom, type Observable } from 'rxjs';
import { claimOf } from './once-claim.js';
import { OnceKeys } from './once-keys.service.js';

/** Lets a form with a once-only key do what it asks for once. Stands inside the one that renders: it keeps a controller's own answer. */
@Injectable()
export class OnceInterceptor implements NestInterceptor {
  constructor(private readonly onceKeys: OnceKeys) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const claim = claimOf(request);
    if (!claim) return next.handle();
    return from(this.onceKeys.answer(claim, pageOf(request), () => lastValueFrom(next.handle())));
  }
}

/** The page that the form stood on; a browser names it to its own site. */
function pageOf({ headers: { referer, host } }: FastifyRequest): string {
  const page = referer ? new URL(referer) : null;
  return page?.host === host ? `${page?.pathname}${page?.search}` : '/home';
}
