import type { MigrationInterface, QueryRunner } from 'typeorm';

export class AdminCode1764000007011 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // One row at most: the code that the console drew last, and whom it lets choose a new password.
    await runner.query(`CREATE TABLE "admin_code" (
      "id" varchar(10) PRIMARY KEY, "personId" varchar(40) NOT NULL REFERENCES "person" ("id") ON DELETE CASCADE,
      "codeHash" varchar(300) NOT NULL, "misses" integer NOT NULL, "expiresAt" varchar(24) NOT NULL)`);
  }

  async down(): Promise<void> {
    throw new Error('This migration is not undone: restore a backup instead.');
  }
}
