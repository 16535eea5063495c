import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A try that waits for an account's held clock to be moved, and what came of every try. */
export class Deliveries1764100000301 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of CHANGES) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('Restore a backup instead.');
  }
}

const CHANGES = [
  'ALTER TABLE "delivery" ADD COLUMN "clockDue" bigint',
  'CREATE INDEX "delivery_log" ON "delivery" ("account", "seq")',
  `CREATE TABLE "delivery_attempt" (
    "delivery" varchar(40) NOT NULL, "number" integer NOT NULL, "account" varchar(40) NOT NULL, "atMs" bigint NOT NULL,
    "tookMs" integer NOT NULL, "status" integer, "problem" varchar(200), PRIMARY KEY ("delivery", "number"))`,
  'CREATE INDEX "delivery_attempt_account" ON "delivery_attempt" ("account")',
];
