import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The page of the operator counts comparisons that found something: few of very many. */
export class FoundDifferences1764000008101 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE INDEX "reconciliation_found" ON "reconciliation" ("at") WHERE "found" > 0');
  }

  async down(): Promise<void> {
    throw new Error('This migration is not undone: restore a backup instead.');
  }
}
