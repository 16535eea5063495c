import type { MigrationInterface, QueryRunner } from 'typeorm';

export class MarketSetup1764000000004 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "sandbox" ADD COLUMN "setup" text');
  }

  async down(): Promise<void> {
    throw new Error('This migration is not undone: restore a backup instead.');
  }
}
