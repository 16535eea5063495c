import type { MigrationInterface, QueryRunner } from 'typeorm';

const STATEMENTS = [
  // draft > open > closed. A pass mark is recommended, set, and approved by another person than the one who set it.
  // `classId`: of a public round the group that its applicants join by its code; the administrator who opened it leads it.
  `CREATE TABLE "assessment_round" (
    "id" varchar(40) PRIMARY KEY, "centreId" varchar(40) NOT NULL REFERENCES "centre" ("id"), "name" varchar(120) NOT NULL,
    "frameworkId" varchar(80) NOT NULL REFERENCES "framework" ("id"), "unitCode" varchar(20) NOT NULL, "kind" varchar(8) NOT NULL,
    "classId" varchar(40) REFERENCES "class_group" ("id"), "place" varchar(200) NOT NULL, "opensAt" varchar(24) NOT NULL,
    "closesAt" varchar(24) NOT NULL, "appealDays" integer NOT NULL, "status" varchar(8) NOT NULL,
    "recommendedPercent" integer NOT NULL, "setPercent" integer, "setBy" varchar(40) REFERENCES "person" ("id"),
    "setReason" text, "approvedBy" varchar(40) REFERENCES "person" ("id"), "approvedAt" varchar(24), "approvalReason" text,
    "createdBy" varchar(40) NOT NULL REFERENCES "person" ("id"), "createdAt" varchar(24) NOT NULL, "openedAt" varchar(24), "closedAt" varchar(24))`,
  'CREATE INDEX "assessment_round_centre" ON "assessment_round" ("centreId", "createdAt")',
  'CREATE UNIQUE INDEX "assessment_round_class" ON "assessment_round" ("classId")',
  `CREATE TABLE "round_exercise" (
    "roundId" varchar(40) NOT NULL REFERENCES "assessment_round" ("id"), "exerciseVersionId" varchar(80) NOT NULL REFERENCES "exercise_version" ("id"),
    "times" integer NOT NULL, "addedAt" varchar(24) NOT NULL, PRIMARY KEY ("roundId", "exerciseVersionId"))`,
  `CREATE TABLE "round_staff" (
    "roundId" varchar(40) NOT NULL REFERENCES "assessment_round" ("id"), "personId" varchar(40) NOT NULL REFERENCES "person" ("id"),
    "role" varchar(12) NOT NULL, "appointedAt" varchar(24) NOT NULL, PRIMARY KEY ("roundId", "personId", "role"))`,
  'CREATE INDEX "round_staff_person" ON "round_staff" ("personId")',
  // `elements`: of a re-assessment the elements that are still missing, as JSON; null for the whole unit. `previousId`: the application it follows.
  `CREATE TABLE "application" (
    "id" varchar(40) PRIMARY KEY, "roundId" varchar(40) NOT NULL REFERENCES "assessment_round" ("id"),
    "learnerId" varchar(40) NOT NULL REFERENCES "person" ("id"), "number" integer NOT NULL, "elements" text,
    "previousId" varchar(40) REFERENCES "application" ("id"), "selfCheck" text, "priorLearning" text NOT NULL, "adjustments" text NOT NULL,
    "planVersion" integer NOT NULL, "wording" varchar(20), "learnerAgreedAt" varchar(24), "staffAgreedBy" varchar(40) REFERENCES "person" ("id"),
    "staffAgreedAt" varchar(24), "createdBy" varchar(40) NOT NULL REFERENCES "person" ("id"), "createdAt" varchar(24) NOT NULL,
    UNIQUE ("roundId", "learnerId", "number"))`,
  'CREATE INDEX "application_learner" ON "application" ("learnerId", "createdAt")',
  'CREATE UNIQUE INDEX "application_previous" ON "application" ("previousId")',
  // planned > running <> paused > ended.
  `CREATE TABLE "assessment_session" (
    "id" varchar(40) PRIMARY KEY, "roundId" varchar(40) NOT NULL REFERENCES "assessment_round" ("id"), "place" varchar(200) NOT NULL,
    "invigilatorId" varchar(40) NOT NULL REFERENCES "person" ("id"), "status" varchar(8) NOT NULL, "createdBy" varchar(40) NOT NULL REFERENCES "person" ("id"),
    "createdAt" varchar(24) NOT NULL, "startedAt" varchar(24), "endedAt" varchar(24))`,
  'CREATE INDEX "assessment_session_round" ON "assessment_session" ("roundId", "createdAt")',
  // That somebody saw who she is. No number and no copy of a card has a column anywhere.
  `CREATE TABLE "session_candidate" (
    "sessionId" varchar(40) NOT NULL REFERENCES "assessment_session" ("id"), "applicationId" varchar(40) NOT NULL REFERENCES "application" ("id"),
    "identitySeenBy" varchar(40) REFERENCES "person" ("id"), "identitySeenAt" varchar(24), PRIMARY KEY ("sessionId", "applicationId"))`,
  'CREATE INDEX "session_candidate_application" ON "session_candidate" ("applicationId")',
  `CREATE TABLE "session_event" (
    "id" varchar(40) PRIMARY KEY, "sessionId" varchar(40) NOT NULL REFERENCES "assessment_session" ("id"), "kind" varchar(10) NOT NULL,
    "text" text NOT NULL, "applicationId" varchar(40) REFERENCES "application" ("id"), "personId" varchar(40) NOT NULL REFERENCES "person" ("id"),
    "at" varchar(24) NOT NULL)`,
  'CREATE INDEX "session_event_session" ON "session_event" ("sessionId", "at")',
  // `seedNumber`: the how-manieth attempt of this learner in this round, from which its seed comes.
  `CREATE TABLE "session_attempt" (
    "attemptId" varchar(40) PRIMARY KEY REFERENCES "attempt" ("id"), "applicationId" varchar(40) NOT NULL REFERENCES "application" ("id"),
    "roundId" varchar(40) NOT NULL REFERENCES "assessment_round" ("id"), "learnerId" varchar(40) NOT NULL REFERENCES "person" ("id"),
    "sessionId" varchar(40) NOT NULL REFERENCES "assessment_session" ("id"), "seedNumber" integer NOT NULL,
    UNIQUE ("roundId", "learnerId", "seedNumber"))`,
  'CREATE INDEX "session_attempt_application" ON "session_attempt" ("applicationId")',
  // Rows are added and never changed: the newest of an application is the one in force. `sealed`: canonical JSON, `sha256` its hash.
  `CREATE TABLE "decision" (
    "id" varchar(40) PRIMARY KEY, "centreId" varchar(40) NOT NULL REFERENCES "centre" ("id"), "roundId" varchar(40) NOT NULL REFERENCES "assessment_round" ("id"),
    "applicationId" varchar(40) NOT NULL REFERENCES "application" ("id"), "learnerId" varchar(40) NOT NULL REFERENCES "person" ("id"),
    "frameworkId" varchar(80) NOT NULL, "unitCode" varchar(20) NOT NULL, "number" integer NOT NULL, "outcome" varchar(24) NOT NULL,
    "sealed" text NOT NULL, "sha256" varchar(64) NOT NULL, "basis" varchar(64) NOT NULL, "signedBy" varchar(40) NOT NULL REFERENCES "person" ("id"),
    "signedAt" varchar(24) NOT NULL, UNIQUE ("applicationId", "number"))`,
  'CREATE INDEX "decision_learner" ON "decision" ("learnerId", "signedAt")',
];

/** Rounds of assessment: who is assessed in what, where and by whom, the sessions that count, and what was decided. */
export class Rounds1764000009101 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('This migration is not undone: restore a backup instead.');
  }
}
