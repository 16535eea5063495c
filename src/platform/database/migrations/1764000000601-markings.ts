import type { MigrationInterface, QueryRunner } from 'typeorm';

const STATEMENTS = [
  // One row for each submission and stage: the queue reads it alone. `version` counts the changes, so that a stale page is found out.
  `CREATE TABLE "marking" (
    "submissionId" varchar(40) NOT NULL REFERENCES "submission" ("id"), "stage" varchar(12) NOT NULL,
    "centreId" varchar(40) NOT NULL REFERENCES "centre" ("id"), "learnerId" varchar(40) NOT NULL REFERENCES "person" ("id"),
    "mode" varchar(12) NOT NULL, "submittedAt" varchar(24) NOT NULL, "status" varchar(20) NOT NULL, "version" integer NOT NULL,
    "runId" varchar(40) REFERENCES "grading_run" ("id"), "begunBy" varchar(40) REFERENCES "person" ("id"), "begunAt" varchar(24),
    "signedBy" varchar(40) REFERENCES "person" ("id"), "signedAt" varchar(24), PRIMARY KEY ("submissionId", "stage"))`,
  'CREATE INDEX "marking_queue" ON "marking" ("centreId", "stage", "status", "submittedAt", "submissionId")',
  'CREATE INDEX "marking_queue_mode" ON "marking" ("centreId", "stage", "mode", "status", "submittedAt", "submissionId")',
  // Rows are added and never changed: the newest version of a criterion is the one in force.
  `CREATE TABLE "mark" (
    "id" varchar(40) PRIMARY KEY, "submissionId" varchar(40) NOT NULL, "stage" varchar(12) NOT NULL, "criterion" varchar(20) NOT NULL,
    "version" integer NOT NULL, "runId" varchar(40) NOT NULL REFERENCES "grading_run" ("id"),
    "assessorId" varchar(40) NOT NULL REFERENCES "person" ("id"), "verdict" varchar(16) NOT NULL, "basis" varchar(12) NOT NULL,
    "note" text, "markedAt" varchar(24) NOT NULL, UNIQUE ("submissionId", "stage", "criterion", "version"),
    FOREIGN KEY ("submissionId", "stage") REFERENCES "marking" ("submissionId", "stage"))`,
  // Where a mark differs from what the machine said. No reason, no override.
  `CREATE TABLE "override" (
    "markId" varchar(40) PRIMARY KEY REFERENCES "mark" ("id"), "criterion" varchar(20) NOT NULL, "before" varchar(16) NOT NULL,
    "after" varchar(16) NOT NULL, "reasonCode" varchar(40) NOT NULL, "reasonText" text NOT NULL,
    "actorId" varchar(40) NOT NULL REFERENCES "person" ("id"), "overriddenAt" varchar(24) NOT NULL)`,
  // What was handed in before there was anybody to assess it waits too.
  `INSERT INTO "marking" ("submissionId", "stage", "centreId", "learnerId", "mode", "submittedAt", "status", "version")
    SELECT s."id", 'first', p."centreId", a."learnerId", a."mode", s."submittedAt", 'not_marked', 0
    FROM "submission" s JOIN "attempt" a ON a."id" = s."attemptId" JOIN "person" p ON p."id" = a."learnerId"
    WHERE a."preview" = FALSE`,
];

export class Markings1764000000601 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('This migration is not undone: restore a backup instead.');
  }
}
