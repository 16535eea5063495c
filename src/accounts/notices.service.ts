import { Injectable } from '@nestjs/common';
import { ActivityLog } from '../platform/activity/activity-log.js';
import { Database } from '../platform/database/database.js';
import { NOTICE_VERSION } from './what-comes-first.js';

/** The one thing that anything about a person is kept for. Another purpose would be asked for by itself. */
const PURPOSE = 'training';

/** The data-protection notice, and who was shown which version of it. */
@Injectable()
export class Notices {
  constructor(
    private readonly db: Database,
    private readonly log: ActivityLog,
  ) {}

  /** Notes that she has understood it. Said twice, it is noted once. */
  async understood({ id, centreId }: { id: string; centreId: string }): Promise<void> {
    await this.db.transaction(async () => {
      const noted = await this.db
        .sql`INSERT INTO "notice_receipt" ("personId", "purpose", "noticeVersion", "understoodAt")
        VALUES (${id}, ${PURPOSE}, ${NOTICE_VERSION}, ${new Date()}) ON CONFLICT DO NOTHING RETURNING "personId"`;
      if (noted.length === 0) return;
      await this.db.sql`UPDATE "person" SET "noticeVersion" = ${NOTICE_VERSION} WHERE "id" = ${id}`;
      this.log.record({
        chain: `centre:${centreId}`,
        type: 'notice.understood',
        actor: 'person',
        personId: id,
        objectId: id,
        payload: { purpose: PURPOSE, version: NOTICE_VERSION },
      });
    });
  }

  async centreName(centreId: string): Promise<string | null> {
    const [row] = await this.db.sql<{ name: string }>`SELECT "name" FROM "centre" WHERE "id" = ${centreId}`;
    return row?.name ?? null;
  }
}
