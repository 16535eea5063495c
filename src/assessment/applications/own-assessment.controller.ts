import { Body, Controller, Get, Param, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { type Page, page, type SeeOther, seeOther, success } from '../../platform/web/answer.js';
import { Allow } from '../../platform/web/policy.js';
import { Me, type Signed } from '../../platform/web/request.js';
import { notFound, type Problem } from '../../shared/refusal.js';
import { Decisions } from '../decisions/decisions.service.js';
import { Rounds } from '../rounds/rounds.service.js';
import { SessionAttempts } from '../sessions/session-attempts.service.js';
import { ApplicationPage } from './application-page.service.js';
import { type Application, Applications } from './applications.service.js';
import { DECLARATIONS, elementsOf, readLearning, readSelfCheck } from './plan.js';
import { PlanAgreement } from './plan-agreement.service.js';

/** A candidate's own assessment, on her phone: what she says of herself, the plan, her exercises while a session runs, and what was decided. */
@Controller('assessments/:application')
@Allow('learner')
export class OwnAssessmentController {
  constructor(
    private readonly applications: Applications,
    private readonly rounds: Rounds,
    private readonly agreement: PlanAgreement,
    private readonly attempts: SessionAttempts,
    private readonly decisions: Decisions,
    private readonly pages: ApplicationPage,
  ) {}

  @Get()
  async show(@Param('application') id: string, @Me() me: Signed): Promise<Page> {
    return this.draw(await this.applications.own(id, me.id), []);
  }

  @Post('self-check')
  async describe(
    @Param('application') id: string,
    @Me() me: Signed,
    @Body() typed: Record<string, unknown> | undefined,
  ): Promise<Page | SeeOther> {
    const application = await this.applications.own(id, me.id);
    const { unit } = await this.rounds.unitOf(await this.rounds.get(application.roundId));
    const codes = elementsOf(unit, application.elements).map(({ code }) => code);
    const selfCheck = readSelfCheck(typed ?? {}, codes);
    if (!selfCheck) return this.draw(application, [{ field: 'selfCheck', key: 'rounds.self_check_needed' }], typed);
    await this.agreement.describe(application, selfCheck, readLearning(typed?.priorLearning), me);
    return seeOther(`/assessments/${id}`, success('rounds.self_check_kept'));
  }

  @Post('agreement')
  async agree(
    @Param('application') id: string,
    @Me() me: Signed,
    @Body() typed: Record<string, unknown> | undefined,
  ): Promise<Page | SeeOther> {
    const application = await this.applications.own(id, me.id);
    if (!DECLARATIONS.every((each) => typed?.[each] === 'yes'))
      return this.draw(application, [{ field: 'declarations', key: 'rounds.declarations_needed' }], typed);
    await this.agreement.agreeAsCandidate(application, Number(typed?.seen) || 0, me);
    return seeOther(`/assessments/${id}`, success('rounds.plan_signed'));
  }

  @Post('exercises/:exercise')
  async begin(
    @Param('application') id: string,
    @Param('exercise') exerciseVersionId: string,
    @Me() me: Signed,
  ): Promise<SeeOther> {
    const application = await this.applications.own(id, me.id);
    return seeOther(`/attempts/${(await this.attempts.begin(application, exerciseVersionId, me)).id}`);
  }

  /** Her own decision as it was sealed, for whoever wants to check its hash. */
  @Get('decision.json')
  async file(
    @Param('application') id: string,
    @Me() me: Signed,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const decision = await this.decisions.newest((await this.applications.own(id, me.id)).id);
    if (!decision) throw notFound();
    reply.type('application/json; charset=utf-8').header('x-content-sha256', decision.sha256);
    return decision.sealed;
  }

  private async draw(
    application: Application,
    problems: Problem[],
    typed: Record<string, unknown> = {},
  ): Promise<Page> {
    const data = await this.pages.forCandidate(application);
    const declarations = DECLARATIONS.map((name) => ({ name, isOn: typed[name] === 'yes' }));
    const priorLearning = readLearning(typed.priorLearning) || application.priorLearning;
    return page('rounds/own', { ...data, declarations, priorLearning, problems }, problems.length > 0 ? 422 : 200);
  }
}
