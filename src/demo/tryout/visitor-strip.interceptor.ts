import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { from, mergeMap, type Observable } from 'rxjs';
import { Page } from '../../platform/web/answer.js';
import { Renderer } from '../../platform/web/renderer.js';
import { TryoutResult } from './tryout-result.service.js';
import { Tryouts } from './tryouts.service.js';

/** Tells a visitor over the pages of her market what there is to decide, and then where the result is. */
@Injectable()
export class VisitorStrip implements NestInterceptor {
  constructor(
    private readonly tryouts: Tryouts,
    private readonly result: TryoutResult,
    private readonly renderer: Renderer,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    if (!request.person?.roles.includes('visitor')) return next.handle();
    return next.handle().pipe(mergeMap((answer) => from(this.over(answer, request, request.person?.id ?? ''))));
  }

  private async over(answer: unknown, request: FastifyRequest, personId: string): Promise<unknown> {
    if (!(answer instanceof Page) || !request.url.startsWith('/m/')) return answer;
    const tryout = await this.tryouts.of(personId);
    if (!tryout) return answer;
    const isDecided = await this.result.isDecided(tryout);
    request.slots.taskStrip = this.renderer.fragment(
      'tryout/strip',
      { isDecided, isSlip: tryout.door === 'slip' },
      request,
    );
    // A minute has one place; the seller's other pages are for who has a shop.
    request.slots.noPlaces = 'yes';
    return answer;
  }
}
