import { Controller, Get, Param, Post, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { type Page, page, type SeeOther, seeOther, success } from '../../platform/web/answer.js';
import { Allow } from '../../platform/web/policy.js';
import { Me, type Signed } from '../../platform/web/request.js';
import { conflict } from '../../shared/refusal.js';
import { Attempts } from '../attempts/attempts.service.js';
import { Submissions } from '../attempts/submissions.service.js';
import { AttemptPage } from './attempt-page.service.js';

@Controller('attempts')
@Allow('learner', 'trainer')
export class AttemptController {
  constructor(
    private readonly attempts: Attempts,
    private readonly submissions: Submissions,
    private readonly pages: AttemptPage,
  ) {}

  @Get(':id')
  async show(@Param('id') id: string, @Me() me: Signed, @Req() { language }: FastifyRequest): Promise<Page> {
    return page('practice/attempt', await this.pages.of(await this.attempts.own(id, me.id), language, false));
  }

  /** Live verdicts, in practice only: an assessment tells after the hand-in. */
  @Post(':id/check')
  async check(@Param('id') id: string, @Me() me: Signed, @Req() { language }: FastifyRequest): Promise<Page> {
    const attempt = await this.attempts.own(id, me.id);
    if (attempt.mode === 'assessment') throw conflict('practice.no_check_in_assessment');
    return page('practice/attempt', await this.pages.of(attempt, language, true));
  }

  @Post(':id/submission')
  async handIn(@Param('id') id: string, @Me() me: Signed): Promise<SeeOther> {
    const attempt = await this.attempts.own(id, me.id);
    return seeOther(`/submissions/${await this.submissions.handIn(attempt, me)}`, success('practice.handed_in'));
  }

  @Post(':id/reset')
  async reset(@Param('id') id: string, @Me() me: Signed): Promise<SeeOther> {
    const attempt = await this.attempts.own(id, me.id);
    if (attempt.mode === 'assessment' || attempt.status !== 'in_progress') throw conflict('practice.no_reset');
    await this.attempts.reset(attempt);
    return seeOther(`/attempts/${id}`, success('practice.reset_done'));
  }
}
