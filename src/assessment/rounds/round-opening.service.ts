import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { Signed } from '../../platform/web/request.js';
import { conflict, invalid, notAllowed } from '../../shared/refusal.js';
import { type Blueprint, blueprintOf, MOST_MINUTES } from './blueprint.js';
import { type Round, type RoundExercise, Rounds } from './rounds.service.js';

/** A round's blueprint with the exercises that its columns stand for. */
export interface RoundBlueprint extends Blueprint {
  exercises: RoundExercise[];
  /** The share by which it is worked out, and whether another person has approved it. */
  passPercent: number;
  isApproved: boolean;
}

/** What must be settled before anybody is assessed: the pass mark by two people, the blueprint, and then the opening. */
@Injectable()
export class RoundOpening {
  constructor(
    private readonly db: Database,
    private readonly rounds: Rounds,
  ) {}

  /** Worked out by the pass mark that is set, or else by the recommended one. */
  async blueprint(round: Round): Promise<RoundBlueprint> {
    const { unit } = await this.rounds.unitOf(round);
    const exercises = await this.rounds.exercisesOf(round.id);
    const passPercent = round.setPercent ?? round.recommendedPercent;
    return {
      ...blueprintOf(unit, exercises, passPercent),
      exercises,
      passPercent,
      isApproved: round.approvedBy !== null,
    };
  }

  /** Sets the pass mark: it counts once another person approved it, and what was approved before counts no longer. */
  async setPassMark(round: Round, percent: number, reason: string, me: Signed): Promise<void> {
    await this.db.transaction(async () => {
      await this.rounds.lockDraft(round.id);
      await this.db
        .sql`UPDATE "assessment_round" SET "setPercent" = ${percent}, "setBy" = ${me.id}, "setReason" = ${reason},
        "approvedBy" = NULL, "approvedAt" = NULL, "approvalReason" = NULL WHERE "id" = ${round.id}`;
      this.rounds.note(round.id, me, 'pass_mark.set', { percent, recommended: round.recommendedPercent, reason });
    });
  }

  /** Another person's word about the pass mark that she saw, `percent`; turned down, it must be set anew. */
  async judgePassMark(
    round: Round,
    { isApproved, percent, reason }: { isApproved: boolean; percent: number; reason: string },
    me: Signed,
  ): Promise<void> {
    if (round.setPercent === null) throw conflict('rounds.pass_mark_not_set');
    if (round.setBy === me.id) throw notAllowed('rounds.approve_other');
    await this.db.transaction(async () => {
      await this.rounds.lockDraft(round.id);
      const [seen] = isApproved
        ? await this.db
            .sql`UPDATE "assessment_round" SET "approvedBy" = ${me.id}, "approvedAt" = ${new Date()}, "approvalReason" = ${reason}
            WHERE "id" = ${round.id} AND "setPercent" = ${percent} AND "setBy" <> ${me.id} AND "approvedBy" IS NULL RETURNING "id"`
        : await this.db
            .sql`UPDATE "assessment_round" SET "setPercent" = NULL, "setBy" = NULL, "setReason" = NULL, "approvalReason" = ${reason}
            WHERE "id" = ${round.id} AND "setPercent" = ${percent} AND "setBy" <> ${me.id} AND "approvedBy" IS NULL RETURNING "id"`;
      if (!seen) throw conflict('rounds.changed_meanwhile');
      this.rounds.note(round.id, me, isApproved ? 'pass_mark.approved' : 'pass_mark.rejected', { percent, reason });
    });
  }

  /** Opens a round. One that cannot lead to a decision opens only for somebody who says that she knows it. */
  async open(round: Round, knowsImpossible: boolean, me: Signed): Promise<void> {
    await this.db.transaction(async () => {
      await this.rounds.lockDraft(round.id);
      const now = await this.rounds.get(round.id);
      const { exercises, isShortEnough, isPossible, minutes, lacking } = await this.blueprint(now);
      if (!now.approvedBy) throw conflict('rounds.pass_mark_not_approved');
      if (exercises.length === 0) throw conflict('rounds.no_exercise');
      if (!isShortEnough) throw conflict('rounds.too_long', { minutes, most: MOST_MINUTES });
      if (!isPossible && !knowsImpossible) throw invalid([{ field: 'knows', key: 'rounds.say_you_know' }]);
      await this.db
        .sql`UPDATE "assessment_round" SET "status" = 'open', "openedAt" = ${new Date()} WHERE "id" = ${round.id}`;
      const plan = exercises.map(({ id, times }) => [id, times]);
      this.rounds.note(round.id, me, 'round.opened', { percent: now.setPercent, plan, minutes, isPossible, lacking });
    });
  }

  /** Closes a round: nobody is added and no session begins; what was handed in is still decided. */
  async close(round: Round, me: Signed): Promise<void> {
    await this.db.transaction(async () => {
      const [running] = await this.db.sql`SELECT 1 FROM "assessment_session"
        WHERE "roundId" = ${round.id} AND "status" IN ('running', 'paused') LIMIT 1`;
      if (running) throw conflict('rounds.session_runs');
      const [closed] = await this.db.sql`UPDATE "assessment_round" SET "status" = 'closed', "closedAt" = ${new Date()}
        WHERE "id" = ${round.id} AND "status" = 'open' RETURNING "id"`;
      if (!closed) throw conflict('rounds.changed_meanwhile');
      this.rounds.note(round.id, me, 'round.closed', {});
    });
  }
}
