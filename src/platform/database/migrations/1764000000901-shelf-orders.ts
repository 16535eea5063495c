import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The shelf's other ways to be read: by price, and by group. */
export class ShelfOrders1764000000901 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE INDEX "product_price" ON "product" ("market", "status", "lowestPrice")');
    await runner.query('CREATE INDEX "product_group" ON "product" ("market", "status", "groupId")');
  }

  async down(): Promise<void> {
    throw new Error('This migration is not undone: restore a backup instead.');
  }
}
