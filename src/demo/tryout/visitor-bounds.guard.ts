import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Throttle } from '../../accounts/throttle.service.js';

/** More than anybody taps in her minute, within the throttle's quarter of an hour. */
const MOST_FORMS = 40;

/** Whoever has no account can write only so much: what she sends is counted before it is done. */
@Injectable()
export class VisitorBounds implements CanActivate {
  constructor(private readonly throttle: Throttle) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const { person, method } = context.switchToHttp().getRequest<FastifyRequest>();
    if (method !== 'POST' || !person?.roles.includes('visitor')) return true;
    await this.throttle.check(person.id, MOST_FORMS);
    await this.throttle.miss(person.id);
    return true;
  }
}
