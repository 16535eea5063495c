import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { list } from '../../platform/database/sql.js';
import { newId } from '../../shared/ids.js';
import type { Basis, Judgement, ReasonCode, Verdict } from './answer.js';
import { FIRST } from './markings.service.js';

/** The mark in force of one criterion, with who gave it. */
export interface Mark {
  id: string;
  criterion: string;
  version: number;
  verdict: Verdict;
  basis: Basis;
  note: string | null;
  assessorId: string;
  assessorName: string;
  markedAt: string;
  reasonCode: ReasonCode | null;
}

export interface NewMark {
  submissionId: string;
  runId: string;
  criterion: string;
  version: number;
  assessorId: string;
  judgement: Judgement;
  /** What the machine had said, kept beside an override. */
  before: string;
}

/** The rows of people's verdicts: added, never changed. */
@Injectable()
export class Marks {
  constructor(private readonly db: Database) {}

  /** Of each criterion the newest mark, by code. */
  async inForce(submissionId: string): Promise<Map<string, Mark>> {
    return (await this.inForceAmong([submissionId])).get(submissionId) ?? new Map();
  }

  /** The same of many submissions, by submission and code, in one statement. */
  async inForceAmong(submissionIds: readonly string[]): Promise<Map<string, Map<string, Mark>>> {
    const rows = await this.db.sql<Mark & { submissionId: string }>`
      SELECT m."submissionId", m."id", m."criterion", m."version", m."verdict", m."basis", m."note", m."assessorId", p."displayName" AS "assessorName",
        m."markedAt", o."reasonCode"
      FROM "mark" m JOIN "person" p ON p."id" = m."assessorId" LEFT JOIN "override" o ON o."markId" = m."id"
      WHERE m."submissionId" IN ${list(submissionIds)} AND m."stage" = ${FIRST} AND NOT EXISTS (
        SELECT 1 FROM "mark" n WHERE n."submissionId" = m."submissionId" AND n."stage" = m."stage"
        AND n."criterion" = m."criterion" AND n."version" > m."version")`;
    const marks = new Map<string, Map<string, Mark>>();
    for (const { submissionId, ...mark } of rows)
      marks.set(submissionId, (marks.get(submissionId) ?? new Map()).set(mark.criterion, mark));
    return marks;
  }

  async add({ submissionId, runId, criterion, version, assessorId, judgement, before }: NewMark): Promise<string> {
    const id = newId('mrk');
    const { verdict, basis, note, reason } = judgement;
    const now = new Date();
    await this.db
      .sql`INSERT INTO "mark" ("id", "submissionId", "stage", "criterion", "version", "runId", "assessorId", "verdict",
        "basis", "note", "markedAt")
      VALUES (${id}, ${submissionId}, ${FIRST}, ${criterion}, ${version}, ${runId}, ${assessorId}, ${verdict}, ${basis}, ${note}, ${now})`;
    if (!reason) return id;
    await this.db
      .sql`INSERT INTO "override" ("markId", "criterion", "before", "after", "reasonCode", "reasonText", "actorId",
        "overriddenAt")
      VALUES (${id}, ${criterion}, ${before}, ${verdict}, ${reason.code}, ${reason.text}, ${assessorId}, ${now})`;
    return id;
  }
}
