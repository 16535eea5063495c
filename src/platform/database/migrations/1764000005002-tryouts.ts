import type { MigrationInterface, QueryRunner } from 'typeorm';

const STATEMENTS = [
  // A visitor's throwaway market, the order that she decides in it, and when all of it goes.
  `CREATE TABLE "tryout" (
    "personId" varchar(40) PRIMARY KEY REFERENCES "person" ("id"), "sandboxId" varchar(16) NOT NULL UNIQUE REFERENCES "sandbox" ("id"),
    "orderId" varchar(60) NOT NULL, "expiresAt" varchar(24) NOT NULL)`,
  'CREATE INDEX "tryout_expiry" ON "tryout" ("expiresAt")',
];

export class Tryouts1764000005002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('This migration is not undone: restore a backup instead.');
  }
}
