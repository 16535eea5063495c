import { Injectable } from '@nestjs/common';
import { type Page, page } from '../../platform/web/answer.js';
import type { Signed } from '../../platform/web/request.js';
import { Exercises } from '../../practice/exercises/exercises.service.js';
import type { Problem } from '../../shared/refusal.js';
import { type Application, Applications, isAgreed } from '../applications/applications.service.js';
import { type Decision, Decisions } from '../decisions/decisions.service.js';
import { AssessmentSessions } from '../sessions/sessions.service.js';
import { type RoundBlueprint, RoundOpening } from './round-opening.service.js';
import { ROUND_ROLES } from './round-roles.js';
import { RoundStaff } from './round-staff.service.js';
import { type Round, Rounds } from './rounds.service.js';

/** Puts the pages of a round together. */
@Injectable()
export class RoundPage {
  constructor(
    private readonly rounds: Rounds,
    private readonly opening: RoundOpening,
    private readonly staff: RoundStaff,
    private readonly applications: Applications,
    private readonly sessions: AssessmentSessions,
    private readonly decisions: Decisions,
    private readonly exercises: Exercises,
  ) {}

  /** The round's own page, with what is wrong with a form of it and what was typed there. */
  async page(round: Round, me: Signed, problems: Problem[], values: Record<string, unknown>): Promise<Page> {
    const data = await this.of(round, me);
    return page('rounds/show', { layout: 'desk', ...data, values, problems }, problems.length > 0 ? 422 : 200);
  }

  /** The round as its centre's staff see it; what may be done on it depends on who looks. */
  private async of(round: Round, me: Signed): Promise<Record<string, unknown>> {
    const { unit, framework } = await this.rounds.unitOf(round);
    const [blueprint, staff, people, applications, sessions, decisions] = await Promise.all([
      this.opening.blueprint(round),
      this.staff.of(round.id),
      this.staff.candidates(me.centreId),
      this.applications.ofRound(round.id),
      this.sessions.ofRound(round.id),
      this.decisions.ofRound(round.id),
    ]);
    const isAdmin = me.roles.includes('admin');
    return {
      round,
      unit,
      framework: framework.title,
      blueprint: told(blueprint),
      staff,
      people,
      roles: ROUND_ROLES,
      isAdmin,
      isDraft: round.status === 'draft',
      isOpen: round.status === 'open',
      isPublic: round.kind === 'public',
      mayAdd: round.status === 'open' && (isAdmin || me.roles.includes('trainer')),
      passMark: passMarkOf(round, me),
      candidates: applications.map((each) => candidate(each, decisions.get(each.id) ?? null)),
      sessions: sessions.map((each) => ({ ...each, isMine: each.invigilatorId === me.id })),
    };
  }

  /** Criteria × exercises × occasions, and before the opening how often each exercise is done. */
  async blueprint(round: Round, me: Signed, problems: Problem[]): Promise<Page> {
    const { unit } = await this.rounds.unitOf(round);
    const blueprint = await this.opening.blueprint(round);
    const planned = new Map(blueprint.exercises.map(({ exercise, times }) => [exercise.code, times]));
    const statements = new Map(
      unit.elements.flatMap(({ criteria }) => criteria.map((each) => [each.code, each.statement])),
    );
    const codes = new Set(statements.keys());
    const about = (await this.exercises.list()).filter(({ exercise }) =>
      exercise.criteria.some(({ code }) => codes.has(code)),
    );
    const data = {
      layout: 'desk',
      round,
      unit,
      problems,
      ...told(blueprint),
      rows: blueprint.rows.map((row) => ({ ...row, statement: statements.get(row.code) })),
      isEditable: round.status === 'draft' && me.roles.includes('admin'),
      choices: about.map(({ exercise }) => ({ ...exercise, times: planned.get(exercise.code) ?? 0 })),
    };
    return page('rounds/blueprint', data, problems.length > 0 ? 422 : 200);
  }
}

const told = (blueprint: RoundBlueprint) => ({
  ...blueprint,
  lackingCodes: blueprint.lacking.join(', '),
  needsWord: !blueprint.isPossible,
});

/** Who may say something of the pass mark now: nobody approves what she set herself. */
function passMarkOf(round: Round, me: Signed) {
  const isSet = round.setPercent !== null;
  const maySet = round.status === 'draft' && me.roles.includes('admin');
  const isJudge = me.roles.includes('admin') || me.roles.includes('assessor');
  const waits = round.status === 'draft' && isSet && round.approvedBy === null;
  return {
    isSet,
    maySet,
    mayJudge: waits && isJudge && round.setBy !== me.id,
    waits,
    isApproved: round.approvedBy !== null,
  };
}

/** How far a candidate is, as one word: a decision, or what comes next. */
function candidate(application: Application, decision: Decision | null) {
  const next = isAgreed(application) ? 'agreed' : 'to_agree';
  return {
    ...application,
    standing: decision?.outcome ?? next,
    isDecided: decision !== null,
    isAgain: application.previousId !== null,
  };
}
