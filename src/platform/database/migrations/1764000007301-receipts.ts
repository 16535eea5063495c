import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Sales receipts, numbered within their shop. An order has at most one that is not cancelled. */
export class Receipts1764000007301 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE "sales_receipt" (
      "id" varchar(60) PRIMARY KEY, "market" varchar(24) NOT NULL, "shopId" varchar(60) NOT NULL REFERENCES "shop" ("id"),
      "orderId" varchar(60) NOT NULL REFERENCES "market_order" ("id"), "number" varchar(20) NOT NULL, "status" varchar(12) NOT NULL,
      "title" varchar(16) NOT NULL, "buyerName" varchar(120) NOT NULL, "lines" text NOT NULL, "totalSatang" bigint NOT NULL,
      "vatSatang" bigint, "issuedAt" varchar(24) NOT NULL, "sentAt" varchar(24), "cancelledAt" varchar(24), "cancelReason" text,
      UNIQUE ("shopId", "number"))`);
    await runner.query(
      `CREATE UNIQUE INDEX "sales_receipt_standing" ON "sales_receipt" ("orderId") WHERE "status" <> 'cancelled'`,
    );
    await runner.query('CREATE INDEX "sales_receipt_market" ON "sales_receipt" ("market", "shopId", "issuedAt")');
  }

  async down(): Promise<void> {
    throw new Error('This migration is not undone: restore a backup instead.');
  }
}
