import type { MigrationInterface, QueryRunner } from 'typeorm';

const STATEMENTS = [
  `CREATE TABLE "once_key" (
    "personId" varchar(40) NOT NULL, "key" varchar(40) NOT NULL, "content" varchar(64) NOT NULL, "claimedAt" varchar(24) NOT NULL,
    "answer" text, PRIMARY KEY ("personId", "key"))`,
  'CREATE INDEX "once_key_claimed" ON "once_key" ("claimedAt")',
];

export class OnceKeys1764000003001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('This migration is not undone: restore a backup instead.');
  }
}
