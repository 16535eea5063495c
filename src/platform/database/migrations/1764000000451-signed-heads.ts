import type { MigrationInterface, QueryRunner } from 'typeorm';

export class SignedHeads1764000000451 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE "signed_head" (
      "chain" varchar(60) NOT NULL, "seq" integer NOT NULL, "hash" varchar(64) NOT NULL, "signature" varchar(64) NOT NULL,
      "signedAt" varchar(24) NOT NULL, PRIMARY KEY ("chain", "seq"))`);
    await runner.query('ALTER TABLE "submission" ADD COLUMN "headSignature" varchar(64)');
  }

  async down(): Promise<void> {
    throw new Error('This migration is not undone: restore a backup instead.');
  }
}
