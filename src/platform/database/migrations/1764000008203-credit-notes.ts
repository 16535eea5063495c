import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Credit notes, each for one refund of a sale whose receipt had been sent, numbered within their shop. */
export class CreditNotes1764000008203 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE "credit_note" (
      "id" varchar(60) PRIMARY KEY, "market" varchar(24) NOT NULL, "shopId" varchar(60) NOT NULL REFERENCES "shop" ("id"),
      "receiptId" varchar(60) NOT NULL REFERENCES "sales_receipt" ("id"), "orderId" varchar(60) NOT NULL,
      "refundId" varchar(80) NOT NULL, "number" varchar(20) NOT NULL, "status" varchar(12) NOT NULL, "title" varchar(16) NOT NULL,
      "amountSatang" bigint NOT NULL, "vatSatang" bigint, "reason" text NOT NULL, "issuedAt" varchar(24) NOT NULL,
      "sentAt" varchar(24), "cancelledAt" varchar(24), UNIQUE ("shopId", "number"))`);
    await runner.query(
      `CREATE UNIQUE INDEX "credit_note_standing" ON "credit_note" ("shopId", "refundId") WHERE "status" <> 'cancelled'`,
    );
    await runner.query('CREATE INDEX "credit_note_market" ON "credit_note" ("market", "shopId", "issuedAt")');
  }

  async down(): Promise<void> {
    throw new Error('This migration is not undone: restore a backup instead.');
  }
}
