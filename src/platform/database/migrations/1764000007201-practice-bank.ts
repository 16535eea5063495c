import type { MigrationInterface, QueryRunner } from 'typeorm';

const STATEMENTS = [
  `CREATE TABLE "payment_account" (
    "id" varchar(60) PRIMARY KEY, "market" varchar(24) NOT NULL, "shopId" varchar(60) NOT NULL, "kind" varchar(12) NOT NULL,
    "number" varchar(16) NOT NULL, "holder" varchar(120) NOT NULL, "linkedAt" varchar(24) NOT NULL, "unlinkedAt" varchar(24),
    "testTransferId" varchar(60), "verifiedAt" varchar(24))`,
  `CREATE UNIQUE INDEX "payment_account_shop" ON "payment_account" ("market", "shopId") WHERE "unlinkedAt" IS NULL`,
  `CREATE TABLE "bank_transfer" (
    "id" varchar(60) PRIMARY KEY, "market" varchar(24) NOT NULL, "reference" varchar(24) NOT NULL,
    "fromAccount" varchar(16) NOT NULL, "fromName" varchar(120) NOT NULL, "toAccount" varchar(16) NOT NULL,
    "toName" varchar(120) NOT NULL, "amountSatang" bigint NOT NULL, "purpose" varchar(16) NOT NULL, "objectId" varchar(60),
    "sentAt" varchar(24) NOT NULL, "arrivesAt" varchar(24) NOT NULL, "arrivedAt" varchar(24), "viewedAt" varchar(24),
    "matchedTo" varchar(60), "matchedAt" varchar(24), UNIQUE ("market", "reference"), CHECK ("amountSatang" > 0))`,
  'CREATE INDEX "bank_transfer_in" ON "bank_transfer" ("market", "toAccount")',
  'CREATE INDEX "bank_transfer_out" ON "bank_transfer" ("market", "fromAccount")',
  'CREATE INDEX "bank_transfer_about" ON "bank_transfer" ("market", "objectId")',
];

/** The practice bank: who takes money in which account, and every movement of money between accounts. */
export class PracticeBank1764000007201 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('This migration is not undone: restore a backup instead.');
  }
}
