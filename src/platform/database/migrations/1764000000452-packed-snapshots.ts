import { gzipSync } from 'node:zlib';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Snapshots that were kept as plain JSON are packed like the new ones; what is hashed is the JSON, so that no hash changes. */
export class PackedSnapshots1764000000452 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const isPostgres = runner.connection.options.type === 'postgres';
    const rows: Array<{ id: string; snapshot: string }> = await runner.query(
      'SELECT "id", "snapshot" FROM "submission"',
    );
    for (const { id, snapshot } of rows) {
      const packed = gzipSync(snapshot, { level: 9 }).toString('base64');
      const holes = isPostgres ? ['$1', '$2'] : ['?', '?'];
      await runner.query(`UPDATE "submission" SET "snapshot" = ${holes[0]} WHERE "id" = ${holes[1]}`, [packed, id]);
    }
  }

  async down(): Promise<void> {
    throw new Error('This migration is not undone: restore a backup instead.');
  }
}
