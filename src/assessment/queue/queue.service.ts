import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { list } from '../../platform/database/sql.js';
import type { Signed } from '../../platform/web/request.js';
import type { Mode } from '../../practice/attempts/attempts.service.js';
import type { MarkingStatus } from '../marking/marking-status.js';
import { FIRST } from '../marking/markings.service.js';

export interface Waiting {
  submissionId: string;
  learnerName: string;
  exerciseVersionId: string;
  mode: Mode;
  /** Her how-manieth attempt it is. */
  number: number;
  status: MarkingStatus;
  submittedAt: string;
  begunByName: string | null;
  signedByName: string | null;
  signedAt: string | null;
}

export interface QueueFilter {
  statuses: readonly MarkingStatus[];
  modes: readonly Mode[];
  /** The submission after which the page begins, null for the first page. */
  after: string | null;
  /** Whose begun work alone, null for everybody's. */
  begunBy: string | null;
}

const PAGE = 20;

/** What waits in an assessor's centre, oldest first: only what she may mark. Previews were never put there. */
@Injectable()
export class AssessmentQueue {
  constructor(private readonly db: Database) {}

  /** One page, and the submission that the next page begins after, null on the last. */
  async page(me: Signed, filter: QueueFilter): Promise<{ waiting: Waiting[]; next: string | null }> {
    const rows = await this.rows(me, filter, PAGE + 1);
    const waiting = rows.slice(0, PAGE);
    return { waiting, next: rows.length > PAGE ? (waiting.at(-1)?.submissionId ?? null) : null };
  }

  /** What to take up now: what she has begun, or else the oldest that nobody has. */
  async next(me: Signed): Promise<Waiting | null> {
    const all = { modes: ['assessment', 'practice'] as const, after: null };
    const [mine] = await this.rows(me, { ...all, statuses: ['in_marking'], begunBy: me.id }, 1);
    if (mine) return mine;
    const [oldest] = await this.rows(me, { ...all, statuses: ['not_marked'], begunBy: null }, 1);
    return oldest ?? null;
  }

  private async rows(me: Signed, filter: QueueFilter, most: number): Promise<Waiting[]> {
    const from = await this.place(me, filter.after);
    const begunBy = filter.begunBy ?? '';
    return this.db.sql<Waiting>`
      SELECT k."submissionId", p."displayName" AS "learnerName", a."exerciseVersionId", k."mode", a."number", k."status", k."submittedAt",
        b."displayName" AS "begunByName", w."displayName" AS "signedByName", k."signedAt"
      FROM "marking" k JOIN "submission" s ON s."id" = k."submissionId" JOIN "attempt" a ON a."id" = s."attemptId"
      JOIN "person" p ON p."id" = k."learnerId" LEFT JOIN "person" b ON b."id" = k."begunBy"
      LEFT JOIN "person" w ON w."id" = k."signedBy"
      WHERE k."centreId" = ${me.centreId} AND k."stage" = ${FIRST} AND k."status" IN ${list(filter.statuses)}
        AND k."mode" IN ${list(filter.modes)} AND (k."submittedAt", k."submissionId") > (${from.submittedAt}, ${from.submissionId})
        AND (${begunBy} = '' OR k."begunBy" = ${begunBy}) AND k."learnerId" <> ${me.id}
        AND NOT (k."mode" = 'assessment' AND EXISTS (SELECT 1 FROM "class_member" m JOIN "class_group" g ON g."id" = m."classId"
          WHERE m."personId" = k."learnerId" AND g."trainerId" = ${me.id}))
      ORDER BY k."submittedAt", k."submissionId" LIMIT ${most}`;
  }

  private async place(me: Signed, after: string | null): Promise<{ submittedAt: string; submissionId: string }> {
    const start = { submittedAt: '', submissionId: '' };
    if (!after) return start;
    const [row] = await this.db.sql<{ submittedAt: string; submissionId: string }>`
      SELECT "submittedAt", "submissionId" FROM "marking"
      WHERE "submissionId" = ${after} AND "stage" = ${FIRST} AND "centreId" = ${me.centreId}`;
    return row ?? start;
  }
}
