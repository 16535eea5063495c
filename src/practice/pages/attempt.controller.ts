import { Controller, Get, Param, Post, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Sandboxes } from '../../market/sandboxes/sandboxes.service.js';
import { type Page, page, type SeeOther, seeOther, success } from '../../platform/web/answer.js';
import { Allow } from '../../platform/web/policy.js';
import { Me, type Signed } from '../../platform/web/request.js';
import { conflict } from '../../shared/refusal.js';
import { loadScenario } from '../../simulation/scenarios/scenario.js';
import { type Attempt, Attempts } from '../attempts/attempts.service.js';
import { Submissions } from '../attempts/submissions.service.js';
import { Exercises } from '../exercises/exercises.service.js';
import { cast } from '../snapshot/casting.js';
import { VerdictPage } from './verdict-page.service.js';

@Controller('attempts')
@Allow('learner', 'trainer')
export class AttemptController {
  constructor(
    private readonly attempts: Attempts,
    private readonly exercises: Exercises,
    private readonly submissions: Submissions,
    private readonly sandboxes: Sandboxes,
    private readonly verdicts: VerdictPage,
  ) {}

  @Get(':id')
  async show(@Param('id') id: string, @Me() me: Signed): Promise<Page> {
    return this.attemptPage(await this.attempts.own(id, me.id), {});
  }

  /** Live verdicts, in practice only: an assessment tells after the hand-in. */
  @Post(':id/check')
  async check(@Param('id') id: string, @Me() me: Signed, @Req() request: FastifyRequest): Promise<Page> {
    const attempt = await this.attempts.own(id, me.id);
    if (attempt.mode === 'assessment') throw conflict('practice.no_check_in_assessment');
    const { exercise } = await this.exercises.version(attempt.exerciseVersionId);
    const result = this.verdicts.of(
      await this.submissions.check(attempt),
      exercise,
      attempt.sandboxId,
      request.language,
    );
    return this.attemptPage(attempt, { result });
  }

  @Post(':id/submission')
  async handIn(@Param('id') id: string, @Me() me: Signed): Promise<SeeOther> {
    const attempt = await this.attempts.own(id, me.id);
    return seeOther(`/submissions/${await this.submissions.handIn(attempt, me)}`, success('practice.handed_in'));
  }

  /** Begins again: a new generation of the market, the old one is kept. */
  @Post(':id/reset')
  async reset(@Param('id') id: string, @Me() me: Signed): Promise<SeeOther> {
    const attempt = await this.attempts.own(id, me.id);
    if (attempt.mode === 'assessment' || attempt.status !== 'in_progress') throw conflict('practice.no_reset');
    await this.sandboxes.reset(attempt.sandboxId);
    return seeOther(`/attempts/${id}`, success('practice.reset_done'));
  }

  private async attemptPage(attempt: Attempt, more: Record<string, unknown>): Promise<Page> {
    const { exercise } = await this.exercises.version(attempt.exerciseVersionId);
    const { persona, goods, sheet } = cast(loadScenario(exercise.scenario), attempt.seed);
    const tasks = exercise.tasks.map((task) => ({ ...task, href: taskPath(attempt.sandboxId, task.page) }));
    const counts = sheet.map(({ options, counted }) => ({ label: options.map(([name]) => name).join(' '), counted }));
    const submissionId = await this.submissions.ofAttempt(attempt.id);
    return page('practice/attempt', { attempt, exercise, tasks, persona, goods, counts, submissionId, ...more });
  }
}

/** Where a task is done. A page of one thing starts from its list. */
const LISTS: Record<string, string> = {
  product: 'products',
  order: 'orders',
  shipping: 'shop/delivery',
  payment_methods: 'shop/payments',
  policies: 'shop/returns',
};
const taskPath = (market: string, name: string): string => `/m/${market}/${LISTS[name] ?? name}`;
