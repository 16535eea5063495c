import { Injectable } from '@nestjs/common';
import { ActivityLog } from '../../platform/activity/activity-log.js';
import { Database } from '../../platform/database/database.js';
import { list } from '../../platform/database/sql.js';
import type { Signed } from '../../platform/web/request.js';
import { GradingRuns } from '../../practice/attempts/grading-runs.service.js';
import { newId } from '../../shared/ids.js';
import { conflict, notAllowed } from '../../shared/refusal.js';
import { Markings } from '../marking/markings.service.js';
import { type Batch, batchesBefore, EMPTY_SUMMARY, whyNotApply } from './batch.js';
import { RegradeBatches, type RegradeScope } from './batches.service.js';
import { RegradeRunner } from './regrade-runner.service.js';

export interface WantedRegrade extends Pick<RegradeScope, 'fromVersionId' | 'classId'> {
  toVersionId: string;
  reason: string;
}

/** The verbs of a regrade: nothing that learners or assessors see changes before `apply`, and nothing at all by `cancel`. */
@Injectable()
export class RegradeDesk {
  constructor(
    private readonly db: Database,
    private readonly log: ActivityLog,
    private readonly batches: RegradeBatches,
    private readonly runs: GradingRuns,
    private readonly markings: Markings,
    private readonly runner: RegradeRunner,
  ) {}

  /** Begins to grade again in the background; a trainer's regrade is of her own classes. Answers the regrade's id. */
  async begin(wanted: WantedRegrade, me: Signed): Promise<string> {
    const id = newId('rgr');
    const { fromVersionId, toVersionId, classId, reason } = wanted;
    const scope = { centreId: me.centreId, fromVersionId, classId, trainerId: scopeOf(me) };
    await this.db.transaction(async () => {
      const total = await this.batches.count(scope);
      if (total === 0) throw conflict('regrading.nothing_to_grade');
      const now = new Date();
      await this.db
        .sql`INSERT INTO "regrade_batch" ("id", "centreId", "fromVersionId", "toVersionId", "trainerId", "classId", "reason",
          "status", "total", "done", "cursor", "summary", "unreadable", "leaseUntil", "createdBy", "createdAt")
        VALUES (${id}, ${me.centreId}, ${fromVersionId}, ${toVersionId}, ${scope.trainerId}, ${classId}, ${reason},
          'running', ${total}, 0, '', ${JSON.stringify(EMPTY_SUMMARY)}, '[]', ${now}, ${me.id}, ${now})`;
      this.note('regrade.begun', id, me, { fromVersionId, toVersionId, classId, total, reason });
      this.db.afterCommit(() => this.runner.hurry());
    });
    return id;
  }

  /** A second person's word that what falls may fall. Once; the one who began it cannot give it. */
  async approve(batch: Batch, me: Signed): Promise<void> {
    if (batch.createdBy === me.id) throw notAllowed('regrading.approve_other');
    await this.db.transaction(async () => {
      const [approved] = await this.db
        .sql`UPDATE "regrade_batch" SET "approvedBy" = ${me.id}, "approvedAt" = ${new Date()}
        WHERE "id" = ${batch.id} AND "status" = 'ready' AND "approvedBy" IS NULL AND "createdBy" <> ${me.id} RETURNING "id"`;
      if (!approved) throw conflict('regrading.changed_meanwhile');
      this.note('regrade.approved', batch.id, me, { falls: batch.summary.directions.down ?? 0 });
    });
  }

  /** Puts all of it in force at one moment. Refused when one of its submissions has another grading in force than the one it was held against. */
  async apply(batch: Batch, me: Signed): Promise<void> {
    const why = whyNotApply(batch);
    if (why) throw conflict(`regrading.why_not_${why}`);
    await this.db.transaction(async () => {
      const status = batchesBefore('apply');
      const [moved] = await this.db
        .sql`UPDATE "regrade_batch" SET "status" = 'applied', "endedBy" = ${me.id}, "endedAt" = ${new Date()}
        WHERE "id" = ${batch.id} AND "status" IN ${list(status)} RETURNING "id"`;
      if (!moved) throw conflict('regrading.changed_meanwhile');
      if ((await this.overtaken(batch.id)) > 0) throw conflict('regrading.overtaken');
      await this.runs.putInForce(batch.id);
      await this.markings.gradedAgain(await this.newRuns(batch.id));
      this.note('regrade.applied', batch.id, me, { ...batch.summary.directions, reason: batch.reason });
    });
  }

  /** Leaves everything as it was: what was graded for it goes. */
  async cancel(batch: Batch, me: Signed): Promise<void> {
    await this.db.transaction(async () => {
      const status = batchesBefore('cancel');
      const [moved] = await this.db
        .sql`UPDATE "regrade_batch" SET "status" = 'cancelled', "endedBy" = ${me.id}, "endedAt" = ${new Date()}
        WHERE "id" = ${batch.id} AND "status" IN ${list(status)} RETURNING "id"`;
      if (!moved) throw conflict('regrading.changed_meanwhile');
      await this.db.sql`DELETE FROM "regrade_diff" WHERE "batchId" = ${batch.id}`;
      await this.runs.drop(batch.id);
      this.note('regrade.cancelled', batch.id, me, { done: batch.done, total: batch.total });
    });
  }

  /** How many of its submissions were graded again by somebody else since. */
  private async overtaken(batchId: string): Promise<number> {
    const [row] = await this.db.sql<{ count: number }>`
      SELECT COUNT(*) AS "count" FROM "regrade_diff" d JOIN "grading_run" b ON b."id" = d."beforeRunId"
      WHERE d."batchId" = ${batchId} AND EXISTS (SELECT 1 FROM "grading_run" n
        WHERE n."submissionId" = d."submissionId" AND n."inForceFrom" > b."inForceFrom")`;
    return Number(row?.count ?? 0);
  }

  private newRuns(batchId: string): Promise<Array<{ submissionId: string; runId: string }>> {
    return this.db
      .sql`SELECT "submissionId", "runId" FROM "regrade_diff" WHERE "batchId" = ${batchId} ORDER BY "submissionId"`;
  }

  private note(type: string, objectId: string, me: Signed, payload: Record<string, unknown>): void {
    this.log.record({ chain: `centre:${me.centreId}`, type, actor: 'person', personId: me.id, objectId, payload });
  }
}

/** Who looks after the centre regrades all of it, a trainer her own classes. */
export const scopeOf = (me: Signed): string | null => (me.roles.includes('admin') ? null : me.id);
