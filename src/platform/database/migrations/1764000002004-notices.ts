import type { MigrationInterface, QueryRunner } from 'typeorm';

const STATEMENTS = [
  // Who was told what is kept of her, for which purpose, in which words and when.
  `CREATE TABLE "notice_receipt" ("personId" varchar(40) NOT NULL REFERENCES "person" ("id"), "purpose" varchar(20) NOT NULL,
    "noticeVersion" varchar(20) NOT NULL, "understoodAt" varchar(24) NOT NULL, PRIMARY KEY ("personId", "purpose", "noticeVersion"))`,
  // The newest of them, where every page finds it with the person.
  'ALTER TABLE "person" ADD COLUMN "noticeVersion" varchar(20)',
];

export class Notices1764000002004 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('This migration is not undone: restore a backup instead.');
  }
}
