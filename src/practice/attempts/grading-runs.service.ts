import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { list, part, SqlPart } from '../../platform/database/sql.js';
import { canonicalJson } from '../../shared/canonical-json.js';
import { newId } from '../../shared/ids.js';
import { notFound } from '../../shared/refusal.js';
import type { CheckResult, CriterionResult, Grading } from '../graders/grade.js';

/** One grading of a submission as it is kept. `exerciseVersionId`: whose checks made it, and whose sentences tell it. */
export interface KeptGrading extends Pick<Grading, 'checks' | 'criteria' | 'points' | 'max'> {
  runId: string;
  submissionId: string;
  exerciseVersionId: string;
  /** The regrade that brought it, null for the grading at hand-in. */
  batchId: string | null;
}

type Run = Omit<KeptGrading, 'checks' | 'criteria'>;

/** What the machine said of submissions. Rows are added; which one is in force is all that ever changes. */
@Injectable()
export class GradingRuns {
  constructor(private readonly db: Database) {}

  /** Keeps a grading in force from now on, or, of a regrade that nobody has applied yet, in force from no moment. Answers its id. */
  async keep(
    submissionId: string,
    exerciseVersionId: string,
    grading: Grading,
    batchId: string | null = null,
  ): Promise<string> {
    const runId = newId('run');
    const now = new Date();
    const { points, max, declaredMax, errors, checks, criteria } = grading;
    await this.db
      .sql`INSERT INTO "grading_run" ("id", "submissionId", "points", "max", "declaredMax", "errors", "gradedAt",
        "exerciseVersionId", "batchId", "inForceFrom")
      VALUES (${runId}, ${submissionId}, ${points}, ${max}, ${declaredMax}, ${JSON.stringify(errors)}, ${now},
        ${exerciseVersionId}, ${batchId}, ${batchId ? null : now})`;
    const checkRows = checks.map(
      (check, position) => part`(${runId}, ${position}, ${check.check}, ${check.criterion}, ${check.outcome},
        ${check.points}, ${check.weight}, ${canonicalJson(check)})`,
    );
    await this.db
      .sql`INSERT INTO "check_result" ("runId", "position", "checkId", "criterion", "outcome", "points", "weight", "finding")
      VALUES ${commaBetween(checkRows)}`;
    const criterionRows = criteria.map(
      (each) => part`(${runId}, ${each.code}, ${each.outcome}, ${each.points}, ${each.max}, ${canonicalJson(each)})`,
    );
    await this.db.sql`INSERT INTO "criterion_result" ("runId", "criterion", "outcome", "points", "max", "finding")
      VALUES ${commaBetween(criterionRows)}`;
    return runId;
  }

  /** The grading in force of a submission; 404 when there is none. */
  async inForce(submissionId: string): Promise<KeptGrading> {
    const found = (await this.inForceAmong([submissionId])).get(submissionId);
    if (!found) throw notFound();
    return found;
  }

  /** The gradings in force of these submissions, by submission. Three statements, however many there are. */
  async inForceAmong(submissionIds: readonly string[]): Promise<Map<string, KeptGrading>> {
    const runs = await this.db.sql<Run>`
      SELECT r."id" AS "runId", r."submissionId", r."points", r."max", r."exerciseVersionId", r."batchId" FROM "grading_run" r
      WHERE r."submissionId" IN ${list(submissionIds)} AND r."id" = (SELECT g."id" FROM "grading_run" g
        WHERE g."submissionId" = r."submissionId" AND g."inForceFrom" IS NOT NULL ORDER BY g."inForceFrom" DESC, g."id" LIMIT 1)`;
    const kept = await this.withFindings(runs);
    return new Map(kept.map((each) => [each.submissionId, each]));
  }

  /** One grading by its id, in force or not; 404 when there is none. */
  async get(runId: string): Promise<KeptGrading> {
    const found = (await this.among([runId])).get(runId);
    if (!found) throw notFound();
    return found;
  }

  /** These gradings, in force or not, by their ids. Three statements, however many there are. */
  async among(runIds: readonly string[]): Promise<Map<string, KeptGrading>> {
    const kept = await this.withFindings(
      await this.db.sql<Run>`SELECT "id" AS "runId", "submissionId", "points", "max", "exerciseVersionId", "batchId"
        FROM "grading_run" WHERE "id" IN ${list(runIds)}`,
    );
    return new Map(kept.map((each) => [each.runId, each]));
  }

  /** Puts what a regrade graded in force. Joins the caller's transaction. */
  async putInForce(batchId: string): Promise<void> {
    await this.db.sql`UPDATE "grading_run" SET "inForceFrom" = ${new Date()}
      WHERE "batchId" = ${batchId} AND "inForceFrom" IS NULL`;
  }

  /** Takes away what a regrade graded and nobody applied: it was never in force. Joins the caller's transaction. */
  async drop(batchId: string): Promise<void> {
    const runs = part`SELECT "id" FROM "grading_run" WHERE "batchId" = ${batchId} AND "inForceFrom" IS NULL`;
    await this.db.sql`DELETE FROM "check_result" WHERE "runId" IN (${runs})`;
    await this.db.sql`DELETE FROM "criterion_result" WHERE "runId" IN (${runs})`;
    await this.db.sql`DELETE FROM "grading_run" WHERE "batchId" = ${batchId} AND "inForceFrom" IS NULL`;
  }

  private async withFindings(runs: readonly Run[]): Promise<KeptGrading[]> {
    const ids = list(runs.map(({ runId }) => runId));
    const checks = grouped<CheckResult>(
      await this.db
        .sql<Found>`SELECT "runId", "finding" FROM "check_result" WHERE "runId" IN ${ids} ORDER BY "runId", "position"`,
    );
    const criteria = grouped<CriterionResult>(
      await this.db.sql<Found>`SELECT "runId", "finding" FROM "criterion_result" WHERE "runId" IN ${ids}
        ORDER BY "runId", "criterion"`,
    );
    return runs.map((run) => ({
      ...run,
      checks: checks.get(run.runId) ?? [],
      criteria: criteria.get(run.runId) ?? [],
    }));
  }
}

interface Found {
  runId: string;
  finding: string;
}

function grouped<T>(rows: readonly Found[]): Map<string, T[]> {
  const lists = new Map<string, T[]>();
  for (const { runId, finding } of rows) {
    const found = lists.get(runId) ?? [];
    found.push(JSON.parse(finding) as T);
    lists.set(runId, found);
  }
  return lists;
}

const commaBetween = (rows: readonly SqlPart[]): SqlPart =>
  new SqlPart(['', ...rows.slice(1).map(() => ', '), ''], rows);
