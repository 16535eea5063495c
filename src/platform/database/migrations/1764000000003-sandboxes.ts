import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Sandboxes1764000000003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE "sandbox" (
      "id" varchar(16) PRIMARY KEY, "kind" varchar(12) NOT NULL, "editionId" varchar(16), "scenario" varchar(60) NOT NULL,
      "ruleSet" varchar(60) NOT NULL, "seed" varchar(64) NOT NULL, "generation" integer NOT NULL, "counter" integer NOT NULL,
      "clock" varchar(24) NOT NULL, "openedClock" varchar(24) NOT NULL, "ownerId" varchar(40), "classId" varchar(40),
      "providerKey" varchar(80) NOT NULL, "createdAt" varchar(24) NOT NULL, "closedAt" varchar(24))`);
    await runner.query('CREATE INDEX "sandbox_owner" ON "sandbox" ("ownerId")');
    await runner.query('CREATE INDEX "sandbox_class" ON "sandbox" ("classId")');
    await runner.query(`CREATE TABLE "act" (
      "sandboxId" varchar(16) NOT NULL REFERENCES "sandbox" ("id"), "generation" integer NOT NULL, "seq" integer NOT NULL,
      "verb" varchar(60) NOT NULL, "party" varchar(80) NOT NULL, "personId" varchar(40), "input" text NOT NULL,
      "marketAt" varchar(24) NOT NULL, "wallAt" varchar(24) NOT NULL, PRIMARY KEY ("sandboxId", "generation", "seq"))`);
    await runner.query(`CREATE TABLE "due_event" (
      "id" varchar(60) PRIMARY KEY, "sandboxId" varchar(16) NOT NULL REFERENCES "sandbox" ("id"), "generation" integer NOT NULL,
      "dueAt" varchar(24) NOT NULL, "verb" varchar(60) NOT NULL, "payload" text NOT NULL, "leaseUntil" varchar(24), "doneAt" varchar(24))`);
    await runner.query('CREATE INDEX "due_event_next" ON "due_event" ("sandboxId", "generation", "doneAt", "dueAt")');
  }

  async down(): Promise<void> {
    throw new Error('This migration is not undone: restore a backup instead.');
  }
}
