import type { MigrationInterface, QueryRunner } from 'typeorm';

const STATEMENTS = [
  // Where a shop has the courier collect (zones, null is everywhere), and from how many refused parcels on it does not.
  `ALTER TABLE "shop" ADD COLUMN "codZones" varchar(40)`,
  `ALTER TABLE "shop" ADD COLUMN "codRefusals" integer`,
  // What is known of an order that is paid at the door beside the order itself.
  `CREATE TABLE "cod_order" (
    "orderId" varchar(60) PRIMARY KEY REFERENCES "market_order" ("id"), "market" varchar(24) NOT NULL,
    "refusedBefore" integer NOT NULL, "door" varchar(8) NOT NULL, "remits" varchar(8) NOT NULL,
    "terms" text, "outside" varchar(40) NOT NULL, "words" text, "reason" text, "confirmedAt" varchar(24),
    "remittedAt" varchar(24), "claimedAt" varchar(24))`,
  'CREATE INDEX "cod_order_market" ON "cod_order" ("market")',
];

export class CashOnDelivery1764000008001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('This migration is not undone: restore a backup instead.');
  }
}
