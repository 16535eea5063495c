import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Page, page } from '../../platform/web/answer.js';
import { Allow } from '../../platform/web/policy.js';
import { Me, type Signed } from '../../platform/web/request.js';
import { Assigned, type AssignedExercise } from '../attempts/assigned.service.js';
import { Submissions } from '../attempts/submissions.service.js';
import { Exercises } from '../exercises/exercises.service.js';
import type { Facts } from '../graders/facts.js';
import { VerdictPage } from './verdict-page.service.js';

@Controller('submissions')
@Allow('learner', 'trainer')
export class SubmissionController {
  constructor(
    private readonly submissions: Submissions,
    private readonly exercises: Exercises,
    private readonly verdicts: VerdictPage,
    private readonly assigned: Assigned,
  ) {}

  @Get(':id')
  async show(@Param('id') id: string, @Me() me: Signed, @Req() request: FastifyRequest): Promise<Page> {
    const submission = await this.submissions.own(id, me.id);
    const { exercise } = await this.exercises.version(submission.exerciseVersionId);
    const result = this.verdicts.of(
      await this.submissions.grading(id),
      exercise,
      submission.sandboxId,
      request.language,
      (JSON.parse(submission.snapshot) as Facts).events,
    );
    const again = result.toMend.length > 0 ? await this.practisedAgain(id, me) : null;
    return page('practice/submission', { submission, exercise, result, again });
  }

  /** Where what was handed in as her newest try may be practised once more: nothing can be mended in it any longer. */
  private async practisedAgain(submissionId: string, me: Signed): Promise<AssignedExercise | null> {
    const assigned = await this.assigned.to(me.id, new Date());
    return assigned.find((one) => one.submissionId === submissionId && one.mode === 'practice' && !one.whyNot) ?? null;
  }

  /** The frozen facts as they were graded, for `npm run grade` and for an appeal. */
  @Get(':id/snapshot.json')
  async snapshot(
    @Param('id') id: string,
    @Me() me: Signed,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const { snapshot, sha } = await this.submissions.own(id, me.id);
    reply.type('application/json; charset=utf-8').header('x-content-sha256', sha);
    return snapshot;
  }
}
