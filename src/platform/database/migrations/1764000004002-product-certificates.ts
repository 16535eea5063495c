import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Certificates that a listing carries, by their numbers in the practice register. */
export class ProductCertificates1764000004002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE "product_certificate" (
      "productId" varchar(60) NOT NULL REFERENCES "product" ("id"), "number" varchar(40) NOT NULL, "attachedAt" varchar(24) NOT NULL,
      PRIMARY KEY ("productId", "number"))`);
  }

  async down(): Promise<void> {
    throw new Error('This migration is not undone: restore a backup instead.');
  }
}
