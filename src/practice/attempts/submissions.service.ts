import { Injectable } from '@nestjs/common';
import { chainOf } from '../../market/sandboxes/acts.service.js';
import { generationId } from '../../market/sandboxes/generation.js';
import { Sandboxes } from '../../market/sandboxes/sandboxes.service.js';
import { ActivityLog } from '../../platform/activity/activity-log.js';
import { Database } from '../../platform/database/database.js';
import type { Signed } from '../../platform/web/request.js';
import { canonicalJson } from '../../shared/canonical-json.js';
import { sha256Hex } from '../../shared/hash.js';
import { newId } from '../../shared/ids.js';
import { conflict, notFound } from '../../shared/refusal.js';
import { Exercises } from '../exercises/exercises.service.js';
import type { Facts } from '../graders/facts.js';
import { type Grading, grade } from '../graders/grade.js';
import { CHECKS } from '../graders/registry.js';
import { GatherFacts } from '../snapshot/gather-facts.service.js';
import { packSnapshot, unpackSnapshot } from '../snapshot/pack.js';
import type { Attempt } from './attempts.service.js';
import { GradingRuns } from './grading-runs.service.js';
import { HandInAnnouncements } from './hand-in-announcements.js';

export interface Submission {
  id: string;
  attemptId: string;
  learnerId: string;
  sandboxId: string;
  exerciseVersionId: string;
  preview: boolean;
  snapshot: string;
  sha: string;
  throughSeq: number;
  headHash: string;
  /** The server's signature of that head, null while the market's log was empty. */
  headSignature: string | null;
  submittedAt: string;
}

/** Checks work as it stands, and freezes and grades it when it is handed in. */
@Injectable()
export class Submissions {
  constructor(
    private readonly db: Database,
    private readonly exercises: Exercises,
    private readonly gather: GatherFacts,
    private readonly log: ActivityLog,
    private readonly sandboxes: Sandboxes,
    private readonly announcements: HandInAnnouncements,
    private readonly runs: GradingRuns,
  ) {}

  /** "ตรวจดู": the same grading as at hand-in, of a snapshot that nobody keeps. */
  async check(attempt: Attempt): Promise<Grading & Pick<Facts, 'events'>> {
    const { exercise } = await this.exercises.version(attempt.exerciseVersionId);
    const facts = await this.gather.of(attempt, exercise);
    return { ...grade(facts, exercise, CHECKS), events: facts.events };
  }

  /** Freezes the facts, hashes them and grades what was frozen. Once an attempt; a second try leads to the first. */
  async handIn(attempt: Attempt, me: Signed): Promise<string> {
    if (attempt.status !== 'in_progress') throw conflict('practice.handed_in_already');
    const { exercise } = await this.exercises.version(attempt.exerciseVersionId);
    return this.db.transaction(async () => {
      const [moved] = await this.db.sql`UPDATE "attempt" SET "status" = 'submitted'
        WHERE "id" = ${attempt.id} AND "status" = 'in_progress' RETURNING "id"`;
      if (!moved) throw conflict('practice.handed_in_already');
      await this.sandboxes.hold(attempt.sandboxId);
      const facts = await this.gather.of(attempt, exercise);
      const submittedAt = new Date();
      const id = await this.freeze(attempt, facts, submittedAt);
      await this.runs.keep(id, attempt.exerciseVersionId, grade(facts, exercise, CHECKS));
      this.log.record({
        chain: `centre:${me.centreId}`,
        type: 'submission.handed_in',
        actor: 'person',
        personId: me.id,
        objectId: id,
        payload: { attemptId: attempt.id, exercise: attempt.exerciseVersionId, mode: attempt.mode },
      });
      if (!attempt.preview) {
        const { learnerId, mode } = attempt;
        await this.announcements.announce({ submissionId: id, learnerId, centreId: me.centreId, mode, submittedAt });
      }
      return id;
    });
  }

  /** A person's own submission; somebody else's is not found. */
  async own(id: string, personId: string): Promise<Submission> {
    const [row] = await this.db
      .sql<Submission>`SELECT s.*, a."learnerId", a."sandboxId", a."exerciseVersionId", a."preview"
      FROM "submission" s JOIN "attempt" a ON a."id" = s."attemptId" WHERE s."id" = ${id} AND a."learnerId" = ${personId}`;
    if (!row) throw notFound();
    return { ...row, snapshot: unpackSnapshot(row.snapshot), preview: Boolean(row.preview) };
  }

  /** A submission of a trainer's own class, with its learner's name; any other is not found. */
  async ofTrainer(id: string, classId: string, trainerId: string): Promise<Submission & { learnerName: string }> {
    const [row] = await this.db.sql<Submission & { learnerName: string }>`
      SELECT s.*, a."learnerId", a."sandboxId", a."exerciseVersionId", p."displayName" AS "learnerName"
      FROM "submission" s JOIN "attempt" a ON a."id" = s."attemptId" JOIN "person" p ON p."id" = a."learnerId"
      JOIN "assignment" g ON g."id" = a."assignmentId" JOIN "class_group" c ON c."id" = g."classId"
      WHERE s."id" = ${id} AND c."id" = ${classId} AND c."trainerId" = ${trainerId}`;
    if (!row) throw notFound();
    return { ...row, snapshot: unpackSnapshot(row.snapshot) };
  }

  async ofAttempt(attemptId: string): Promise<string | null> {
    const [row] = await this.db.sql<{ id: string }>`SELECT "id" FROM "submission" WHERE "attemptId" = ${attemptId}`;
    return row?.id ?? null;
  }

  private async freeze(attempt: Attempt, facts: Facts, submittedAt: Date): Promise<string> {
    const snapshot = canonicalJson(facts);
    const id = newId('sub');
    const head = await this.log.signHead(chainOf(generationId(facts.sandbox.id, facts.sandbox.generation)));
    await this.db
      .sql`INSERT INTO "submission" ("id", "attemptId", "snapshot", "sha", "throughSeq", "headHash", "headSignature", "submittedAt")
      VALUES (${id}, ${attempt.id}, ${packSnapshot(snapshot)}, ${sha256Hex(snapshot)}, ${head?.seq ?? 0}, ${head?.hash ?? ''},
        ${head?.signature ?? null}, ${submittedAt})`;
    return id;
  }
}
