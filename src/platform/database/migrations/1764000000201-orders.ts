import type { MigrationInterface, QueryRunner } from 'typeorm';

const STATEMENTS = [
  `CREATE TABLE "cart" ("id" varchar(60) PRIMARY KEY, "market" varchar(24) NOT NULL, "party" varchar(80) NOT NULL, UNIQUE ("market", "party"))`,
  `CREATE TABLE "cart_line" (
    "cartId" varchar(60) NOT NULL REFERENCES "cart" ("id"), "variantId" varchar(60) NOT NULL, "quantity" integer NOT NULL,
    PRIMARY KEY ("cartId", "variantId"), CHECK ("quantity" > 0))`,
  `CREATE TABLE "order_group" (
    "id" varchar(60) PRIMARY KEY, "market" varchar(24) NOT NULL, "buyerParty" varchar(80) NOT NULL, "buyerName" varchar(120) NOT NULL,
    "buyerPhone" varchar(30) NOT NULL, "addressLine" varchar(200) NOT NULL, "subDistrict" varchar(80) NOT NULL,
    "district" varchar(80) NOT NULL, "province" varchar(80) NOT NULL, "postcode" varchar(5) NOT NULL, "totalSatang" bigint NOT NULL,
    "onceKey" varchar(80) NOT NULL, "payBy" varchar(24) NOT NULL, "placedAt" varchar(24) NOT NULL, UNIQUE ("market", "onceKey"))`,
  'CREATE INDEX "order_group_buyer" ON "order_group" ("market", "buyerParty")',
  `CREATE TABLE "market_order" (
    "id" varchar(60) PRIMARY KEY, "market" varchar(24) NOT NULL, "number" varchar(20) NOT NULL,
    "groupId" varchar(60) NOT NULL REFERENCES "order_group" ("id"), "shopId" varchar(60) NOT NULL, "sellerParty" varchar(80) NOT NULL,
    "buyerParty" varchar(80) NOT NULL, "orderStatus" varchar(16) NOT NULL, "paymentStatus" varchar(20) NOT NULL,
    "shipmentStatus" varchar(20) NOT NULL, "goodsSatang" bigint NOT NULL, "shippingSatang" bigint NOT NULL, "extraSatang" bigint NOT NULL,
    "totalSatang" bigint NOT NULL, "shippingCode" varchar(40) NOT NULL, "shippingName" varchar(80) NOT NULL, "tracked" boolean NOT NULL,
    "payBy" varchar(24) NOT NULL, "placedAt" varchar(24) NOT NULL, "paidAt" varchar(24), "acceptedAt" varchar(24), "packedAt" varchar(24),
    "handedOverAt" varchar(24), "deliveredAt" varchar(24), "completedAt" varchar(24), "cancelledAt" varchar(24),
    "cancelReason" varchar(200), UNIQUE ("market", "number"))`,
  'CREATE INDEX "market_order_group" ON "market_order" ("groupId")',
  'CREATE INDEX "market_order_shop" ON "market_order" ("market", "shopId", "placedAt")',
  `CREATE TABLE "order_line" (
    "orderId" varchar(60) NOT NULL REFERENCES "market_order" ("id"), "position" integer NOT NULL, "productId" varchar(60) NOT NULL,
    "variantId" varchar(60) NOT NULL, "title" varchar(200) NOT NULL, "optionText" varchar(80) NOT NULL, "sku" varchar(60) NOT NULL,
    "unitSatang" bigint NOT NULL, "quantity" integer NOT NULL, PRIMARY KEY ("orderId", "position"))`,
  `CREATE TABLE "payment_request" (
    "market" varchar(24) NOT NULL, "reference" varchar(60) NOT NULL, "amountSatang" bigint NOT NULL, "status" varchar(12) NOT NULL,
    PRIMARY KEY ("market", "reference"))`,
  `CREATE TABLE "payment" (
    "id" varchar(60) PRIMARY KEY, "market" varchar(24) NOT NULL, "reference" varchar(60) NOT NULL, "method" varchar(12) NOT NULL,
    "amountSatang" bigint NOT NULL, "refundedSatang" bigint NOT NULL DEFAULT 0, "status" varchar(20) NOT NULL, "attempt" integer NOT NULL,
    "providerIntentId" varchar(80), "idempotencyKey" varchar(120) NOT NULL, "request" text NOT NULL, "hostedUrl" text,
    "failureCode" varchar(60), "startedAt" varchar(24) NOT NULL, UNIQUE ("market", "reference", "attempt"))`,
  'CREATE UNIQUE INDEX "payment_intent" ON "payment" ("providerIntentId")',
  'CREATE INDEX "payment_status" ON "payment" ("status", "startedAt")',
  `CREATE TABLE "provider_event" ("market" varchar(24) NOT NULL, "eventId" varchar(80) NOT NULL, "type" varchar(60) NOT NULL,
    "at" varchar(24) NOT NULL, PRIMARY KEY ("market", "eventId"))`,
  `CREATE TABLE "refund" (
    "id" varchar(60) PRIMARY KEY, "market" varchar(24) NOT NULL, "paymentId" varchar(60) NOT NULL REFERENCES "payment" ("id"),
    "objectId" varchar(60) NOT NULL, "amountSatang" bigint NOT NULL, "reason" varchar(60) NOT NULL, "status" varchar(12) NOT NULL,
    "providerRefundId" varchar(80), "idempotencyKey" varchar(160) NOT NULL, UNIQUE ("market", "idempotencyKey"))`,
  'CREATE INDEX "refund_wanted" ON "refund" ("status")',
  `CREATE TABLE "webhook_endpoint" ("sandboxId" varchar(16) PRIMARY KEY REFERENCES "sandbox" ("id"), "endpointId" varchar(80) NOT NULL,
    "secret" varchar(120) NOT NULL, "url" varchar(200) NOT NULL)`,
  `CREATE TABLE "lease" ("name" varchar(40) PRIMARY KEY, "leaseUntil" varchar(24) NOT NULL)`,
  `CREATE TABLE "shipment" (
    "id" varchar(60) PRIMARY KEY, "market" varchar(24) NOT NULL, "orderId" varchar(60) NOT NULL UNIQUE REFERENCES "market_order" ("id"),
    "label" text, "document" text, "carrier" varchar(80), "issuedTracking" varchar(20), "enteredTracking" varchar(40),
    "trackingSource" varchar(12), "handedOverAt" varchar(24), UNIQUE ("market", "issuedTracking"))`,
  `CREATE TABLE "tracking_event" ("id" varchar(60) PRIMARY KEY, "market" varchar(24) NOT NULL,
    "orderId" varchar(60) NOT NULL REFERENCES "market_order" ("id"), "status" varchar(20) NOT NULL, "at" varchar(24) NOT NULL)`,
  'CREATE INDEX "tracking_event_order" ON "tracking_event" ("orderId", "at")',
  `CREATE TABLE "message" ("id" varchar(60) PRIMARY KEY, "market" varchar(24) NOT NULL, "orderId" varchar(60) NOT NULL,
    "fromParty" varchar(80) NOT NULL, "body" text NOT NULL, "at" varchar(24) NOT NULL)`,
  'CREATE INDEX "message_order" ON "message" ("orderId", "at")',
  `CREATE TABLE "notification" ("id" varchar(60) PRIMARY KEY, "market" varchar(24) NOT NULL, "toParty" varchar(80) NOT NULL,
    "key" varchar(60) NOT NULL, "params" text NOT NULL, "objectId" varchar(60) NOT NULL, "at" varchar(24) NOT NULL, "readAt" varchar(24))`,
  'CREATE INDEX "notification_to" ON "notification" ("market", "toParty", "at")',
];

export class Orders1764000000201 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('This migration is not undone: restore a backup instead.');
  }
}
