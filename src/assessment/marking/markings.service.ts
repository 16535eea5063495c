import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { Signed } from '../../platform/web/request.js';
import type { Mode } from '../../practice/attempts/attempts.service.js';
import { type HandedIn, HandInAnnouncements } from '../../practice/attempts/hand-in-announcements.js';
import { unpackSnapshot } from '../../practice/snapshot/pack.js';
import { notAllowed, notFound } from '../../shared/refusal.js';
import type { MarkingStatus } from './marking-status.js';
import { type WhyNotMark, whyNotMark } from './who-may-mark.js';

/** The stage that is built: second marking, agreement and moderation are stages of their own. */
export const FIRST = 'first';

/** A submission as an assessor has it before her. */
export interface Work {
  submissionId: string;
  centreId: string;
  learnerId: string;
  learnerName: string;
  mode: Mode;
  status: MarkingStatus;
  /** Counts every change of the marking. */
  version: number;
  /** The grading that is being marked, null until somebody begins. */
  runId: string | null;
  submittedAt: string;
  signedBy: string | null;
  signedByName: string | null;
  signedAt: string | null;
  snapshot: string;
  sha: string;
  sandboxId: string;
  exerciseVersionId: string;
  whyNot: WhyNotMark | null;
}

/** Puts what is handed in on the assessors' desk, and finds it there. */
@Injectable()
export class Markings implements OnModuleInit {
  constructor(
    private readonly db: Database,
    private readonly announcements: HandInAnnouncements,
  ) {}

  onModuleInit(): void {
    this.announcements.listen((news) => this.open(news));
  }

  /** A submission of the assessor's own centre; another centre's is not found. */
  async inCentre(submissionId: string, me: Signed): Promise<Work> {
    const [row] = await this.db.sql<Work & { isOwnTrainee: unknown }>`
      SELECT k."submissionId", k."centreId", k."learnerId", p."displayName" AS "learnerName", k."mode", k."status", k."version", k."runId",
        k."submittedAt", k."signedBy", w."displayName" AS "signedByName", k."signedAt", s."snapshot", s."sha", a."sandboxId",
        a."exerciseVersionId", EXISTS (SELECT 1 FROM "class_member" m JOIN "class_group" g ON g."id" = m."classId"
          WHERE m."personId" = k."learnerId" AND g."trainerId" = ${me.id}) AS "isOwnTrainee"
      FROM "marking" k JOIN "submission" s ON s."id" = k."submissionId" JOIN "attempt" a ON a."id" = s."attemptId"
      JOIN "person" p ON p."id" = k."learnerId" LEFT JOIN "person" w ON w."id" = k."signedBy"
      WHERE k."submissionId" = ${submissionId} AND k."stage" = ${FIRST} AND k."centreId" = ${me.centreId}`;
    if (!row) throw notFound();
    const { isOwnTrainee, ...work } = row;
    const standing = { isOwn: work.learnerId === me.id, isOwnTrainee: Boolean(isOwnTrainee), mode: work.mode };
    return { ...work, snapshot: unpackSnapshot(work.snapshot), whyNot: whyNotMark(standing) };
  }

  /** As `inCentre`, for who means to mark it: refused for own work, and for an own trainee's assessment. */
  async toMark(submissionId: string, me: Signed): Promise<Work> {
    const work = await this.inCentre(submissionId, me);
    if (work.whyNot) throw notAllowed(`assessment.not_yours_${work.whyNot}`);
    return work;
  }

  /** What is being marked is held against what the machine says now; a page drawn before that is stale. What is signed stays as it was signed. */
  async gradedAgain(runs: ReadonlyArray<{ submissionId: string; runId: string }>): Promise<void> {
    for (const { submissionId, runId } of runs)
      await this.db.sql`UPDATE "marking" SET "runId" = ${runId}, "version" = "version" + 1
        WHERE "submissionId" = ${submissionId} AND "status" = 'in_marking'`;
  }

  private async open({ submissionId, learnerId, centreId, mode, submittedAt }: HandedIn): Promise<void> {
    await this.db
      .sql`INSERT INTO "marking" ("submissionId", "stage", "centreId", "learnerId", "mode", "submittedAt", "status", "version")
      VALUES (${submissionId}, ${FIRST}, ${centreId}, ${learnerId}, ${mode}, ${submittedAt}, 'not_marked', 0)`;
  }
}
