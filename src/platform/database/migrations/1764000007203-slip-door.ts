import type { MigrationInterface, QueryRunner } from 'typeorm';

const STATEMENTS = [
  `ALTER TABLE "tryout" ADD COLUMN "door" varchar(8) NOT NULL DEFAULT 'parcel'`,
  // Landed an hour before and empty everywhere: a buyer may begin more than one order by chat.
  'DROP TABLE "inquiry"',
  `CREATE TABLE "inquiry" (
    "id" varchar(60) PRIMARY KEY, "market" varchar(24) NOT NULL, "shopId" varchar(60) NOT NULL, "sellerParty" varchar(80) NOT NULL,
    "buyerParty" varchar(80) NOT NULL, "buyer" text NOT NULL, "channel" varchar(8) NOT NULL, "wants" text NOT NULL,
    "pays" varchar(12) NOT NULL, "openedAt" varchar(24) NOT NULL, "orderId" varchar(60), "onceKey" varchar(80) NOT NULL,
    UNIQUE ("market", "onceKey"))`,
  'CREATE INDEX "inquiry_seller" ON "inquiry" ("market", "sellerParty", "openedAt")',
];

/** A visitor's market is behind one of two doors, and whoever orders by chat may do so again. */
export class SlipDoor1764000007203 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('This migration is not undone: restore a backup instead.');
  }
}
