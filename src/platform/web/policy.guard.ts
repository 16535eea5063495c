import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { notAllowed } from '../../shared/refusal.js';
import { isCsrfToken, isForeignOrigin } from './csrf.js';
import { isAllowed, POLICY, type Policy } from './policy.js';
import { ServerSecret } from './server-secret.js';
import { FormExpired, SignInFirst } from './sign-in-first.js';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Asks each route's policy, and of a form that changes something whether it is ours. A route without a policy answers nobody. */
@Injectable()
export class PolicyGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly secret: ServerSecret,
  ) {}

  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const policy = this.reflector.getAllAndOverride<Policy | undefined>(POLICY, [
      context.getHandler(),
      context.getClass(),
    ]);
    if (!policy) throw notAllowed();
    if (!isAllowed(policy, request.person?.roles ?? null)) throw request.person ? notAllowed() : new SignInFirst();
    if (policy !== 'machine' && !SAFE.has(request.method)) this.refuseForeignForms(request);
    return true;
  }

  private refuseForeignForms(request: FastifyRequest): void {
    if (isForeignOrigin(request.headers.origin, request.headers.host)) throw notAllowed('errors.foreign_form');
    if (!request.sessionId) return;
    const given = (request.body as { _csrf?: unknown } | undefined)?._csrf ?? request.headers['x-csrf-token'];
    if (!isCsrfToken(this.secret.value, request.sessionId, given)) throw new FormExpired();
  }
}
