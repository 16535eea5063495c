import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What of a line in a seller's book is VAT: neither earned nor spent by a shop that is registered for it. */
export class VatInBooks1764000008201 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "book_line" ADD COLUMN "vatSatang" bigint NOT NULL DEFAULT 0');
  }

  async down(): Promise<void> {
    throw new Error('This migration is not undone: restore a backup instead.');
  }
}
