import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { part, type SqlPart } from '../../platform/database/sql.js';
import type { Signed } from '../../platform/web/request.js';
import { newId } from '../../shared/ids.js';
import { conflict, notFound } from '../../shared/refusal.js';
import type { Application } from '../applications/applications.service.js';
import { type Round, Rounds } from '../rounds/rounds.service.js';
import { basisHash, type DecisionBasis, seal } from './sealed-file.js';
import type { UnitOutcome } from './unit-outcome.js';

export interface Decision {
  id: string;
  centreId: string;
  roundId: string;
  applicationId: string;
  learnerId: string;
  frameworkId: string;
  unitCode: string;
  /** The how-manieth decision of its application; the last one is in force. */
  number: number;
  outcome: UnitOutcome;
  sealed: string;
  sha256: string;
  /** The hash of what it rests on. */
  basis: string;
  signedBy: string;
  signedByName: string;
  signedAt: string;
}

/** Signed decisions: added, never changed. A later one of the same application takes the place of the one before it. */
@Injectable()
export class Decisions {
  constructor(
    private readonly db: Database,
    private readonly rounds: Rounds,
  ) {}

  /** The decision in force of an application, null while nobody has decided. */
  async newest(applicationId: string): Promise<Decision | null> {
    const [found] = await this.rows(part`d."applicationId" = ${applicationId}`, 1);
    return found ?? null;
  }

  /** A decision of the person's own centre; another centre's is not found. */
  async inCentre(id: string, me: Signed): Promise<Decision> {
    const [found] = await this.rows(part`d."id" = ${id} AND d."centreId" = ${me.centreId}`, 1);
    if (!found) throw notFound();
    return found;
  }

  /** What is in force of a learner, newest first: of each application its last decision. */
  ofLearner(learnerId: string): Promise<Decision[]> {
    return this.rows(
      part`d."learnerId" = ${learnerId} AND NOT EXISTS (SELECT 1 FROM "decision" n
        WHERE n."applicationId" = d."applicationId" AND n."number" > d."number")`,
      100,
    );
  }

  /** What is in force of the applications of a round, by application. */
  async ofRound(roundId: string): Promise<Map<string, Decision>> {
    const rows = await this.rows(part`d."roundId" = ${roundId}`, 1000);
    return new Map(rows.reverse().map((row) => [row.applicationId, row]));
  }

  /** Seals and signs. Refused when nothing has changed since the decision in force: a second press signs nothing twice. */
  async sign(round: Round, application: Application, basis: DecisionBasis, me: Signed): Promise<Decision> {
    const id = newId('dec');
    const hash = basisHash(basis);
    const signedAt = new Date().toISOString();
    const { sealed, sha256 } = seal(basis, { decisionId: id, signedBy: { id: me.id, name: me.name }, signedAt });
    await this.db.transaction(async () => {
      await this.db.sql`UPDATE "application" SET "number" = "number" WHERE "id" = ${application.id}`;
      const last = await this.newest(application.id);
      if (last?.basis === hash) throw conflict('rounds.decided_already');
      const number = (last?.number ?? 0) + 1;
      await this.db
        .sql`INSERT INTO "decision" ("id", "centreId", "roundId", "applicationId", "learnerId", "frameworkId", "unitCode", "number",
          "outcome", "sealed", "sha256", "basis", "signedBy", "signedAt")
        VALUES (${id}, ${round.centreId}, ${round.id}, ${application.id}, ${application.learnerId}, ${round.frameworkId}, ${round.unitCode},
          ${number}, ${basis.outcome}, ${sealed}, ${sha256}, ${hash}, ${me.id}, ${signedAt})`;
      const told = {
        application: application.id,
        unit: round.unitCode,
        outcome: basis.outcome,
        because: basis.because,
        sha256,
      };
      this.rounds.note(id, me, 'decision.signed', told);
    });
    const signed = await this.newest(application.id);
    if (!signed) throw notFound();
    return signed;
  }

  private rows(where: SqlPart, most: number): Promise<Decision[]> {
    return this.db.sql<Decision>`
      SELECT d.*, p."displayName" AS "signedByName" FROM "decision" d JOIN "person" p ON p."id" = d."signedBy"
      WHERE ${where} ORDER BY d."signedAt" DESC, d."number" DESC LIMIT ${most}`;
  }
}
