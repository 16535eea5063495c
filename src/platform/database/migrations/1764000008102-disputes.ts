import type { MigrationInterface, QueryRunner } from 'typeorm';

const STATEMENTS = [
  `CREATE TABLE "dispute" (
    "id" varchar(60) PRIMARY KEY, "market" varchar(24) NOT NULL, "paymentId" varchar(60) NOT NULL REFERENCES "payment" ("id"),
    "providerDisputeId" varchar(80) NOT NULL, "amountSatang" bigint NOT NULL, "feeSatang" bigint NOT NULL DEFAULT 0,
    "vatSatang" bigint NOT NULL DEFAULT 0, "reason" varchar(60) NOT NULL, "status" varchar(12) NOT NULL, "openedAt" varchar(24) NOT NULL,
    UNIQUE ("market", "providerDisputeId"), CHECK ("status" IN ('inquiry', 'closed', 'withdrawn', 'won', 'lost')))`,
  'CREATE INDEX "dispute_payment" ON "dispute" ("paymentId")',
  // How many kinds of news the provider was asked for: one that was asked before there were more is asked again.
  'ALTER TABLE "webhook_endpoint" ADD COLUMN "kinds" integer NOT NULL DEFAULT 0',
  // Money that came, or went back, while there was no ledger yet: the comparison names it and does not miss it.
  'ALTER TABLE "payment" ADD COLUMN "beforeLedger" integer NOT NULL DEFAULT 0',
  'ALTER TABLE "refund" ADD COLUMN "beforeLedger" integer NOT NULL DEFAULT 0',
  `UPDATE "payment" SET "beforeLedger" = 1 WHERE "status" IN ('captured', 'refunded', 'partially_refunded')
    AND NOT EXISTS (SELECT 1 FROM "ledger_transaction" t WHERE t."market" = "payment"."market" AND t."objectId" = "payment"."id"
      AND t."kind" = 'received')`,
  `UPDATE "refund" SET "beforeLedger" = 1 WHERE "status" IN ('done', 'failed', 'by_hand')
    AND NOT EXISTS (SELECT 1 FROM "ledger_transaction" t WHERE t."market" = "refund"."market" AND t."objectId" = "refund"."id")`,
];

export class Disputes1764000008102 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('This migration is not undone: restore a backup instead.');
  }
}
