import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Page, page } from '../../platform/web/answer.js';
import { Allow } from '../../platform/web/policy.js';
import { Me, type Signed } from '../../platform/web/request.js';
import { Assigned, type AssignedExercise } from '../attempts/assigned.service.js';
import { GradingRuns } from '../attempts/grading-runs.service.js';
import { Submissions } from '../attempts/submissions.service.js';
import { Exercises } from '../exercises/exercises.service.js';
import type { Facts } from '../graders/facts.js';
import { ResultNotes } from './result-notes.js';
import { VerdictPage } from './verdict-page.service.js';

@Controller('submissions')
@Allow('learner', 'trainer')
export class SubmissionController {
  constructor(
    private readonly submissions: Submissions,
    private readonly runs: GradingRuns,
    private readonly exercises: Exercises,
    private readonly verdicts: VerdictPage,
    private readonly assigned: Assigned,
    private readonly notes: ResultNotes,
  ) {}

  @Get(':id')
  async show(@Param('id') id: string, @Me() me: Signed, @Req() request: FastifyRequest): Promise<Page> {
    const submission = await this.submissions.own(id, me.id);
    const grading = await this.runs.inForce(id);
    const { exercise } = await this.exercises.version(grading.exerciseVersionId);
    const result = this.verdicts.of(
      grading,
      exercise,
      submission.sandboxId,
      request.language,
      (JSON.parse(submission.snapshot) as Facts).events,
    );
    const again = result.toMend.length > 0 ? await this.practisedAgain(id, me) : null;
    const notes = await this.notes.of(id, request.language);
    return page('practice/submission', { submission, exercise, result, again, notes });
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
