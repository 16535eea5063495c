import type { MigrationInterface, QueryRunner } from 'typeorm';

const STATEMENTS = [
  // A grading names the exercise version whose checks made it. One of a regrade that is not applied yet is in force from no moment.
  'ALTER TABLE "grading_run" ADD COLUMN "exerciseVersionId" varchar(80) REFERENCES "exercise_version" ("id")',
  'ALTER TABLE "grading_run" ADD COLUMN "batchId" varchar(40)',
  'ALTER TABLE "grading_run" ADD COLUMN "inForceFrom" varchar(24)',
  `UPDATE "grading_run" SET "inForceFrom" = "gradedAt", "exerciseVersionId" = (SELECT a."exerciseVersionId" FROM "submission" s
    JOIN "attempt" a ON a."id" = s."attemptId" WHERE s."id" = "grading_run"."submissionId")`,
  'CREATE INDEX "grading_run_in_force" ON "grading_run" ("submissionId", "inForceFrom")',
  'CREATE INDEX "grading_run_batch" ON "grading_run" ("batchId")',
  // running > ready > applied | cancelled. `cursor`: the submission that was looked at last, where another process goes on.
  // `unreadable`: submissions whose snapshot is not the one that was handed in.
  `CREATE TABLE "regrade_batch" (
    "id" varchar(40) PRIMARY KEY, "centreId" varchar(40) NOT NULL REFERENCES "centre" ("id"),
    "fromVersionId" varchar(80) NOT NULL REFERENCES "exercise_version" ("id"),
    "toVersionId" varchar(80) NOT NULL REFERENCES "exercise_version" ("id"), "trainerId" varchar(40) REFERENCES "person" ("id"),
    "classId" varchar(40) REFERENCES "class_group" ("id"), "reason" text NOT NULL, "status" varchar(12) NOT NULL,
    "total" integer NOT NULL, "done" integer NOT NULL, "cursor" varchar(40) NOT NULL, "summary" text NOT NULL,
    "unreadable" text NOT NULL, "holder" varchar(20), "leaseUntil" varchar(24) NOT NULL, "createdBy" varchar(40) NOT NULL REFERENCES "person" ("id"), "createdAt" varchar(24) NOT NULL,
    "readyAt" varchar(24), "approvedBy" varchar(40) REFERENCES "person" ("id"), "approvedAt" varchar(24),
    "endedBy" varchar(40) REFERENCES "person" ("id"), "endedAt" varchar(24))`,
  'CREATE INDEX "regrade_batch_centre" ON "regrade_batch" ("centreId", "createdAt")',
  'CREATE INDEX "regrade_batch_running" ON "regrade_batch" ("status", "leaseUntil")',
  // One row for each submission whose result would change.
  `CREATE TABLE "regrade_diff" (
    "batchId" varchar(40) NOT NULL REFERENCES "regrade_batch" ("id"), "submissionId" varchar(40) NOT NULL REFERENCES "submission" ("id"),
    "beforeRunId" varchar(40) NOT NULL REFERENCES "grading_run" ("id"), "runId" varchar(40) NOT NULL REFERENCES "grading_run" ("id"),
    "direction" varchar(8) NOT NULL, "isBroken" boolean NOT NULL, "changes" text NOT NULL, PRIMARY KEY ("batchId", "submissionId"))`,
  'CREATE INDEX "regrade_diff_direction" ON "regrade_diff" ("batchId", "direction", "submissionId")',
  'CREATE INDEX "regrade_diff_submission" ON "regrade_diff" ("submissionId")',
];

/** Grading again with other checks, put in force by a person or not at all. */
export class Regrading1764000009001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('This migration is not undone: restore a backup instead.');
  }
}
