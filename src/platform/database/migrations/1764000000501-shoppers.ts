import type { MigrationInterface, QueryRunner } from 'typeorm';

const STATEMENTS = [
  `CREATE TABLE "clock_run" (
    "sandboxId" varchar(16) PRIMARY KEY REFERENCES "sandbox" ("id"), "holder" varchar(24) NOT NULL, "target" varchar(24) NOT NULL,
    "leaseUntil" varchar(24) NOT NULL)`,
  `CREATE TABLE "shop_visit" (
    "market" varchar(24) NOT NULL, "shopper" varchar(80) NOT NULL, "shopId" varchar(60) NOT NULL REFERENCES "shop" ("id"),
    "productId" varchar(60), "day" integer NOT NULL, "outcome" varchar(8) NOT NULL, "reason" varchar(24) NOT NULL,
    "at" varchar(24) NOT NULL, PRIMARY KEY ("market", "shopper", "shopId"))`,
  'CREATE INDEX "shop_visit_day" ON "shop_visit" ("market", "shopId", "day")',
];

export class Shoppers1764000000501 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('This migration is not undone: restore a backup instead.');
  }
}
