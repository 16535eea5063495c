import type { MigrationInterface, QueryRunner } from 'typeorm';

export class FirstAdmin1764000002003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // One row while nobody has an account: the code that the console showed at the start.
    await runner.query(`CREATE TABLE "first_admin_code" (
      "id" varchar(10) PRIMARY KEY, "codeHash" varchar(300) NOT NULL, "misses" integer NOT NULL, "expiresAt" varchar(24) NOT NULL)`);
  }

  async down(): Promise<void> {
    throw new Error('This migration is not undone: restore a backup instead.');
  }
}
