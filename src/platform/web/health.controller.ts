import { Controller, Get, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { notFound } from '../../shared/refusal.js';
import { Config } from '../config/config.js';
import { Database } from '../database/database.js';
import { Allow } from './policy.js';
import { type CollectedRoute, routes } from './routes.js';

@Controller()
@Allow('anyone')
export class HealthController {
  constructor(
    private readonly db: Database,
    private readonly config: Config,
  ) {}

  /** The process answers. */
  @Get('healthz')
  alive(): { status: string } {
    return { status: 'ok' };
  }

  /** The database answers too: only then should requests come here. */
  @Get('readyz')
  async ready(@Res({ passthrough: true }) reply: FastifyReply): Promise<{ status: string }> {
    if (await this.db.isThere()) return { status: 'ready' };
    reply.status(503);
    return { status: 'database_gone' };
  }

  /** Every route there is, so that a test can hold the list against the table of who may call what. Elsewhere it does not exist. */
  @Get('healthz/routes')
  routes(): readonly CollectedRoute[] {
    if (this.config.env.NODE_ENV !== 'test') throw notFound();
    return routes();
  }
}
