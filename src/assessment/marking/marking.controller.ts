import { Body, Controller, Get, Param, Post, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { type Page, page, type SeeOther, seeOther, success } from '../../platform/web/answer.js';
import { Allow } from '../../platform/web/policy.js';
import { Me, type Signed } from '../../platform/web/request.js';
import { type Problem, Refusal } from '../../shared/refusal.js';
import type { Answer } from './answer.js';
import type { Returned } from './criterion-card.js';
import { isStale, MarkingDesk } from './marking-desk.service.js';
import { MarkingPage } from './marking-page.service.js';
import { Markings } from './markings.service.js';

type Form = Answer & { version?: string };

const seen = (form: Form | undefined): number => Number(form?.version) || 0;

/** The assessor's page of one submission, and what she does there. */
@Controller('assess/submissions')
@Allow('assessor')
export class MarkingController {
  constructor(
    private readonly markings: Markings,
    private readonly desk: MarkingDesk,
    private readonly pages: MarkingPage,
  ) {}

  @Get(':id')
  async show(@Param('id') id: string, @Me() me: Signed, @Req() request: FastifyRequest): Promise<Page> {
    return this.draw(id, me, request, 200, {});
  }

  @Post(':id/criteria/:criterion')
  async answer(
    @Param('id') id: string,
    @Param('criterion') code: string,
    @Body() form: Form | undefined,
    @Me() me: Signed,
    @Req() request: FastifyRequest,
  ): Promise<Page | SeeOther> {
    const work = await this.markings.toMark(id, me);
    try {
      await this.desk.answer(work, code, seen(form), form ?? {}, me);
      return seeOther(`/assess/submissions/${id}#${code}`, success('assessment.kept', { code }));
    } catch (problem) {
      const returned = { code, form: form ?? {}, problems: problemsOf(problem), isStale: isStale(problem) };
      return this.draw(id, me, request, statusOf(problem), { returned });
    }
  }

  @Post(':id/acceptance')
  async acceptTogether(
    @Param('id') id: string,
    @Body() form: Form | undefined,
    @Me() me: Signed,
    @Req() request: FastifyRequest,
  ): Promise<Page | SeeOther> {
    const work = await this.markings.toMark(id, me);
    try {
      const count = await this.desk.acceptTogether(work, seen(form), me);
      return seeOther(`/assess/submissions/${id}`, success('assessment.kept_together', { count }));
    } catch (problem) {
      return this.draw(id, me, request, statusOf(problem), { isStale: true });
    }
  }

  @Post(':id/signature')
  async sign(
    @Param('id') id: string,
    @Body() form: Form | undefined,
    @Me() me: Signed,
    @Req() request: FastifyRequest,
  ): Promise<Page | SeeOther> {
    const work = await this.markings.toMark(id, me);
    try {
      await this.desk.sign(work, seen(form), me);
      return seeOther(`/assess/submissions/${id}`, success('assessment.signed'));
    } catch (problem) {
      const more = { isStale: isStale(problem), problems: problemsOf(problem) };
      return this.draw(id, me, request, statusOf(problem), more);
    }
  }

  private async draw(
    id: string,
    me: Signed,
    request: FastifyRequest,
    status: number,
    { returned = null, ...more }: { returned?: Returned | null; isStale?: boolean; problems?: Problem[] },
  ): Promise<Page> {
    const data = await this.pages.of(await this.markings.inCentre(id, me), request.language, returned);
    return page('assessment/submission', { layout: 'desk', ...data, ...more }, status);
  }
}

const problemsOf = (problem: unknown): Problem[] => (problem instanceof Refusal ? problem.problems : []);

/** 409 and 422 come back as this page; anything else is not for it. */
function statusOf(problem: unknown): number {
  if (isStale(problem)) return 409;
  if (problem instanceof Refusal && problem.kind === 'invalid') return 422;
  throw problem;
}
