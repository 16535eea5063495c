import type { MigrationInterface, QueryRunner } from 'typeorm';

const STATEMENTS = [
  // What the demo made hangs below its centre, so that it can be found again and removed.
  'ALTER TABLE "centre" ADD COLUMN "isDemo" boolean NOT NULL DEFAULT false',
  // What the demo has made so far: a start that was cut short is gone on with by the next one.
  'CREATE TABLE "demo_step" ("name" varchar(60) PRIMARY KEY, "leaseUntil" varchar(24), "doneAt" varchar(24))',
];

export class DemoCentre1764000005001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('This migration is not undone: restore a backup instead.');
  }
}
