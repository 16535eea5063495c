import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { list, part, type SqlPart } from '../../platform/database/sql.js';
import type { Signed } from '../../platform/web/request.js';
import { sha256Hex } from '../../shared/hash.js';
import { newId } from '../../shared/ids.js';
import { conflict, invalid, notAllowed, notFound } from '../../shared/refusal.js';
import { type Application, Applications, isAgreed } from '../applications/applications.service.js';
import { RoundStaff } from '../rounds/round-staff.service.js';
import { type Round, Rounds } from '../rounds/rounds.service.js';
import { type SessionMove, type SessionStatus, sessionAfter, sessionsBefore } from './session-status.js';

export interface Session {
  id: string;
  roundId: string;
  centreId: string;
  roundName: string;
  place: string;
  invigilatorId: string;
  invigilatorName: string;
  status: SessionStatus;
  startedAt: string | null;
  endedAt: string | null;
}

/** The hours in which work counts, and who watches. */
@Injectable()
export class AssessmentSessions {
  constructor(
    private readonly db: Database,
    private readonly rounds: Rounds,
    private readonly staff: RoundStaff,
    private readonly applications: Applications,
  ) {}

  ofRound(roundId: string): Promise<Session[]> {
    return this.rows(part`s."roundId" = ${roundId}`);
  }

  /** A session of the person's own centre; another centre's is not found. */
  async inCentre(id: string, me: Signed): Promise<Session> {
    const [found] = await this.rows(part`s."id" = ${id} AND r."centreId" = ${me.centreId}`);
    if (!found) throw notFound();
    return found;
  }

  /** As `inCentre`, for its invigilator: nobody else opens it or writes into it. */
  async toRun(id: string, me: Signed): Promise<Session> {
    const session = await this.inCentre(id, me);
    if (session.invigilatorId !== me.id) throw notAllowed('rounds.invigilator_only');
    return session;
  }

  /** Plans a session in an open round; its invigilator is appointed with it, and is refused when she judges the work. */
  async plan(round: Round, place: string, invigilatorId: string, me: Signed): Promise<string> {
    const id = newId('ses');
    await this.db.transaction(async () => {
      if ((await this.rounds.get(round.id)).status !== 'open') throw conflict('rounds.not_open');
      await this.staff.appoint(round, invigilatorId, 'invigilator', me);
      await this.db
        .sql`INSERT INTO "assessment_session" ("id", "roundId", "place", "invigilatorId", "status", "createdBy", "createdAt")
        VALUES (${id}, ${round.id}, ${place}, ${invigilatorId}, 'planned', ${me.id}, ${new Date()})`;
      this.rounds.note(id, me, 'session.planned', { round: round.id, invigilator: invigilatorId });
    });
    return id;
  }

  /** Puts candidates into a session that has not ended. Each must have a plan that both sides signed. */
  async invite(session: Session, applicationIds: readonly string[], me: Signed): Promise<number> {
    const wanted = await Promise.all(applicationIds.map((id) => this.applications.inRound(id, session.roundId, me)));
    const unsigned = wanted.find((application) => !isAgreed(application));
    if (unsigned)
      throw invalid([{ field: 'candidates', key: 'rounds.plan_unsigned', params: { name: unsigned.learnerName } }]);
    if (wanted.some(({ learnerId }) => learnerId === session.invigilatorId)) throw notAllowed('rounds.watches_herself');
    let added = 0;
    await this.db.transaction(async () => {
      await this.hold(session.id, ['planned', 'running', 'paused']);
      for (const { id } of wanted) {
        const [row] = await this.db
          .sql`INSERT INTO "session_candidate" ("sessionId", "applicationId") VALUES (${session.id}, ${id})
          ON CONFLICT DO NOTHING RETURNING "applicationId"`;
        if (!row) continue;
        added += 1;
        this.rounds.note(session.id, me, 'session.invited', { application: id });
      }
    });
    return added;
  }

