import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Phrases that a seller was warned of, once each a listing, and whether she says that one is no claim. */
export class ClaimWarnings1764000000701 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE "claim_warning" (
      "productId" varchar(60) NOT NULL REFERENCES "product" ("id"), "phrase" varchar(120) NOT NULL, "shownAt" varchar(24) NOT NULL,
      "disputedAt" varchar(24), PRIMARY KEY ("productId", "phrase"))`);
  }

  async down(): Promise<void> {
    throw new Error('This migration is not undone: restore a backup instead.');
  }
}
