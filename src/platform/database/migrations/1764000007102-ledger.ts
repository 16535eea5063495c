import type { MigrationInterface, QueryRunner } from 'typeorm';

const STATEMENTS = [
  // What came and what left stand on the transaction, too: one that does not sum to zero the database itself refuses.
  `CREATE TABLE "ledger_transaction" (
    "id" varchar(60) PRIMARY KEY, "market" varchar(24) NOT NULL, "kind" varchar(20) NOT NULL, "objectId" varchar(60) NOT NULL,
    "cameSatang" bigint NOT NULL, "leftSatang" bigint NOT NULL, "at" varchar(24) NOT NULL,
    CHECK ("cameSatang" = "leftSatang" AND "cameSatang" > 0))`,
  'CREATE INDEX "ledger_transaction_object" ON "ledger_transaction" ("market", "objectId", "kind")',
  'CREATE INDEX "ledger_transaction_at" ON "ledger_transaction" ("market", "at")',
  `CREATE TABLE "shop_payout" (
    "id" varchar(60) PRIMARY KEY, "market" varchar(24) NOT NULL, "shopId" varchar(60) NOT NULL, "payday" varchar(24) NOT NULL,
    "status" varchar(10) NOT NULL, "amountSatang" bigint NOT NULL DEFAULT 0, "sentAt" varchar(24), "arrivedAt" varchar(24),
    "failure" varchar(40), UNIQUE ("market", "shopId", "payday"),
    CHECK ("status" IN ('open', 'carried', 'sent', 'paid', 'failed')), CHECK ("amountSatang" >= 0))`,
  `CREATE TABLE "ledger_line" (
    "transactionId" varchar(60) NOT NULL REFERENCES "ledger_transaction" ("id"), "position" integer NOT NULL,
    "market" varchar(24) NOT NULL, "account" varchar(10) NOT NULL, "what" varchar(20) NOT NULL, "amountSatang" bigint NOT NULL,
    "shopId" varchar(60), "orderId" varchar(60), "payoutId" varchar(60) REFERENCES "shop_payout" ("id"),
    PRIMARY KEY ("transactionId", "position"), CHECK ("amountSatang" <> 0),
    CHECK ("account" IN ('buyer', 'escrow', 'shop', 'platform', 'provider', 'vat', 'courier', 'bank')),
    CHECK ("account" NOT IN ('shop', 'bank') OR "shopId" IS NOT NULL), CHECK ("payoutId" IS NULL OR "account" = 'shop'))`,
  'CREATE INDEX "ledger_line_order" ON "ledger_line" ("market", "orderId", "account")',
  'CREATE INDEX "ledger_line_shop" ON "ledger_line" ("market", "shopId", "account")',
  'CREATE INDEX "ledger_line_payout" ON "ledger_line" ("payoutId")',
];

export class Ledger1764000007102 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('This migration is not undone: restore a backup instead.');
  }
}
