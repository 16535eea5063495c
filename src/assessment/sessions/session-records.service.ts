import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { part, type SqlPart } from '../../platform/database/sql.js';
import type { SessionStatus } from './session-status.js';

/** A candidate of a session as its invigilator has her before her. */
export interface SeatedCandidate {
  applicationId: string;
  learnerId: string;
  name: string;
  identitySeenAt: string | null;
  begun: number;
  handedIn: number;
}

export interface SessionEvent {
  kind: string;
  text: string;
  at: string;
  personName: string;
  /** Whom an incident is about, null for everybody. */
  candidateName: string | null;
}

/** A session as its candidate and whoever decides about her see it. */
export interface SessionOfCandidate {
  sessionId: string;
  status: SessionStatus;
  place: string;
  invigilatorId: string;
  invigilatorName: string;
  startedAt: string | null;
  endedAt: string | null;
  identitySeenBy: string | null;
  identitySeenAt: string | null;
}

/** An attempt that was begun in a session, and whether it was handed in while a session of hers ran. */
export interface SessionWork {
  attemptId: string;
  exerciseVersionId: string;
  sessionId: string;
  attemptStatus: string;
  submissionId: string | null;
  submittedAt: string | null;
  sha: string | null;
  isInTime: boolean;
}

/** Reads what happened in sessions. */
@Injectable()
export class SessionRecords {
  constructor(private readonly db: Database) {}

  async candidates(sessionId: string): Promise<SeatedCandidate[]> {
    const rows = await this.db.sql<SeatedCandidate>`
      SELECT c."applicationId", a."learnerId", p."displayName" AS "name", c."identitySeenAt",
        (SELECT COUNT(*) FROM "session_attempt" t WHERE t."applicationId" = a."id") AS "begun",
        (SELECT COUNT(*) FROM "session_attempt" t JOIN "submission" s ON s."attemptId" = t."attemptId" WHERE t."applicationId" = a."id") AS "handedIn"
      FROM "session_candidate" c JOIN "application" a ON a."id" = c."applicationId" JOIN "person" p ON p."id" = a."learnerId"
      WHERE c."sessionId" = ${sessionId} ORDER BY p."displayName", c."applicationId"`;
    return rows.map((row) => ({ ...row, begun: Number(row.begun), handedIn: Number(row.handedIn) }));
  }

  events(sessionId: string): Promise<SessionEvent[]> {
    return this.eventRows(part`e."sessionId" = ${sessionId}`);
  }

  /** What happened in the sessions of one candidate: to everybody there, or to her. */
  eventsAbout(applicationId: string): Promise<SessionEvent[]> {
    return this.eventRows(part`(e."applicationId" = ${applicationId} OR e."applicationId" IS NULL)
      AND e."sessionId" IN (SELECT "sessionId" FROM "session_candidate" WHERE "applicationId" = ${applicationId})`);
  }

  ofApplication(applicationId: string): Promise<SessionOfCandidate[]> {
    return this.db.sql<SessionOfCandidate>`
      SELECT s."id" AS "sessionId", s."status", s."place", s."invigilatorId", p."displayName" AS "invigilatorName", s."startedAt", s."endedAt",
        c."identitySeenBy", c."identitySeenAt"
      FROM "session_candidate" c JOIN "assessment_session" s ON s."id" = c."sessionId" JOIN "person" p ON p."id" = s."invigilatorId"
      WHERE c."applicationId" = ${applicationId} ORDER BY s."createdAt", s."id"`;
  }

  /** What she did in sessions, in the order in which she began it. Work that came in when no session of hers was open is not in time. */
  async workOf(applicationId: string): Promise<SessionWork[]> {
    const rows = await this.db.sql<Omit<SessionWork, 'isInTime'> & { inTime: unknown }>`
      SELECT t."attemptId", a."exerciseVersionId", t."sessionId", a."status" AS "attemptStatus", b."id" AS "submissionId", b."submittedAt", b."sha",
        EXISTS (SELECT 1 FROM "session_candidate" c JOIN "assessment_session" s ON s."id" = c."sessionId"
          WHERE c."applicationId" = t."applicationId" AND s."startedAt" <= b."submittedAt"
          AND (s."endedAt" IS NULL OR b."submittedAt" <= s."endedAt")) AS "inTime"
      FROM "session_attempt" t JOIN "attempt" a ON a."id" = t."attemptId" LEFT JOIN "submission" b ON b."attemptId" = a."id"
      WHERE t."applicationId" = ${applicationId} ORDER BY t."seedNumber"`;
    return rows.map(({ inTime, ...work }) => ({ ...work, isInTime: work.submissionId !== null && Boolean(inTime) }));
  }

  private eventRows(where: SqlPart): Promise<SessionEvent[]> {
    return this.db.sql<SessionEvent>`
      SELECT e."kind", e."text", e."at", p."displayName" AS "personName", l."displayName" AS "candidateName" FROM "session_event" e
      JOIN "person" p ON p."id" = e."personId" LEFT JOIN "application" a ON a."id" = e."applicationId"
      LEFT JOIN "person" l ON l."id" = a."learnerId" WHERE ${where} ORDER BY e."at", e."id" LIMIT 200`;
  }
}
