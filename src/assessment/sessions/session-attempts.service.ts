import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { Signed } from '../../platform/web/request.js';
import { type Attempt, Attempts } from '../../practice/attempts/attempts.service.js';
import { conflict, notFound } from '../../shared/refusal.js';
import type { Application } from '../applications/applications.service.js';
import { isAgreed } from '../applications/applications.service.js';
import { isAbout } from '../applications/plan.js';
import { type RoundExercise, Rounds } from '../rounds/rounds.service.js';
import { type SessionOfCandidate, SessionRecords, type SessionWork } from './session-records.service.js';

/** An exercise of the round as the candidate has it before her. */
export interface ExerciseToDo extends RoundExercise {
  /** How often she handed it in, and whether one is under way. */
  done: number;
  isUnderWay: boolean;
  mayBegin: boolean;
}

/** What a candidate does in a session: attempts that can lead to a decision, and no others do. */
@Injectable()
export class SessionAttempts {
  constructor(
    private readonly db: Database,
    private readonly rounds: Rounds,
    private readonly records: SessionRecords,
    private readonly attempts: Attempts,
  ) {}

  /** The session in which she may work now: it runs, and somebody there saw who she is. */
  async runningFor(application: Application): Promise<SessionOfCandidate | null> {
    const sessions = await this.records.ofApplication(application.id);
    return sessions.find(({ status, identitySeenAt }) => status === 'running' && identitySeenAt !== null) ?? null;
  }

  /** What she is to do, as far as she is. A re-assessment has only the exercises that show something of its elements. */
  async toDo(application: Application): Promise<ExerciseToDo[]> {
    const round = await this.rounds.get(application.roundId);
    const { unit } = await this.rounds.unitOf(round);
    const exercises = await this.rounds.exercisesOf(round.id);
    const work = await this.records.workOf(application.id);
    return exercises
      .filter(({ exercise }) => isAbout(exercise, unit, application.elements))
      .map((each) => ({ ...each, ...progress(each, work) }));
  }

  /** Her attempt at an exercise that is under way, or a new one with a seed of its own; refused outside a running session. */
  async begin(application: Application, exerciseVersionId: string, me: Signed): Promise<Attempt> {
    const { attempt, isNew } = await this.db.transaction(async () => {
      // Of two taps on one button the second finds what the first has opened.
      await this.db.sql`UPDATE "application" SET "number" = "number" WHERE "id" = ${application.id}`;
      const session = await this.runningFor(application);
      if (!session || !isAgreed(application)) throw conflict('rounds.no_session_now');
      const wanted = (await this.toDo(application)).find(({ id }) => id === exerciseVersionId);
      if (!wanted) throw notFound();
      const work = await this.records.workOf(application.id);
      const open = work.find((each) => each.exerciseVersionId === exerciseVersionId && each.submissionId === null);
      if (open) return { attempt: await this.attempts.own(open.attemptId, me.id), isNew: false };
      if (!wanted.mayBegin) throw conflict('rounds.exercise_done');
      return { attempt: await this.open(application, session, wanted, me), isNew: true };
    });
    return isNew ? this.attempts.prepare(attempt) : this.attempts.mend(attempt);
  }

  private async open(
    application: Application,
    { sessionId }: SessionOfCandidate,
    { id: exerciseVersionId, done }: ExerciseToDo,
    me: Signed,
  ): Promise<Attempt> {
    const { roundId, learnerId } = application;
    const [last] = await this.db.sql<{ seedNumber: number }>`SELECT "seedNumber" FROM "session_attempt"
      WHERE "roundId" = ${roundId} AND "learnerId" = ${learnerId} ORDER BY "seedNumber" DESC LIMIT 1`;
    const seedNumber = (last?.seedNumber ?? 0) + 1;
    const attempt = await this.attempts.openInRound({
      exerciseVersionId,
      learnerId,
      roundId,
      seedNumber,
      number: done + 1,
    });
    await this.db
      .sql`INSERT INTO "session_attempt" ("attemptId", "applicationId", "roundId", "learnerId", "sessionId", "seedNumber")
      VALUES (${attempt.id}, ${application.id}, ${roundId}, ${learnerId}, ${sessionId}, ${seedNumber})`;
    const told = { session: sessionId, application: application.id, exercise: exerciseVersionId, seedNumber };
    this.rounds.note(attempt.id, me, 'session_attempt.begun', told);
    return attempt;
  }
}

/** Work that came in when no session was open shows nothing: she may do it again in the next one. */
function progress({ id, times }: RoundExercise, work: readonly SessionWork[]) {
  const hers = work.filter(({ exerciseVersionId }) => exerciseVersionId === id);
  const done = hers.filter(({ isInTime }) => isInTime).length;
  const isUnderWay = hers.some(({ submissionId }) => submissionId === null);
  return { done, isUnderWay, mayBegin: isUnderWay || done < times };
}
