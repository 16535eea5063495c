import type { MigrationInterface, QueryRunner } from 'typeorm';

const STATEMENTS = [
  `CREATE TABLE "slip" (
    "id" varchar(60) PRIMARY KEY, "market" varchar(24) NOT NULL, "orderId" varchar(60) NOT NULL REFERENCES "market_order" ("id"),
    "sellerParty" varchar(80) NOT NULL, "buyerParty" varchar(80) NOT NULL, "caseKey" varchar(20) NOT NULL, "kind" varchar(16) NOT NULL,
    "reasons" varchar(80) NOT NULL, "says" text NOT NULL, "shownAt" varchar(24) NOT NULL, "result" varchar(12), "reason" varchar(20),
    "decidedAt" varchar(24))`,
  'CREATE INDEX "slip_seller" ON "slip" ("market", "sellerParty", "shownAt")',
  'CREATE INDEX "slip_order" ON "slip" ("orderId")',
  'CREATE INDEX "bank_transfer_matched" ON "bank_transfer" ("market", "matchedTo")',
  `CREATE TABLE "inquiry" (
    "id" varchar(60) PRIMARY KEY, "market" varchar(24) NOT NULL, "shopId" varchar(60) NOT NULL, "sellerParty" varchar(80) NOT NULL,
    "buyerParty" varchar(80) NOT NULL, "buyer" text NOT NULL, "channel" varchar(8) NOT NULL, "wants" text NOT NULL,
    "pays" varchar(12) NOT NULL, "openedAt" varchar(24) NOT NULL, "orderId" varchar(60), UNIQUE ("market", "buyerParty"))`,
  'CREATE INDEX "inquiry_seller" ON "inquiry" ("market", "sellerParty", "openedAt")',
  `CREATE TABLE "money_request" (
    "id" varchar(60) PRIMARY KEY, "market" varchar(24) NOT NULL, "shopId" varchar(60) NOT NULL, "sellerParty" varchar(80) NOT NULL,
    "kind" varchar(8) NOT NULL, "inquiryId" varchar(60), "orderId" varchar(60), "draft" text, "account" varchar(16) NOT NULL,
    "holder" varchar(120) NOT NULL, "amountSatang" bigint NOT NULL, "dueSatang" bigint NOT NULL, "code" varchar(200) NOT NULL,
    "status" varchar(8) NOT NULL, "madeAt" varchar(24) NOT NULL, "sentAt" varchar(24))`,
  'CREATE INDEX "money_request_seller" ON "money_request" ("market", "sellerParty", "madeAt")',
  'CREATE INDEX "money_request_order" ON "money_request" ("market", "orderId")',
  'CREATE INDEX "money_request_inquiry" ON "money_request" ("market", "inquiryId")',
];

/** Slips that buyers show, who wants to order by chat, and what sellers ask for. */
export class SlipsAndRequests1764000007202 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('This migration is not undone: restore a backup instead.');
  }
}
