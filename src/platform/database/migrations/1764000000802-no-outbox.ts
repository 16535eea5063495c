import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Nothing ever stood in it: what leaves the process is a payment attempt or a wanted refund, each with its own row (docs/decisions/0009). */
export class NoOutbox1764000000802 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE "outbox"');
  }

  async down(): Promise<void> {
    throw new Error('This migration is not undone: restore a backup instead.');
  }
}
