import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { Signed } from '../../platform/web/request.js';
import { conflict, notAllowed } from '../../shared/refusal.js';
import { type Application, Applications } from '../applications/applications.service.js';
import { RoundStaff } from '../rounds/round-staff.service.js';
import { type Round, Rounds } from '../rounds/rounds.service.js';
import { DecisionEvidence, type Gathered } from './decision-evidence.service.js';
import { type Decision, Decisions } from './decisions.service.js';
import { unseal } from './sealed-file.js';
import { type WhyNotDecide, whyNotDecide } from './who-may-decide.js';

/** The verbs of deciding: who may sign what, and what follows where somebody is not yet competent. */
@Injectable()
export class DecisionDesk {
  constructor(
    private readonly db: Database,
    private readonly rounds: Rounds,
    private readonly staff: RoundStaff,
    private readonly evidence: DecisionEvidence,
    private readonly decisions: Decisions,
    private readonly applications: Applications,
  ) {}

  /** Signs what the sessions' work comes to. `seen`: the outcome that the page showed; when it is another by now, nothing is signed. */
  async sign(round: Round, application: Application, seen: string, me: Signed): Promise<Decision> {
    const why = await this.whyNot(round, application, me);
    if (why) throw notAllowed(`rounds.not_decider_${why}`);
    const gathered = await this.evidence.of(round, application);
    const open = stillOpen(gathered);
    if (open) throw conflict(open);
    if (gathered.basis.outcome !== seen) throw conflict('rounds.changed_meanwhile');
    return this.decisions.sign(round, application, gathered.basis, me);
  }

  async whyNot(round: Round, application: Application, me: Signed): Promise<WhyNotDecide | null> {
    const roles = await this.staff.rolesOf(round.id, me.id);
    return whyNotDecide(
      {
        isDecider: roles.includes('decider'),
        isCandidate: application.learnerId === me.id,
        taughtUntil: await this.taughtUntil(application.learnerId, me.id),
        hasMarked: await this.hasMarked(application.learnerId, me.id),
      },
      new Date(),
    );
  }

  /** Lets somebody who is not competent yet be assessed again, in an open round of the same unit, about the missing elements only. */
  async again(previous: Application, intoRoundId: string, me: Signed): Promise<{ roundId: string; id: string }> {
    const decision = await this.decisions.newest(previous.id);
    if (!decision || decision.outcome === 'competent') throw conflict('rounds.nothing_to_repeat');
    const round = await this.rounds.inCentre(intoRoundId, me);
    if (round.unitCode !== decision.unitCode || round.frameworkId !== decision.frameworkId)
      throw conflict('rounds.other_unit');
    const elements = await this.missingElements(round, decision);
    return { roundId: round.id, id: await this.applications.again(round, previous, elements, me) };
  }

  /** The elements of the criteria that spoke against her. */
  private async missingElements(round: Round, { sealed }: Decision): Promise<string[]> {
    const { unit } = await this.rounds.unitOf(round);
    const because = new Set(unseal(sealed).because);
    return unit.elements
      .filter(({ criteria }) => criteria.some(({ code }) => because.has(code)))
      .map(({ code }) => code);
  }

  /** The last moment that she is known to have taught her: when she took her in, gave her class work, or was worked for. */
  private async taughtUntil(learnerId: string, trainerId: string): Promise<Date | null> {
    const rows = await this.db.sql<{ joinedAt: string; givenAt: string | null; workedAt: string | null }>`
      SELECT m."joinedAt", (SELECT MAX(a."createdAt") FROM "assignment" a WHERE a."classId" = m."classId") AS "givenAt",
        (SELECT MAX(t."createdAt") FROM "attempt" t JOIN "assignment" a ON a."id" = t."assignmentId"
          WHERE a."classId" = m."classId" AND t."learnerId" = m."personId") AS "workedAt"
      FROM "class_member" m JOIN "class_group" g ON g."id" = m."classId" WHERE m."personId" = ${learnerId} AND g."trainerId" = ${trainerId}`;
    const moments = rows
      .flatMap(({ joinedAt, givenAt, workedAt }) => [joinedAt, givenAt, workedAt])
      .filter((at) => at !== null);
    const last = moments.sort().at(-1);
    return last ? new Date(last) : null;
  }

  /** Whether she gave a mark to work of this learner, or signed under it, in any round and in practice. */
  private async hasMarked(learnerId: string, assessorId: string): Promise<boolean> {
    const rows = await this.db.sql`
      SELECT 1 FROM "marking" k WHERE k."learnerId" = ${learnerId} AND (k."signedBy" = ${assessorId} OR EXISTS (
        SELECT 1 FROM "mark" m WHERE m."submissionId" = k."submissionId" AND m."assessorId" = ${assessorId})) LIMIT 1`;
    return rows.length > 0;
  }
}

/** What must be finished before anything can be decided, as the key of the sentence that says it; null when nothing is open. */
export function stillOpen({ isUnderWay, unsigned }: Gathered): string | null {
  if (isUnderWay) return 'rounds.still_running';
  return unsigned > 0 ? 'rounds.still_unsigned' : null;
}
