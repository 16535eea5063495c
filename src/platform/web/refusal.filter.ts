import { type ArgumentsHost, Catch, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { showProblem } from './error-page.js';
import { Renderer } from './renderer.js';

/** Whatever a controller, a guard or the reading of a body throws. */
@Catch()
export class RefusalFilter implements ExceptionFilter {
  constructor(private readonly renderer: Renderer) {}

  catch(problem: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    showProblem(this.renderer, problem, http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>());
  }
}
