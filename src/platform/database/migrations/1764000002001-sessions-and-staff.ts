import type { MigrationInterface, QueryRunner } from 'typeorm';

const STATEMENTS = [
  // What the browser called itself at sign-in, so that its person can tell her devices apart.
  'ALTER TABLE "session" ADD COLUMN "userAgent" varchar(300)',
  // Set while the password is one that the machine made: until then it works, and only to choose another.
  'ALTER TABLE "person" ADD COLUMN "passwordEndsAt" varchar(24)',
  'CREATE INDEX "person_centre" ON "person" ("centreId")',
  'CREATE INDEX "throttle_window" ON "throttle" ("windowEndsAt")',
];

export class SessionsAndStaff1764000002001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('This migration is not undone: restore a backup instead.');
  }
}
