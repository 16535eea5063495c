import type { MigrationInterface, QueryRunner } from 'typeorm';

const STATEMENTS = [
  `CREATE TABLE "book_opening" (
    "shopId" varchar(60) PRIMARY KEY REFERENCES "shop" ("id"), "market" varchar(24) NOT NULL, "cashSatang" bigint NOT NULL,
    "bankSatang" bigint NOT NULL, "savedAt" varchar(24) NOT NULL)`,
  `CREATE TABLE "book_line" (
    "id" varchar(60) PRIMARY KEY, "market" varchar(24) NOT NULL, "shopId" varchar(60) NOT NULL REFERENCES "shop" ("id"),
    "day" varchar(10) NOT NULL, "kind" varchar(12) NOT NULL, "category" varchar(16), "amountSatang" bigint NOT NULL,
    "note" text NOT NULL, "documentId" varchar(80), "eventId" varchar(80), "savedAt" varchar(24) NOT NULL,
    CHECK ("amountSatang" > 0))`,
  'CREATE INDEX "book_line_day" ON "book_line" ("market", "shopId", "day")',
  // What a seller worked out herself: her profit of a period, what a payout comes to, what the courier still owes on a day.
  `CREATE TABLE "money_answer" (
    "shopId" varchar(60) NOT NULL REFERENCES "shop" ("id"), "kind" varchar(8) NOT NULL, "about" varchar(60) NOT NULL,
    "market" varchar(24) NOT NULL, "amountSatang" bigint NOT NULL, "at" varchar(24) NOT NULL,
    PRIMARY KEY ("shopId", "kind", "about"))`,
];

export class Books1764000007302 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('This migration is not undone: restore a backup instead.');
  }
}
