import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Platform1764000000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE "session" (
      "id" varchar(64) PRIMARY KEY, "personId" varchar(40), "data" text NOT NULL,
      "createdAt" varchar(24) NOT NULL, "expiresAt" varchar(24) NOT NULL)`);
    await runner.query('CREATE INDEX "session_person" ON "session" ("personId")');
    await runner.query('CREATE INDEX "session_expiry" ON "session" ("expiresAt")');
    await runner.query(`CREATE TABLE "throttle" (
      "subject" varchar(120) PRIMARY KEY, "misses" integer NOT NULL, "windowEndsAt" varchar(24) NOT NULL)`);
    await runner.query(`CREATE TABLE "outbox" (
      "id" varchar(40) PRIMARY KEY, "kind" varchar(40) NOT NULL, "payload" text NOT NULL, "dueAt" varchar(24) NOT NULL,
      "attempts" integer NOT NULL DEFAULT 0, "leaseUntil" varchar(24), "doneAt" varchar(24), "lastError" text)`);
    await runner.query('CREATE INDEX "outbox_due" ON "outbox" ("doneAt", "dueAt")');
    await runner.query(`CREATE TABLE "activity_head" (
      "chain" varchar(60) PRIMARY KEY, "seq" integer NOT NULL, "hash" varchar(64) NOT NULL)`);
    await runner.query(`CREATE TABLE "activity_event" (
      "chain" varchar(60) NOT NULL, "seq" integer NOT NULL, "type" varchar(60) NOT NULL, "actor" varchar(80) NOT NULL,
      "personId" varchar(40), "objectId" varchar(80), "marketAt" varchar(24), "wallAt" varchar(24) NOT NULL,
      "payload" text, "payloadHash" varchar(64) NOT NULL, "previousHash" varchar(64) NOT NULL, "hash" varchar(64) NOT NULL,
      PRIMARY KEY ("chain", "seq"))`);
    await runner.query('CREATE INDEX "activity_event_type" ON "activity_event" ("chain", "type")');
  }

  async down(): Promise<void> {
    throw new Error('The first migration is not undone: restore a backup instead.');
  }
}
