import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { type Page, page, type SeeOther, seeOther, success } from '../../platform/web/answer.js';
import { Allow } from '../../platform/web/policy.js';
import { Me, type Signed } from '../../platform/web/request.js';
import { Rounds } from '../rounds/rounds.service.js';
import { ApplicationPage } from './application-page.service.js';
import { Applications } from './applications.service.js';
import { readAdjustments } from './plan.js';
import { PlanAgreement } from './plan-agreement.service.js';

/** A candidate's plan at the desk: what is made easier for her, and the centre's signature. */
@Controller('rounds/:id/applications/:application')
@Allow('trainer', 'assessor', 'admin')
export class ApplicationController {
  constructor(
    private readonly rounds: Rounds,
    private readonly applications: Applications,
    private readonly agreement: PlanAgreement,
    private readonly pages: ApplicationPage,
  ) {}

  @Get()
  async show(@Param('id') id: string, @Param('application') applicationId: string, @Me() me: Signed): Promise<Page> {
    const round = await this.rounds.inCentre(id, me);
    const application = await this.applications.inRound(applicationId, id, me);
    const maySign = await this.agreement.maySign(round, application, me);
    return page('rounds/application', { layout: 'desk', ...(await this.pages.of(round, application)), maySign });
  }

  @Post('plan')
  async adjust(
    @Param('id') id: string,
    @Param('application') applicationId: string,
    @Me() me: Signed,
    @Body() typed: Record<string, unknown> | undefined,
  ): Promise<SeeOther> {
    const application = await this.applications.inRound(applicationId, id, me);
    await this.agreement.adjust(application, readAdjustments(typed ?? {}), me);
    return seeOther(`/rounds/${id}/applications/${applicationId}`, success('rounds.plan_changed_done'));
  }

  @Post('agreement')
  @Allow('assessor', 'admin')
  async agree(
    @Param('id') id: string,
    @Param('application') applicationId: string,
    @Me() me: Signed,
    @Body() typed: { seen?: string } | undefined,
  ): Promise<SeeOther> {
    const round = await this.rounds.inCentre(id, me);
    const application = await this.applications.inRound(applicationId, id, me);
    await this.agreement.agreeAsStaff(round, application, Number(typed?.seen) || 0, me);
    return seeOther(`/rounds/${id}/applications/${applicationId}`, success('rounds.plan_signed'));
  }
}
