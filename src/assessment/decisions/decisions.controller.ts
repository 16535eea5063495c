import { Body, Controller, Get, Param, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { type Page, page, type SeeOther, seeOther, success } from '../../platform/web/answer.js';
import { Allow } from '../../platform/web/policy.js';
import { Me, type Signed } from '../../platform/web/request.js';
import { decisionShown } from '../applications/application-page.service.js';
import { Applications } from '../applications/applications.service.js';
import { type Round, Rounds } from '../rounds/rounds.service.js';
import { DecisionDesk, stillOpen } from './decision-desk.service.js';
import { DecisionEvidence, type Gathered } from './decision-evidence.service.js';
import { Decisions } from './decisions.service.js';

/** What a unit comes to, criterion by criterion, and the signature under it. */
@Controller()
@Allow('trainer', 'assessor', 'admin')
export class DecisionsController {
  constructor(
    private readonly rounds: Rounds,
    private readonly applications: Applications,
    private readonly evidence: DecisionEvidence,
    private readonly desk: DecisionDesk,
    private readonly decisions: Decisions,
  ) {}

  @Get('rounds/:id/applications/:application/decision')
  async show(@Param('id') id: string, @Param('application') applicationId: string, @Me() me: Signed): Promise<Page> {
    const round = await this.rounds.inCentre(id, me);
    const application = await this.applications.inRound(applicationId, id, me);
    const gathered = await this.evidence.of(round, application);
    const why = await this.desk.whyNot(round, application, me);
    const decision = await this.decisions.newest(application.id);
    const open = stillOpen(gathered);
    return page('rounds/decision', {
      layout: 'desk',
      round,
      application,
      ...(await this.standing(round, gathered)),
      open,
      whyNot: why && `rounds.not_decider_${why}`,
      maySign: !why && !open,
      decision: decision && decisionShown(decision),
      ...(await this.repeatable(decision?.outcome ?? 'competent', round, me)),
    });
  }

  @Post('rounds/:id/applications/:application/decision')
  async sign(
    @Param('id') id: string,
    @Param('application') applicationId: string,
    @Me() me: Signed,
    @Body() typed: { seen?: string } | undefined,
  ): Promise<SeeOther> {
    const round = await this.rounds.inCentre(id, me);
    const application = await this.applications.inRound(applicationId, id, me);
    await this.desk.sign(round, application, String(typed?.seen ?? ''), me);
    return seeOther(`/rounds/${id}/applications/${applicationId}/decision`, success('rounds.decided'));
  }

  /** Another chance for who is not competent yet, about the missing elements only. */
  @Post('rounds/:id/applications/:application/reassessment')
  @Allow('admin')
  async again(
    @Param('id') id: string,
    @Param('application') applicationId: string,
    @Me() me: Signed,
    @Body() typed: { round?: string } | undefined,
  ): Promise<SeeOther> {
    await this.rounds.inCentre(id, me);
    const previous = await this.applications.inRound(applicationId, id, me);
    const next = await this.desk.again(previous, String(typed?.round ?? ''), me);
    return seeOther(`/rounds/${next.roundId}/applications/${next.id}`, success('rounds.again_made'));
  }

  /** The sealed file, byte for byte as it was signed. */
  @Get('decisions/:id/file.json')
  async file(
    @Param('id') id: string,
    @Me() me: Signed,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const { sealed, sha256 } = await this.decisions.inCentre(id, me);
    reply
      .type('application/json; charset=utf-8')
      .header('x-content-sha256', sha256)
      .header('content-disposition', `attachment; filename="${id}.json"`);
    return sealed;
  }

  private async standing(round: Round, { basis, unsigned, late }: Gathered) {
    const { framework, unit } = await this.rounds.unitOf(round);
    const criteria = basis.criteria.map((each) => ({ ...each, statement: framework.criterion(each.code).statement }));
    const { outcome, passPercent, because, evidence } = basis;
    const others = criteria.filter(({ critical }) => !critical);
    return {
      unit,
      criteria,
      outcome,
      passPercent,
      becauseCodes: because.join(', '),
      works: evidence.length,
      unsigned,
      late,
      otherMet: others.filter(({ standing }) => standing === 'met').length,
      otherCount: others.length,
    };
  }

  private async repeatable(outcome: string, round: Round, me: Signed) {
    if (outcome === 'competent' || !me.roles.includes('admin')) return { rounds: [] };
    return { rounds: (await this.rounds.openAbout(round.unitCode, me)).map(({ id, name }) => ({ id, name })) };
  }
}
