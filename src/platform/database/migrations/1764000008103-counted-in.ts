import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which payment a credit was counted in, so that a credit taken by mistake is taken out of the same one. */
export class CountedIn1764000008103 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "bank_transfer" ADD COLUMN "countedIn" varchar(60)');
  }

  async down(): Promise<void> {
    throw new Error('This migration is not undone: restore a backup instead.');
  }
}
