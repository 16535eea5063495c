import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { from, mergeMap, type Observable } from 'rxjs';
import { Page } from '../../platform/web/answer.js';
import { Renderer } from '../../platform/web/renderer.js';
import { Attempts } from '../attempts/attempts.service.js';
import { Touched } from '../attempts/touched.service.js';
import { Exercises } from '../exercises/exercises.service.js';

/** A page in a market, `/m/k3x9abcd/…`. */
const IN_A_MARKET = /^\/m\/([a-z0-9]+)(?:[/?]|$)/;

/**
 * Puts the learner's task over the pages of her attempt's market, which know nothing of practice. What is looked up is what she
 * has touched, not whether it is right: a grading for each page would cost more than the page.
 */
@Injectable()
export class TaskStrip implements NestInterceptor {
  constructor(
    private readonly attempts: Attempts,
    private readonly exercises: Exercises,
    private readonly touched: Touched,
    private readonly renderer: Renderer,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    return next.handle().pipe(mergeMap((answer) => from(this.over(answer, request))));
  }

  private async over(answer: unknown, request: FastifyRequest): Promise<unknown> {
    const market = answer instanceof Page ? IN_A_MARKET.exec(request.url)?.[1] : undefined;
    if (market && request.person) await this.fill(market, request.person.id, request);
    return answer;
  }

  private async fill(market: string, personId: string, request: FastifyRequest): Promise<void> {
    const attempt = await this.attempts.inMarket(market, personId);
    if (!attempt) return;
    const { exercise } = await this.exercises.version(attempt.exerciseVersionId);
    const isHandedIn = attempt.status !== 'in_progress';
    const task = isHandedIn ? null : await this.touched.taskLeft(attempt, exercise);
    request.slots.taskStrip = this.renderer.fragment('practice/task-strip', { attempt, task, isHandedIn }, request);
  }
}
