import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What buyers say of goods. Their number and the sum of their stars stand beside the goods, so that a shelf counts nothing. */
export class Reviews1764000004001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE "review" (
      "id" varchar(60) PRIMARY KEY, "market" varchar(24) NOT NULL, "productId" varchar(60) NOT NULL REFERENCES "product" ("id"),
      "orderId" varchar(60) REFERENCES "market_order" ("id"), "party" varchar(80) NOT NULL, "author" varchar(80) NOT NULL,
      "stars" integer NOT NULL, "text" text NOT NULL, "writtenAt" varchar(24) NOT NULL,
      UNIQUE ("orderId", "productId"), CHECK ("stars" BETWEEN 1 AND 5))`);
    await runner.query('CREATE INDEX "review_product" ON "review" ("productId", "writtenAt")');
    await runner.query('ALTER TABLE "product" ADD COLUMN "reviewCount" integer NOT NULL DEFAULT 0');
    await runner.query('ALTER TABLE "product" ADD COLUMN "starSum" integer NOT NULL DEFAULT 0');
  }

  async down(): Promise<void> {
    throw new Error('This migration is not undone: restore a backup instead.');
  }
}
