import type { MigrationInterface, QueryRunner } from 'typeorm';

const STATEMENTS = [
  `CREATE TABLE "reconciliation" (
    "id" varchar(60) PRIMARY KEY, "market" varchar(24) NOT NULL, "night" varchar(24), "status" varchar(12) NOT NULL,
    "checked" integer NOT NULL DEFAULT 0, "found" integer NOT NULL DEFAULT 0, "at" varchar(24) NOT NULL,
    CHECK ("status" IN ('due', 'done', 'unreachable')))`,
  'CREATE UNIQUE INDEX "reconciliation_night" ON "reconciliation" ("market", "night")',
  'CREATE INDEX "reconciliation_at" ON "reconciliation" ("market", "at")',
  `CREATE TABLE "reconciliation_difference" (
    "runId" varchar(60) NOT NULL REFERENCES "reconciliation" ("id"), "position" integer NOT NULL, "market" varchar(24) NOT NULL,
    "kind" varchar(8) NOT NULL, "key" varchar(80) NOT NULL, "oursSatang" bigint, "theirsSatang" bigint, "orderNumber" varchar(20),
    PRIMARY KEY ("runId", "position"))`,
];

export class Reconciliation1764000007103 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('This migration is not undone: restore a backup instead.');
  }
}
