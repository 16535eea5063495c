import type { MigrationInterface, QueryRunner } from 'typeorm';

const STATEMENTS = [
  `CREATE TABLE "framework" (
    "id" varchar(60) PRIMARY KEY, "body" text NOT NULL, "sha" varchar(64) NOT NULL, "loadedAt" varchar(24) NOT NULL)`,
  'CREATE TABLE "exercise" ("code" varchar(60) PRIMARY KEY, "createdAt" varchar(24) NOT NULL)',
  `CREATE TABLE "exercise_version" (
    "id" varchar(80) PRIMARY KEY, "code" varchar(60) NOT NULL REFERENCES "exercise" ("code"), "version" integer NOT NULL,
    "body" text NOT NULL, "sha" varchar(64) NOT NULL, "publishedAt" varchar(24) NOT NULL, UNIQUE ("code", "version"))`,
  `CREATE TABLE "assignment" (
    "id" varchar(40) PRIMARY KEY, "classId" varchar(40) NOT NULL REFERENCES "class_group" ("id"),
    "exerciseVersionId" varchar(80) NOT NULL REFERENCES "exercise_version" ("id"), "mode" varchar(12) NOT NULL,
    "opensAt" varchar(24), "closesAt" varchar(24), "createdBy" varchar(40) NOT NULL, "createdAt" varchar(24) NOT NULL)`,
  'CREATE INDEX "assignment_class" ON "assignment" ("classId", "createdAt")',
  `CREATE TABLE "attempt" (
    "id" varchar(40) PRIMARY KEY, "learnerId" varchar(40) NOT NULL REFERENCES "person" ("id"),
    "assignmentId" varchar(40) REFERENCES "assignment" ("id"),
    "exerciseVersionId" varchar(80) NOT NULL REFERENCES "exercise_version" ("id"), "mode" varchar(12) NOT NULL,
    "number" integer NOT NULL, "seed" varchar(64) NOT NULL, "sandboxId" varchar(16) NOT NULL UNIQUE REFERENCES "sandbox" ("id"),
    "status" varchar(12) NOT NULL, "preview" boolean NOT NULL, "createdAt" varchar(24) NOT NULL,
    UNIQUE ("assignmentId", "learnerId", "number"))`,
  'CREATE INDEX "attempt_learner" ON "attempt" ("learnerId", "createdAt")',
  `CREATE TABLE "submission" (
    "id" varchar(40) PRIMARY KEY, "attemptId" varchar(40) NOT NULL UNIQUE REFERENCES "attempt" ("id"), "snapshot" text NOT NULL,
    "sha" varchar(64) NOT NULL, "throughSeq" integer NOT NULL, "headHash" varchar(64) NOT NULL, "submittedAt" varchar(24) NOT NULL)`,
  `CREATE TABLE "grading_run" (
    "id" varchar(40) PRIMARY KEY, "submissionId" varchar(40) NOT NULL REFERENCES "submission" ("id"), "points" integer NOT NULL,
    "max" integer NOT NULL, "declaredMax" integer NOT NULL, "errors" text NOT NULL, "gradedAt" varchar(24) NOT NULL)`,
  'CREATE INDEX "grading_run_submission" ON "grading_run" ("submissionId", "gradedAt")',
  `CREATE TABLE "check_result" (
    "runId" varchar(40) NOT NULL REFERENCES "grading_run" ("id"), "position" integer NOT NULL, "checkId" varchar(60) NOT NULL,
    "criterion" varchar(20) NOT NULL, "outcome" varchar(16) NOT NULL, "points" integer NOT NULL, "weight" integer NOT NULL,
    "finding" text NOT NULL, PRIMARY KEY ("runId", "position"))`,
  `CREATE TABLE "criterion_result" (
    "runId" varchar(40) NOT NULL REFERENCES "grading_run" ("id"), "criterion" varchar(20) NOT NULL, "outcome" varchar(16) NOT NULL,
    "points" integer NOT NULL, "max" integer NOT NULL, "finding" text NOT NULL, PRIMARY KEY ("runId", "criterion"))`,
];

export class Practice1764000000401 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('This migration is not undone: restore a backup instead.');
  }
}
