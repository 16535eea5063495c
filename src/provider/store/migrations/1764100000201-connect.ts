import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Accounts that a platform opened, and their events, which go to the endpoints of the platform. */
export class Connect1764100000201 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('Closed books are not opened again: restore a backup instead.');
  }
}

const STATEMENTS = [
  'ALTER TABLE "account" ADD COLUMN "platform" varchar(40)',
  'ALTER TABLE "account" ADD COLUMN "connectModel" varchar(20)',
  'CREATE INDEX "account_platform" ON "account" ("platform")',
  // Whose books the event is in, where they are not those of the endpoint.
  'ALTER TABLE "delivery" ADD COLUMN "eventAccount" varchar(40)',
];
