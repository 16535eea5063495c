import type { MigrationInterface, QueryRunner } from 'typeorm';

const STATEMENTS = [
  // Counted up with each signature, so that nobody counts all marks of a centre for one page. From `repairSince` the check only advises.
  `CREATE TABLE "check_standing" (
    "centreId" varchar(40) NOT NULL REFERENCES "centre" ("id"), "checkId" varchar(60) NOT NULL, "marks" integer NOT NULL,
    "overrides" integer NOT NULL, "repairSince" varchar(24), PRIMARY KEY ("centreId", "checkId"))`,
  `INSERT INTO "check_standing" ("centreId", "checkId", "marks", "overrides")
    SELECT k."centreId", c."checkId", COUNT(*), COUNT(o."markId") FROM "marking" k
    JOIN "mark" m ON m."submissionId" = k."submissionId" AND m."stage" = k."stage"
    JOIN "check_result" c ON c."runId" = m."runId" AND c."criterion" = m."criterion" LEFT JOIN "override" o ON o."markId" = m."id"
    WHERE k."signedAt" IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "mark" n WHERE n."submissionId" = m."submissionId"
      AND n."stage" = m."stage" AND n."criterion" = m."criterion" AND n."version" > m."version")
    GROUP BY k."centreId", c."checkId"`,
];

/** How often people overrule each check. */
export class CheckStandings1764000009002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('This migration is not undone: restore a backup instead.');
  }
}
