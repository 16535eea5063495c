import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What falls due by itself, on the clock of its account. */
export class Dues1764100000101 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE "due"');
  }
}

const STATEMENTS = [
  `CREATE TABLE "due" (
    "account" varchar(40) NOT NULL, "kind" varchar(20) NOT NULL, "object" varchar(64) NOT NULL, "at" bigint NOT NULL,
    PRIMARY KEY ("account", "kind", "object"))`,
  'CREATE INDEX "due_of_account" ON "due" ("account", "at")',
  'CREATE INDEX "due_at" ON "due" ("at")',
  // The QRs that are open already run out as before.
  `INSERT INTO "due" ("account", "kind", "object", "at")
    SELECT "account", 'page', "intent", MAX("expires") FROM "pay_page" WHERE "state" = 'open' AND "kind" = 'promptpay'
    GROUP BY "account", "intent"`,
];
