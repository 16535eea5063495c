import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Five ways to pay: the longest name is longer, money may come in parts, a parcel may be refused, and an order keeps the commission of the day it was placed. */
export class FiveMethods1764000007101 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "payment" ADD COLUMN "receivedSatang" bigint NOT NULL DEFAULT 0');
    await runner.query('ALTER TABLE "market_order" ADD COLUMN "commissionSatang" bigint NOT NULL DEFAULT 0');
    await runner.query('ALTER TABLE "market_order" ADD COLUMN "commissionVatSatang" bigint NOT NULL DEFAULT 0');
    await runner.query('ALTER TABLE "shipment" ADD COLUMN "refusedAt" varchar(24)');
    // SQLite keeps text of any length.
    if (runner.connection.options.type !== 'postgres') return;
    await runner.query('ALTER TABLE "payment" ALTER COLUMN "method" TYPE varchar(16)');
  }

  async down(): Promise<void> {
    throw new Error('This migration is not undone: restore a backup instead.');
  }
}
