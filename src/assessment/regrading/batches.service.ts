import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { nothing, part, type SqlPart } from '../../platform/database/sql.js';
import type { Signed } from '../../platform/web/request.js';
import { notFound } from '../../shared/refusal.js';
import type { Batch } from './batch.js';
import type { Frozen } from './grading-worker.js';

type Row = Omit<Batch, 'summary' | 'unreadable'> & { summary: string; unreadable: string };

const PAGE = 20;

/** Reads regrades and the submissions that they are about. */
@Injectable()
export class RegradeBatches {
  constructor(private readonly db: Database) {}

  /** The newest regrades that a person may see, at most twenty, begun before `before`. */
  async list(me: Signed, before: string | null): Promise<{ batches: Batch[]; next: string | null }> {
    const older = before ? part`AND b."createdAt" < ${before}` : nothing;
    const rows = await this.rows(part`b."centreId" = ${me.centreId} ${older}`, PAGE + 1);
    const batches = rows.slice(0, PAGE);
    return { batches, next: rows.length > PAGE ? (batches.at(-1)?.createdAt ?? null) : null };
  }

  /** A regrade of the person's own centre; another centre's is not found. */
  async inCentre(id: string, me: Signed): Promise<Batch> {
    const [batch] = await this.rows(part`b."id" = ${id} AND b."centreId" = ${me.centreId}`, 1);
    if (!batch) throw notFound();
    return batch;
  }

  async get(id: string): Promise<Batch> {
    const [batch] = await this.rows(part`b."id" = ${id}`, 1);
    if (!batch) throw notFound();
    return batch;
  }

  /** How many submissions a regrade would be about. */
  async count(scope: RegradeScope): Promise<number> {
    const [row] = await this.db.sql<{ count: number }>`SELECT COUNT(*) AS "count" ${submissionsOf(scope)}`;
    return Number(row?.count ?? 0);
  }

  /** The next submissions after `cursor`, as they were frozen, in the order of their ids. */
  frozenAfter(scope: RegradeScope, cursor: string, most: number): Promise<Frozen[]> {
    return this.db.sql<Frozen>`SELECT s."id" AS "submissionId", s."snapshot", s."sha" ${submissionsOf(scope)}
      AND s."id" > ${cursor} ORDER BY s."id" LIMIT ${most}`;
  }

  private async rows(where: SqlPart, most: number): Promise<Batch[]> {
    const rows = await this.db.sql<Row>`
      SELECT b.*, m."displayName" AS "createdByName", v."displayName" AS "approvedByName", e."displayName" AS "endedByName"
      FROM "regrade_batch" b JOIN "person" m ON m."id" = b."createdBy" LEFT JOIN "person" v ON v."id" = b."approvedBy"
      LEFT JOIN "person" e ON e."id" = b."endedBy" WHERE ${where} ORDER BY b."createdAt" DESC, b."id" LIMIT ${most}`;
    return rows.map((row) => ({
      ...row,
      summary: JSON.parse(row.summary) as Batch['summary'],
      unreadable: JSON.parse(row.unreadable) as string[],
    }));
  }
}

export type RegradeScope = Pick<Batch, 'centreId' | 'fromVersionId' | 'trainerId' | 'classId'>;

/** Previews are nobody's results. */
const submissionsOf = ({ centreId, fromVersionId, trainerId, classId }: RegradeScope): SqlPart => part`
  FROM "submission" s JOIN "attempt" a ON a."id" = s."attemptId" JOIN "person" p ON p."id" = a."learnerId"
  LEFT JOIN "assignment" g ON g."id" = a."assignmentId" LEFT JOIN "class_group" c ON c."id" = g."classId"
  WHERE a."exerciseVersionId" = ${fromVersionId} AND a."preview" = FALSE AND p."centreId" = ${centreId}
  ${trainerId ? part`AND c."trainerId" = ${trainerId}` : nothing} ${classId ? part`AND c."id" = ${classId}` : nothing}`;
