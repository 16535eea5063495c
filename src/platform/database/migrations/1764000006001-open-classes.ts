import type { MigrationInterface, QueryRunner } from 'typeorm';

const STATEMENTS = [
  // Whether people from outside may look at the shops of a class; nobody asked for it yet.
  'ALTER TABLE "class_group" ADD COLUMN "isOpenToVisitors" boolean NOT NULL DEFAULT false',
  // A practice market belongs to the class that was given the exercise, so that it is as open or as closed as the class.
  `UPDATE "sandbox" SET "classId" = (
      SELECT g."classId" FROM "attempt" a JOIN "assignment" g ON g."id" = a."assignmentId"
      WHERE a."sandboxId" = "sandbox"."id" AND a."mode" = 'practice')
    WHERE "kind" = 'attempt'`,
];

export class OpenClasses1764000006001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('This migration is not undone: restore a backup instead.');
  }
}
