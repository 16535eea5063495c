import { Injectable } from '@nestjs/common';
import { ActivityLog } from '../platform/activity/activity-log.js';
import { Database } from '../platform/database/database.js';
import type { Signed } from '../platform/web/request.js';
import { notFound } from '../shared/refusal.js';
import { type OpenSession, Sessions } from './sessions.service.js';

/** What a person sees and does about her own account. */
@Injectable()
export class Account {
  constructor(
    private readonly db: Database,
    private readonly all: Sessions,
    private readonly log: ActivityLog,
  ) {}

  sessions(personId: string): Promise<OpenSession[]> {
    return this.all.openOf(personId);
  }

  async endSession(me: Signed, id: string): Promise<void> {
    await this.db.transaction(async () => {
      if (!(await this.all.endOne(me.id, id))) throw notFound();
      this.note(me, 'session.ended');
    });
  }

  async endSessions(me: Signed): Promise<void> {
    await this.db.transaction(async () => {
      await this.all.endAllOf([me.id]);
      this.note(me, 'person.signed_out_everywhere');
    });
  }

  async hasOneTimePassword(personId: string): Promise<boolean> {
    const [row] = await this.db.sql`SELECT 1 FROM "person" WHERE "id" = ${personId} AND "passwordEndsAt" IS NOT NULL`;
    return row !== undefined;
  }

  private note(me: Signed, type: string): void {
    const chain = `centre:${me.centreId}`;
    this.log.record({ chain, type, actor: 'person', personId: me.id, objectId: me.id, payload: {} });
  }
}
