import type { MigrationInterface, QueryRunner } from 'typeorm';

const STATEMENTS = [
  'ALTER TABLE "assignment" ADD COLUMN "onceKey" varchar(40)',
  'CREATE UNIQUE INDEX "assignment_once" ON "assignment" ("classId", "onceKey")',
  // A class has one market, however often and wherever the button is pressed.
  `CREATE UNIQUE INDEX "sandbox_of_class" ON "sandbox" ("classId") WHERE "kind" = 'class'`,
];

export class AssignmentOnce1764000001000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('This migration is not undone: restore a backup instead.');
  }
}
