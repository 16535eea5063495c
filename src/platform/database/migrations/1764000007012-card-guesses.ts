import type { MigrationInterface, QueryRunner } from 'typeorm';

const COLUMNS = [
  // How many of the misses came by the name, from somebody who did not show that she has the card.
  '"cardGuesses" integer NOT NULL DEFAULT 0',
  '"cardRestsUntil" varchar(24)',
  '"cardMissedAt" varchar(24)',
  '"cardMissedOn" varchar(20)',
];

export class CardGuesses1764000007012 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const column of COLUMNS) await runner.query(`ALTER TABLE "class_member" ADD COLUMN ${column}`);
  }

  async down(): Promise<void> {
    throw new Error('This migration is not undone: restore a backup instead.');
  }
}
