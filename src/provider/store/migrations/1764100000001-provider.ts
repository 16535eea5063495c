import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Moments are whole seconds of the account's clock where Stripe shows them, and milliseconds of the wall (…Ms) where we wait. */
export class Provider1764100000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of TABLES) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('The first migration is not undone: restore a backup instead.');
  }
}

const TABLES = [
  `CREATE TABLE "account" (
    "id" varchar(40) PRIMARY KEY, "clock" bigint, "faults" text NOT NULL, "webhookMode" varchar(20) NOT NULL,
    "webhookModeLeft" integer NOT NULL, "webhookDelayMs" integer NOT NULL, "createdMs" bigint NOT NULL)`,
  `CREATE TABLE "object" (
    "account" varchar(40) NOT NULL, "id" varchar(64) NOT NULL, "type" varchar(40) NOT NULL, "seq" bigint NOT NULL,
    "created" bigint NOT NULL, "parent" varchar(64), "customer" varchar(64), "status" varchar(80), "remaining" bigint,
    "hidden" text, "body" text NOT NULL, PRIMARY KEY ("account", "id"))`,
  'CREATE INDEX "object_list" ON "object" ("account", "type", "seq")',
  'CREATE INDEX "object_parent" ON "object" ("account", "parent", "type", "seq")',
  `CREATE TABLE "balance_entry" (
    "account" varchar(40) NOT NULL, "id" varchar(64) NOT NULL, "currency" varchar(3) NOT NULL, "net" bigint NOT NULL,
    "availableOn" bigint NOT NULL, PRIMARY KEY ("account", "id"))`,
  `CREATE TABLE "idempotency" (
    "account" varchar(40) NOT NULL, "key" varchar(255) NOT NULL, "fingerprint" varchar(64) NOT NULL,
    "requestId" varchar(40) NOT NULL, "status" integer NOT NULL, "body" text NOT NULL, "createdMs" bigint NOT NULL,
    PRIMARY KEY ("account", "key"))`,
  'CREATE INDEX "idempotency_age" ON "idempotency" ("createdMs")',
  `CREATE TABLE "webhook_secret" (
    "account" varchar(40) NOT NULL, "endpoint" varchar(64) NOT NULL, "secret" varchar(80) NOT NULL, "expiresMs" bigint,
    PRIMARY KEY ("endpoint", "secret"))`,
  `CREATE TABLE "delivery" (
    "id" varchar(40) PRIMARY KEY, "account" varchar(40) NOT NULL, "event" varchar(64) NOT NULL,
    "endpoint" varchar(64) NOT NULL, "state" varchar(12) NOT NULL, "mode" varchar(20) NOT NULL, "seq" bigint NOT NULL,
    "dueMs" bigint NOT NULL, "leaseMs" bigint NOT NULL, "attempts" integer NOT NULL, "lastStatus" integer,
    "lastProblem" varchar(200))`,
  'CREATE INDEX "delivery_due" ON "delivery" ("state", "dueMs")',
  'CREATE INDEX "delivery_event" ON "delivery" ("account", "event")',
  `CREATE TABLE "pay_page" (
    "token" varchar(64) PRIMARY KEY, "account" varchar(40) NOT NULL, "intent" varchar(64) NOT NULL,
    "kind" varchar(20) NOT NULL, "state" varchar(20) NOT NULL, "returnUrl" text, "expires" bigint NOT NULL)`,
  'CREATE INDEX "pay_page_intent" ON "pay_page" ("account", "intent")',
];
