import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { type Page, page, type SeeOther, seeOther, success } from '../../platform/web/answer.js';
import { Allow } from '../../platform/web/policy.js';
import { Me, type Signed } from '../../platform/web/request.js';
import { Frameworks } from '../../practice/competency/frameworks.service.js';
import type { Problem } from '../../shared/refusal.js';
import { problemsOf } from './form-problems.js';
import { type RoundForm, readReason, readRound, textOf, wholeNumber } from './round-form.js';
import { RoundOpening } from './round-opening.service.js';
import { RoundPage } from './round-page.service.js';
import { Rounds } from './rounds.service.js';

/** The framework by which rounds are opened here. */
const FRAMEWORK = 'ecu-sbx-1.0.0';
const APPEAL_DAYS = '30';
const RECOMMENDED = '60';

/** Rounds of assessment as the centre's staff run them. */
@Controller('rounds')
@Allow('trainer', 'assessor', 'admin')
export class RoundsController {
  constructor(
    private readonly rounds: Rounds,
    private readonly opening: RoundOpening,
    private readonly pages: RoundPage,
    private readonly frameworks: Frameworks,
  ) {}

  @Get()
  async list(@Me() me: Signed, @Query('before') before?: string): Promise<Page> {
    const { rounds, next } = await this.rounds.list(me, before ? String(before) : null);
    const shown = rounds.map(async (round) => ({ ...round, unit: (await this.rounds.unitOf(round)).unit }));
    const isAdmin = me.roles.includes('admin');
    return page('rounds/list', { layout: 'desk', rounds: await Promise.all(shown), next, isAdmin });
  }

  @Get('new')
  @Allow('admin')
  form(): Promise<Page> {
    return this.formPage({ kind: 'class', recommended: RECOMMENDED, appealDays: APPEAL_DAYS }, []);
  }

  @Post()
  @Allow('admin')
  async create(@Me() me: Signed, @Body() typed: RoundForm | undefined): Promise<Page | SeeOther> {
    const framework = await this.frameworks.get(FRAMEWORK);
    const { wanted, problems } = readRound(typed ?? {}, framework, new Date());
    if (!wanted) return this.formPage(typed ?? {}, problems);
    return seeOther(`/rounds/${await this.rounds.create(FRAMEWORK, wanted, me)}`, success('rounds.drafted'));
  }

  @Get(':id')
  async show(@Param('id') id: string, @Me() me: Signed): Promise<Page> {
    return this.pages.page(await this.rounds.inCentre(id, me), me, [], {});
  }

  @Get(':id/blueprint')
  async blueprint(@Param('id') id: string, @Me() me: Signed): Promise<Page> {
    const round = await this.rounds.inCentre(id, me);
    return this.pages.blueprint(round, me, []);
  }

  @Post(':id/exercises')
  @Allow('admin')
  async plan(
    @Param('id') id: string,
    @Me() me: Signed,
    @Body() typed: { code?: string; times?: string } | undefined,
  ): Promise<Page | SeeOther> {
    const round = await this.rounds.inCentre(id, me);
    const times = wholeNumber(typed?.times, 0, 4);
    if (times === null) return this.pages.blueprint(round, me, [{ field: 'times', key: 'rounds.times_needed' }]);
    await this.rounds.plan(round, textOf(typed?.code), times, me);
    return seeOther(`/rounds/${id}/blueprint`, success('rounds.plan_saved'));
  }

  @Post(':id/pass-mark')
  @Allow('admin')
  async setPassMark(
    @Param('id') id: string,
    @Me() me: Signed,
    @Body() typed: { percent?: string; reason?: string } | undefined,
  ): Promise<Page | SeeOther> {
    const round = await this.rounds.inCentre(id, me);
    const percent = wholeNumber(typed?.percent, 1, 100);
    const reason = readReason(typed?.reason);
    const problems: Problem[] = [];
    if (percent === null) problems.push({ field: 'percent', key: 'rounds.percent_needed' });
    if (reason === null) problems.push({ field: 'reason', key: 'rounds.reason_needed' });
    if (percent === null || reason === null) return this.pages.page(round, me, problems, { ...typed });
    await this.opening.setPassMark(round, percent, reason, me);
    return seeOther(`/rounds/${id}`, success('rounds.pass_mark_set'));
  }

  @Post(':id/pass-mark/approval')
  @Allow('assessor', 'admin')
  async judgePassMark(
    @Param('id') id: string,
    @Me() me: Signed,
    @Body() typed: { verdict?: string; seen?: string; approvalReason?: string } | undefined,
  ): Promise<Page | SeeOther> {
    const round = await this.rounds.inCentre(id, me);
    const reason = readReason(typed?.approvalReason);
    if (reason === null)
      return this.pages.page(round, me, [{ field: 'approvalReason', key: 'rounds.reason_needed' }], { ...typed });
    const isApproved = typed?.verdict === 'approved';
    const percent = wholeNumber(typed?.seen, 1, 100) ?? 0;
    await this.opening.judgePassMark(round, { isApproved, percent, reason }, me);
    return seeOther(`/rounds/${id}`, success(isApproved ? 'rounds.pass_mark_approved' : 'rounds.pass_mark_rejected'));
  }

  @Post(':id/opening')
  @Allow('admin')
  async open(
    @Param('id') id: string,
    @Me() me: Signed,
    @Body() typed: { knows?: string } | undefined,
  ): Promise<Page | SeeOther> {
    const round = await this.rounds.inCentre(id, me);
    try {
      await this.opening.open(round, typed?.knows === 'yes', me);
    } catch (refusal) {
      return this.pages.page(round, me, problemsOf(refusal), {});
    }
    return seeOther(`/rounds/${id}`, success('rounds.opened'));
  }

  @Post(':id/closing')
  @Allow('admin')
  async close(@Param('id') id: string, @Me() me: Signed): Promise<SeeOther> {
    await this.opening.close(await this.rounds.inCentre(id, me), me);
    return seeOther(`/rounds/${id}`, success('rounds.closed'));
  }

  private async formPage(typed: RoundForm, problems: Problem[]): Promise<Page> {
    const { units } = await this.frameworks.get(FRAMEWORK);
    const choices = units.map(({ code, title }) => ({ code, title, isChosen: code === typed.unit }));
    const data = { layout: 'desk', units: choices, kinds: ['class', 'public'], values: typed, problems };
    return page('rounds/new', data, problems.length > 0 ? 422 : 200);
  }
}
