import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a seller writes for money that went out without a receipt. One for each such event. */
export class Vouchers1764000008202 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE "expense_voucher" (
      "id" varchar(60) PRIMARY KEY, "market" varchar(24) NOT NULL, "shopId" varchar(60) NOT NULL REFERENCES "shop" ("id"),
      "eventId" varchar(80) NOT NULL, "number" varchar(20) NOT NULL, "payee" varchar(120) NOT NULL, "reason" text NOT NULL,
      "amountSatang" bigint NOT NULL, "day" varchar(10) NOT NULL, "writtenAt" varchar(24) NOT NULL,
      UNIQUE ("shopId", "eventId"), UNIQUE ("shopId", "number"))`);
    await runner.query('CREATE INDEX "expense_voucher_market" ON "expense_voucher" ("market", "shopId")');
  }

  async down(): Promise<void> {
    throw new Error('This migration is not undone: restore a backup instead.');
  }
}
