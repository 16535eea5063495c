import { Body, Controller, Get, Param, Post, Query, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Classes } from '../../accounts/classes.service.js';
import { type Page, page, type SeeOther, seeOther, success } from '../../platform/web/answer.js';
import { Allow } from '../../platform/web/policy.js';
import { Me, type Signed } from '../../platform/web/request.js';
import { Exercises } from '../../practice/exercises/exercises.service.js';
import type { Problem } from '../../shared/refusal.js';
import { StandingsPage } from '../repair/standings-page.service.js';
import { RegradeBatches } from './batches.service.js';
import { RegradeDesk } from './regrade-desk.service.js';
import { type RegradeForm, readRegrade } from './regrade-form.js';
import { RegradePage, versionsOf } from './regrade-page.service.js';

/** Grading again: begun by whoever answers for the results, looked at by all staff, applied or cancelled. */
@Controller('regrades')
@Allow('trainer', 'assessor', 'admin')
export class RegradingController {
  constructor(
    private readonly batches: RegradeBatches,
    private readonly desk: RegradeDesk,
    private readonly pages: RegradePage,
    private readonly exercises: Exercises,
    private readonly classes: Classes,
    private readonly standings: StandingsPage,
  ) {}

  @Get()
  async list(@Me() me: Signed, @Query('before') before: string | undefined): Promise<Page> {
    const { batches, next } = await this.batches.list(me, before ? String(before) : null);
    const shown = batches.map(async (batch) => ({
      ...batch,
      ...(await this.exercises.version(batch.toVersionId)),
      id: batch.id,
    }));
    const mayBegin = me.roles.includes('trainer') || me.roles.includes('admin');
    return page('regrading/list', { layout: 'desk', batches: await Promise.all(shown), next, mayBegin });
  }

  @Get('new')
  @Allow('trainer', 'admin')
  async form(@Me() me: Signed, @Query() typed: RegradeForm): Promise<Page> {
    return this.formPage(me, typed, []);
  }

  @Post()
  @Allow('trainer', 'admin')
  async begin(@Me() me: Signed, @Body() typed: RegradeForm | undefined): Promise<Page | SeeOther> {
    const { wanted, problems } = readRegrade(typed ?? {}, await this.choices(me));
    if (!wanted) return this.formPage(me, typed ?? {}, problems);
    return seeOther(`/regrades/${await this.desk.begin(wanted, me)}`, success('regrading.begun'));
  }

  /** How often people overrule each check, and which of them only advise since. */
  @Get('checks')
  async checks(@Me() me: Signed): Promise<Page> {
    return page('regrading/checks', { layout: 'desk', ...(await this.standings.of(me.centreId)) });
  }

  @Get(':id')
  async show(
    @Param('id') id: string,
    @Me() me: Signed,
    @Req() request: FastifyRequest,
    @Query() asked: { direction?: string; after?: string },
  ): Promise<Page> {
    const batch = await this.batches.inCentre(id, me);
    return page('regrading/show', { layout: 'desk', ...(await this.pages.of(batch, me, request.language, asked)) });
  }

  @Post(':id/approval')
  async approve(@Param('id') id: string, @Me() me: Signed): Promise<SeeOther> {
    await this.desk.approve(await this.batches.inCentre(id, me), me);
    return seeOther(`/regrades/${id}`, success('regrading.approved'));
  }

  @Post(':id/application')
  @Allow('trainer', 'admin')
  async apply(@Param('id') id: string, @Me() me: Signed): Promise<SeeOther> {
    await this.desk.apply(await this.batches.inCentre(id, me), me);
    return seeOther(`/regrades/${id}`, success('regrading.applied'));
  }

  @Post(':id/cancellation')
  @Allow('trainer', 'admin')
  async cancel(@Param('id') id: string, @Me() me: Signed): Promise<SeeOther> {
    await this.desk.cancel(await this.batches.inCentre(id, me), me);
    return seeOther('/regrades', success('regrading.cancelled'));
  }

  private async choices(me: Signed) {
    return { followed: await this.exercises.followed(), classes: await this.classes.list(me.id) };
  }

  private async formPage(me: Signed, typed: RegradeForm, problems: Problem[]): Promise<Page> {
    const { followed, classes } = await this.choices(me);
    const data = {
      layout: 'desk',
      versions: followed.map((each) => ({
        ...each,
        ...versionsOf(each.id, each.newestId),
        isChosen: each.id === typed.from,
      })),
      classes: classes.map(({ id, name }) => ({ id, name, isChosen: id === typed.classId })),
      values: typed,
      problems,
    };
    return page('regrading/new', data, problems.length > 0 ? 422 : 200);
  }
}
