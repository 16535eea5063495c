import type { MigrationInterface, QueryRunner } from 'typeorm';

const STATEMENTS = [
  // What a seller says of the credits of a period; handed in or still at it.
  `CREATE TABLE "credit_matching" (
    "id" varchar(60) PRIMARY KEY, "market" varchar(24) NOT NULL, "shopId" varchar(60) NOT NULL REFERENCES "shop" ("id"),
    "fromDay" varchar(10) NOT NULL, "toDay" varchar(10) NOT NULL, "submittedAt" varchar(24), UNIQUE ("shopId", "fromDay"))`,
  `CREATE TABLE "credit_match" (
    "matchingId" varchar(60) NOT NULL REFERENCES "credit_matching" ("id"), "creditId" varchar(60) NOT NULL,
    "market" varchar(24) NOT NULL, "orderId" varchar(60), "reason" varchar(12), PRIMARY KEY ("matchingId", "creditId"),
    CHECK (("orderId" IS NULL) <> ("reason" IS NULL)))`,
  `CREATE TABLE "forecast" (
    "shopId" varchar(60) PRIMARY KEY REFERENCES "shop" ("id"), "market" varchar(24) NOT NULL, "startsOn" varchar(10) NOT NULL,
    "weeks" text NOT NULL, "engine" text NOT NULL, "savedAt" varchar(24) NOT NULL)`,
];

export class Reckonings1764000007303 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('This migration is not undone: restore a backup instead.');
  }
}
