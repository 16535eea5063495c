import { Injectable } from '@nestjs/common';
import { ActivityLog } from '../../platform/activity/activity-log.js';
import { Database } from '../../platform/database/database.js';
import type { CheckResult } from '../../practice/graders/grade.js';
import type { Mark } from '../marking/marks.service.js';
import { type CheckStanding, needsRepair } from './check-standing.js';

const MOST_CHECKS = 200;

/** Counts how often people overrule each check, and takes the decision from one that they overrule too often. */
@Injectable()
export class CheckStandings {
  constructor(
    private readonly db: Database,
    private readonly log: ActivityLog,
  ) {}

  /** Counts the marks of one signed submission. Joins the caller's transaction. */
  async count(centreId: string, checks: readonly CheckResult[], marks: ReadonlyMap<string, Mark>): Promise<void> {
    for (const { check, criterion } of checks) {
      const mark = marks.get(criterion);
      if (!mark) continue;
      const override = mark.basis === 'overridden' ? 1 : 0;
      const [now] = await this.db.sql<CheckStanding>`
        INSERT INTO "check_standing" ("centreId", "checkId", "marks", "overrides") VALUES (${centreId}, ${check}, 1, ${override})
        ON CONFLICT ("centreId", "checkId") DO UPDATE SET "marks" = "check_standing"."marks" + 1,
          "overrides" = "check_standing"."overrides" + excluded."overrides"
        RETURNING "checkId", "marks", "overrides", "repairSince"`;
      if (now && now.repairSince === null && needsRepair(now)) await this.putUnderRepair(centreId, now);
    }
  }

  /** The checks that were marked in a centre, the most overruled first. */
  all(centreId: string): Promise<CheckStanding[]> {
    return this.db.sql<CheckStanding>`
      SELECT "checkId", "marks", "overrides", "repairSince" FROM "check_standing" WHERE "centreId" = ${centreId}
      ORDER BY CASE WHEN "repairSince" IS NULL THEN 1 ELSE 0 END, 1.0 * "overrides" / "marks" DESC, "checkId" LIMIT ${MOST_CHECKS}`;
  }

  /** The checks of a centre that only advise. */
  async underRepair(centreId: string): Promise<Set<string>> {
    const rows = await this.db.sql<{ checkId: string }>`
      SELECT "checkId" FROM "check_standing" WHERE "centreId" = ${centreId} AND "repairSince" IS NOT NULL LIMIT ${MOST_CHECKS}`;
    return new Set(rows.map(({ checkId }) => checkId));
  }

  private async putUnderRepair(centreId: string, { checkId, marks, overrides }: CheckStanding): Promise<void> {
    await this.db.sql`UPDATE "check_standing" SET "repairSince" = ${new Date()}
      WHERE "centreId" = ${centreId} AND "checkId" = ${checkId}`;
    const payload = { marks, overrides };
    this.log.record({
      chain: `centre:${centreId}`,
      type: 'check.put_under_repair',
      actor: 'person',
      objectId: checkId,
      payload,
    });
  }
}
