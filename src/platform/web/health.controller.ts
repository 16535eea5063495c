import { Controller, Get } from '@nestjs/common';
import { Database } from '../database/database.js';
import { Allow } from './policy.js';

@Controller()
@Allow('anyone')
export class HealthController {
  constructor(private readonly db: Database) {}

  /** The process answers. */
  @Get('healthz')
  alive(): { status: string } {
    return { status: 'ok' };
  }

  /** The database answers too: only then should requests come here. */
  @Get('readyz')
  async ready(): Promise<{ status: string }> {
    await this.db.sql`SELECT 1`;
    return { status: 'ready' };
  }
}
