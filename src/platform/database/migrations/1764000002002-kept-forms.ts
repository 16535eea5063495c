import type { MigrationInterface, QueryRunner } from 'typeorm';

const STATEMENTS = [
  // What somebody sent after her session had ended: given back to her alone, for a short time.
  `CREATE TABLE "kept_form" ("id" varchar(40) PRIMARY KEY, "personId" varchar(40) NOT NULL REFERENCES "person" ("id"),
    "sessionId" varchar(64) NOT NULL, "page" varchar(500) NOT NULL, "action" varchar(500) NOT NULL, "fields" text NOT NULL,
    "expiresAt" varchar(24) NOT NULL)`,
  'CREATE INDEX "kept_form_session" ON "kept_form" ("sessionId")',
  'CREATE INDEX "kept_form_person" ON "kept_form" ("personId")',
  'CREATE INDEX "kept_form_expiry" ON "kept_form" ("expiresAt")',
];

export class KeptForms1764000002002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('This migration is not undone: restore a backup instead.');
  }
}
