import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { part, type SqlPart } from '../../platform/database/sql.js';
import type { Signed } from '../../platform/web/request.js';
import { newId } from '../../shared/ids.js';
import { conflict, notFound } from '../../shared/refusal.js';
import { type Round, Rounds } from '../rounds/rounds.service.js';
import type { Adjustment, SelfCheck } from './plan.js';

/** One learner in one round: what she says of herself, and the plan that both sides agree to. */
export interface Application {
  id: string;
  roundId: string;
  learnerId: string;
  learnerName: string;
  centreId: string;
  number: number;
  /** Of a re-assessment the elements that are still missing; null for the whole unit. */
  elements: string[] | null;
  previousId: string | null;
  selfCheck: Record<string, SelfCheck> | null;
  priorLearning: string;
  adjustments: Adjustment[];
  /** Counts every change of the plan: an agreement is to one version. */
  planVersion: number;
  wording: string | null;
  learnerAgreedAt: string | null;
  staffAgreedBy: string | null;
  staffAgreedByName: string | null;
  staffAgreedAt: string | null;
  createdAt: string;
}

type Row = Omit<Application, 'elements' | 'selfCheck' | 'adjustments'> &
  Record<'elements' | 'selfCheck', string | null> & { adjustments: string };

/** Who asks for a re-assessment, of what, after which application. */
export interface Again {
  previousId: string;
  elements: readonly string[];
}

/** Who is assessed in a round. */
@Injectable()
export class Applications {
  constructor(
    private readonly db: Database,
    private readonly rounds: Rounds,
  ) {}

  /** An application of the person's own centre; another centre's is not found. */
  async inRound(id: string, roundId: string, me: Pick<Signed, 'centreId'>): Promise<Application> {
    const [found] = await this.rows(
      part`a."id" = ${id} AND a."roundId" = ${roundId} AND p."centreId" = ${me.centreId}`,
      1,
    );
    if (!found) throw notFound();
    return found;
  }

  /** A learner's own application; somebody else's is not found. */
  async own(id: string, learnerId: string): Promise<Application> {
    const [found] = await this.rows(part`a."id" = ${id} AND a."learnerId" = ${learnerId}`, 1);
    if (!found) throw notFound();
    return found;
  }

  async get(id: string): Promise<Application> {
    const [found] = await this.rows(part`a."id" = ${id}`, 1);
    if (!found) throw notFound();
    return found;
  }

  ofRound(roundId: string): Promise<Application[]> {
    return this.rows(part`a."roundId" = ${roundId}`, 300);
  }

  /** A learner's applications, newest first. */
  async ofLearner(learnerId: string): Promise<Application[]> {
    const found = await this.rows(part`a."learnerId" = ${learnerId}`, 20);
    return found.sort((one, other) => (one.createdAt < other.createdAt ? 1 : -1));
  }

  /** Puts learners of the centre into an open round, each once; answers how many were new. */
  async add(round: Round, learnerIds: readonly string[], me: Pick<Signed, 'id' | 'centreId'>): Promise<number> {
    let added = 0;
    await this.db.transaction(async () => {
      await this.lockOpen(round.id);
      for (const learnerId of learnerIds) {
        const [learner] = await this.db.sql<{ roles: string }>`
          SELECT "roles" FROM "person" WHERE "id" = ${learnerId} AND "centreId" = ${round.centreId} AND "disabledAt" IS NULL`;
        if (!learner?.roles.split(' ').includes('learner')) throw notFound();
        const [earlier] = await this.db
          .sql`SELECT 1 FROM "application" WHERE "roundId" = ${round.id} AND "learnerId" = ${learnerId} LIMIT 1`;
        if (earlier) continue;
        await this.insert(round, learnerId, 1, null, me);
        added += 1;
      }
    });
    return added;
  }

  /** The next application of somebody who is not yet competent: about the missing elements alone. Once for each application. */
  async again(round: Round, previous: Application, elements: readonly string[], me: Signed): Promise<string> {
    return this.db.transaction(async () => {
      await this.lockOpen(round.id);
      const [followed] = await this.db.sql`SELECT 1 FROM "application" WHERE "previousId" = ${previous.id} LIMIT 1`;
      if (followed) throw conflict('rounds.again_already');
      const [last] = await this.db.sql<{ number: number }>`SELECT "number" FROM "application"
        WHERE "roundId" = ${round.id} AND "learnerId" = ${previous.learnerId} ORDER BY "number" DESC LIMIT 1`;
      return this.insert(round, previous.learnerId, (last?.number ?? 0) + 1, { previousId: previous.id, elements }, me);
    });
  }

  private async insert(
    round: Round,
    learnerId: string,
    number: number,
    again: Again | null,
    me: Pick<Signed, 'id' | 'centreId'>,
  ): Promise<string> {
    const id = newId('app');
    const elements = again ? JSON.stringify(again.elements) : null;
    await this.db
      .sql`INSERT INTO "application" ("id", "roundId", "learnerId", "number", "elements", "previousId", "priorLearning",
        "adjustments", "planVersion", "createdBy", "createdAt")
      VALUES (${id}, ${round.id}, ${learnerId}, ${number}, ${elements}, ${again?.previousId ?? null}, '', '[]', 1, ${me.id}, ${new Date()})`;
    this.rounds.note(id, me, 'application.made', { round: round.id, learner: learnerId, number, ...again });
    return id;
  }

  private async lockOpen(roundId: string): Promise<void> {
    const [open] = await this.db.sql`UPDATE "assessment_round" SET "status" = 'open'
      WHERE "id" = ${roundId} AND "status" = 'open' RETURNING "id"`;
    if (!open) throw conflict('rounds.not_open');
  }

  private async rows(where: SqlPart, most: number): Promise<Application[]> {
    const rows = await this.db.sql<Row>`
      SELECT a.*, p."displayName" AS "learnerName", p."centreId", s."displayName" AS "staffAgreedByName" FROM "application" a
      JOIN "person" p ON p."id" = a."learnerId" LEFT JOIN "person" s ON s."id" = a."staffAgreedBy"
      WHERE ${where} ORDER BY p."displayName", a."learnerId", a."number" LIMIT ${most}`;
    return rows.map((row) => ({
      ...row,
      elements: row.elements === null ? null : (JSON.parse(row.elements) as string[]),
      selfCheck: row.selfCheck === null ? null : (JSON.parse(row.selfCheck) as Application['selfCheck']),
      adjustments: JSON.parse(row.adjustments) as Adjustment[],
    }));
  }
}

/** Both signed the plan as it stands. */
export const isAgreed = ({ learnerAgreedAt, staffAgreedAt }: Application): boolean =>
  learnerAgreedAt !== null && staffAgreedAt !== null;