  /** That the invigilator saw who the candidate is. Only that it was seen is kept, once. */
  async seeIdentity(session: Session, application: Application, me: Signed): Promise<void> {
    if (!isAgreed(application)) throw conflict('rounds.plan_unsigned_short');
    await this.db.transaction(async () => {
      await this.hold(session.id, ['planned', 'running', 'paused']);
      const [seen] = await this.db
        .sql`UPDATE "session_candidate" SET "identitySeenBy" = ${me.id}, "identitySeenAt" = ${new Date()}
        WHERE "sessionId" = ${session.id} AND "applicationId" = ${application.id} AND "identitySeenAt" IS NULL RETURNING "sessionId"`;
      if (seen) this.rounds.note(session.id, me, 'identity.seen', { application: application.id });
    });
  }

  /** Starts, pauses, resumes or ends a session; of two presses the second finds it done. A session starts within its round's window only. */
  async move(session: Session, move: SessionMove, me: Signed): Promise<void> {
    const now = new Date();
    await this.db.transaction(async () => {
      const status = sessionAfter(sessionsBefore(move)[0] ?? 'ended', move);
      const [moved] = await this.db.sql<{ id: string }>`UPDATE "assessment_session" SET "status" = ${status},
          "startedAt" = COALESCE("startedAt", ${now}), "endedAt" = ${move === 'end' ? now : null}
        WHERE "id" = ${session.id} AND "status" IN ${list(sessionsBefore(move))} RETURNING "id"`;
      if (!moved) throw conflict('rounds.session_moved');
      if (move === 'start') await this.whyNotStart(session, now);
      await this.write(session, move, '', null, me, now);
      this.rounds.note(session.id, me, `session.${TOLD[move]}`, {});
    });
  }

  /** Something that whoever decides must know of: a lost connection, a helper, a phone that rang. */
  async reportIncident(session: Session, text: string, application: Application | null, me: Signed): Promise<void> {
    await this.db.transaction(async () => {
      await this.hold(session.id, ['running', 'paused', 'ended']);
      await this.write(session, 'incident', text, application?.id ?? null, me, new Date());
      // The log is kept longer than what people write about each other: it covers the words without having them.
      this.rounds.note(session.id, me, 'session.incident', {
        application: application?.id ?? null,
        sha256: sha256Hex(text),
      });
    });
  }

  private async whyNotStart({ roundId, id }: Session, now: Date): Promise<void> {
    const { status, opensAt, closesAt } = await this.rounds.get(roundId);
    if (status !== 'open' || now < new Date(opensAt) || now >= new Date(closesAt))
      throw conflict('rounds.outside_window');
    const [anybody] = await this.db.sql`SELECT 1 FROM "session_candidate" WHERE "sessionId" = ${id} LIMIT 1`;
    if (!anybody) throw conflict('rounds.session_empty');
  }

  private async write(
    session: Session,
    kind: SessionMove | 'incident',
    text: string,
    applicationId: string | null,
    me: Signed,
    at: Date,
  ): Promise<void> {
    await this.db.sql`INSERT INTO "session_event" ("id", "sessionId", "kind", "text", "applicationId", "personId", "at")
      VALUES (${newId('sev')}, ${session.id}, ${kind}, ${text}, ${applicationId}, ${me.id}, ${at})`;
  }

  /** Locks the session in one of these states until the transaction ends. */
  private async hold(id: string, statuses: readonly SessionStatus[]): Promise<void> {
    const [held] = await this.db.sql`UPDATE "assessment_session" SET "place" = "place"
      WHERE "id" = ${id} AND "status" IN ${list(statuses)} RETURNING "id"`;
    if (!held) throw conflict('rounds.session_moved');
  }

  private rows(where: SqlPart): Promise<Session[]> {
    return this.db.sql<Session>`
      SELECT s."id", s."roundId", r."centreId", r."name" AS "roundName", s."place", s."invigilatorId", p."displayName" AS "invigilatorName",
        s."status", s."startedAt", s."endedAt"
      FROM "assessment_session" s JOIN "assessment_round" r ON r."id" = s."roundId" JOIN "person" p ON p."id" = s."invigilatorId"
      WHERE ${where} ORDER BY s."createdAt", s."id" LIMIT 50`;
  }
}

/** What a move is called once it has happened. */
const TOLD: Record<SessionMove, string> = { start: 'started', pause: 'paused', resume: 'resumed', end: 'ended' };
