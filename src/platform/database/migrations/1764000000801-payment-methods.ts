import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is asked for may be paid in the ways that its shops accept; older requests could be paid in either. */
export class PaymentMethods1764000000801 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `ALTER TABLE "payment_request" ADD COLUMN "methods" varchar(60) NOT NULL DEFAULT 'card,promptpay'`,
    );
  }

  async down(): Promise<void> {
    throw new Error('This migration is not undone: restore a backup instead.');
  }
}
