import type { MigrationInterface, QueryRunner } from 'typeorm';

/** When the holder last looked at her statement, also when there was nothing new in it. */
export class LastLook1764000007204 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "payment_account" ADD COLUMN "lookedAt" varchar(24)');
  }

  async down(): Promise<void> {
    throw new Error('This migration is not undone: restore a backup instead.');
  }
}
