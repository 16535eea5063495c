import type { MigrationInterface, QueryRunner } from 'typeorm';

/** PostgreSQL keeps new words aside until a vacuum and every search reads through them; listings are saved seldom and looked for often. */
export class SearchAtOnce1764000000902 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    if (runner.connection.options.type !== 'postgres') return;
    await runner.query('ALTER INDEX "product_search_words" SET (fastupdate = off)');
  }

  async down(): Promise<void> {
    throw new Error('This migration is not undone: restore a backup instead.');
  }
}
