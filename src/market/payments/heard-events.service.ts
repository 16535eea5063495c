import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { Act } from '../sandboxes/act.js';

/** Which of the provider's events a market has heard: each has its effect once. */
@Injectable()
export class HeardEvents {
  constructor(private readonly db: Database) {}

  /** Notes an event as part of the caller's act. False where it was noted before; what the market asked by itself (null) is always new. */
  async isNew(act: Act, eventId: string | null | undefined, type: string): Promise<boolean> {
    if (!eventId) return true;
    const rows = await this.db.sql`INSERT INTO "provider_event" ("market", "eventId", "type", "at")
      VALUES (${act.market}, ${eventId}, ${type}, ${new Date()}) ON CONFLICT DO NOTHING RETURNING "eventId"`;
    return rows.length === 1;
  }
}
