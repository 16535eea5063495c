import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { Signed } from '../../platform/web/request.js';
import { conflict, notAllowed } from '../../shared/refusal.js';
import { isJudge } from '../rounds/round-roles.js';
import { RoundStaff } from '../rounds/round-staff.service.js';
import { type Round, Rounds } from '../rounds/rounds.service.js';
import type { Application } from './applications.service.js';
import { type Adjustment, PLAN_WORDING, type SelfCheck } from './plan.js';

/** What stands in a plan before the session, and the two signatures under it. */
@Injectable()
export class PlanAgreement {
  constructor(
    private readonly db: Database,
    private readonly rounds: Rounds,
    private readonly staff: RoundStaff,
  ) {}

  /** What the candidate says of herself. It decides nothing and needs no signature. */
  async describe(
    application: Application,
    selfCheck: Record<string, SelfCheck>,
    priorLearning: string,
    me: Signed,
  ): Promise<void> {
    await this.db.transaction(async () => {
      await this.db
        .sql`UPDATE "application" SET "selfCheck" = ${JSON.stringify(selfCheck)}, "priorLearning" = ${priorLearning}
        WHERE "id" = ${application.id}`;
      this.rounds.note(application.id, me, 'self_check.given', { selfCheck });
    });
  }

  /** Changes what is made easier for her. Whoever agreed before did not agree to this. */
  async adjust(application: Application, adjustments: readonly Adjustment[], me: Signed): Promise<void> {
    await this.db.transaction(async () => {
      await this.beforeIdentity(application);
      await this.db
        .sql`UPDATE "application" SET "adjustments" = ${JSON.stringify(adjustments)}, "planVersion" = "planVersion" + 1,
        "learnerAgreedAt" = NULL, "wording" = NULL, "staffAgreedAt" = NULL, "staffAgreedBy" = NULL WHERE "id" = ${application.id}`;
      this.rounds.note(application.id, me, 'plan.changed', { adjustments });
    });
  }

  /** The candidate's signature and declaration under the version that she saw. */
  async agreeAsCandidate(application: Application, seen: number, me: Signed): Promise<void> {
    await this.db.transaction(async () => {
      const [agreed] = await this.db
        .sql`UPDATE "application" SET "learnerAgreedAt" = COALESCE("learnerAgreedAt", ${new Date()}),
        "wording" = ${PLAN_WORDING} WHERE "id" = ${application.id} AND "learnerId" = ${me.id} AND "planVersion" = ${seen} RETURNING "id"`;
      if (!agreed) throw conflict('rounds.plan_changed');
      this.rounds.note(application.id, me, 'plan.agreed', {
        side: 'candidate',
        planVersion: seen,
        wording: PLAN_WORDING,
      });
    });
  }

  /** The centre's signature: by an assessor of the round or by an administrator, never by the candidate herself. */
  async agreeAsStaff(round: Round, application: Application, seen: number, me: Signed): Promise<void> {
    if (!(await this.maySign(round, application, me))) throw notAllowed('rounds.plan_signer');
    await this.db.transaction(async () => {
      const [agreed] = await this.db
        .sql`UPDATE "application" SET "staffAgreedAt" = ${new Date()}, "staffAgreedBy" = ${me.id}
        WHERE "id" = ${application.id} AND "planVersion" = ${seen} AND "staffAgreedAt" IS NULL RETURNING "id"`;
      if (!agreed && (application.planVersion !== seen || application.staffAgreedBy !== me.id))
        throw conflict('rounds.plan_changed');
      if (agreed) this.rounds.note(application.id, me, 'plan.agreed', { side: 'centre', planVersion: seen });
    });
  }

  async maySign(round: Round, application: Application, me: Signed): Promise<boolean> {
    if (application.learnerId === me.id) return false;
    return me.roles.includes('admin') || isJudge(await this.staff.rolesOf(round.id, me.id));
  }

  /** Once somebody has seen who she is, the session is under way by the plan as it was. */
  private async beforeIdentity({ id }: Application): Promise<void> {
    const [seen] = await this.db.sql`SELECT 1 FROM "session_candidate"
      WHERE "applicationId" = ${id} AND "identitySeenAt" IS NOT NULL LIMIT 1`;
    if (seen) throw conflict('rounds.plan_in_use');
  }
}
