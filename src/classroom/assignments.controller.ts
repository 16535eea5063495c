import { Body, Controller, Get, Param, Post, Query, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Classes } from '../accounts/classes.service.js';
import { Results } from '../assessment/results/results.service.js';
import { type Page, page, type SeeOther, seeOther, success } from '../platform/web/answer.js';
import { Allow } from '../platform/web/policy.js';
import { Me, type Signed } from '../platform/web/request.js';
import { windowState } from '../practice/attempts/assignment-window.js';
import { Assignments } from '../practice/attempts/assignments.service.js';
import { ClassProgress } from '../practice/attempts/class-progress.service.js';
import { GradingRuns } from '../practice/attempts/grading-runs.service.js';
import { Submissions } from '../practice/attempts/submissions.service.js';
import { Exercises } from '../practice/exercises/exercises.service.js';
import { VerdictPage } from '../practice/pages/verdict-page.service.js';
import { newId } from '../shared/ids.js';
import type { Problem } from '../shared/refusal.js';
import { type AssignmentForm, readAssignment } from './assignment-input.js';

/** What a trainer gives a class of her own to do, and how each learner is getting on with it. */
@Controller('classes/:id')
@Allow('trainer')
export class AssignmentsController {
  constructor(
    private readonly classes: Classes,
    private readonly exercises: Exercises,
    private readonly assignments: Assignments,
    private readonly progress: ClassProgress,
    private readonly submissions: Submissions,
    private readonly runs: GradingRuns,
    private readonly verdicts: VerdictPage,
    private readonly results: Results,
  ) {}

  @Get('assignments/new')
  async form(@Param('id') id: string, @Me() me: Signed, @Query() typed: AssignmentForm): Promise<Page> {
    return this.formPage(id, me, { mode: 'practice', ...typed }, []);
  }

  /** Says what pressing the button will do before anything is done. */
  @Get('assignments/review')
  async review(@Param('id') id: string, @Me() me: Signed, @Query() typed: AssignmentForm): Promise<Page> {
    const group = await this.classes.ofTrainer(id, me.id);
    const exercises = await this.exercises.list();
    const { input, problems } = readAssignment(typed, codesOf(exercises), new Date());
    if (!input) return this.formPage(id, me, typed, problems);
    const chosen = exercises.find(({ exercise }) => exercise.code === input.code);
    const [members, given] = await Promise.all([this.classes.members(id), this.assignments.ofClass(id)]);
    return page('classroom/review', {
      layout: 'desk',
      group,
      exercise: chosen?.exercise,
      input,
      values: typed,
      count: members.length,
      isGivenAlready: given.some((one) => one.exerciseVersionId === chosen?.id && one.mode === input.mode),
      onceKey: newId('once'),
    });
  }

  @Post('assignments')
  async give(
    @Param('id') id: string,
    @Me() me: Signed,
    @Body() typed: AssignmentForm | undefined,
  ): Promise<Page | SeeOther> {
    const group = await this.classes.ofTrainer(id, me.id);
    const { input, problems } = readAssignment(typed ?? {}, codesOf(await this.exercises.list()), new Date());
    if (!input) return this.formPage(id, me, typed ?? {}, problems);
    const onceKey = String(typed?.onceKey ?? '').slice(0, 40) || null;
    await this.assignments.give(group, { ...input, onceKey }, me.id);
    return seeOther(`/classes/${id}`, success('classroom.assigned'));
  }

  /** One look at the class: who has not begun, who is where, who has handed in. */
  @Get('assignments/:assignment')
  async show(@Param('id') id: string, @Param('assignment') assignmentId: string, @Me() me: Signed): Promise<Page> {
    const group = await this.classes.ofTrainer(id, me.id);
    const assignment = await this.assignments.inClass(id, assignmentId);
    const progress = await this.progress.of(assignment);
    const signed = await this.results.signedAmong(progress.flatMap(({ submissionId }) => submissionId ?? []));
    const learners = progress.map((one) => (signed.has(one.submissionId ?? '') ? { ...one, state: 'signed' } : one));
    const counts = ['not_started', 'working', 'handed_in', 'signed'].map((state) => ({
      state,
      count: learners.filter((one) => one.state === state).length,
    }));
    const window = windowState(assignment, new Date());
    return page('classroom/assignment', { layout: 'desk', group, assignment, learners, counts, window });
  }

  /** A learner's handed-in work, to be read only. */
  @Get('submissions/:submission')
  async submission(
    @Param('id') id: string,
    @Param('submission') submissionId: string,
    @Me() me: Signed,
    @Req() request: FastifyRequest,
  ): Promise<Page> {
    const submission = await this.submissions.ofTrainer(submissionId, id, me.id);
    const grading = await this.runs.inForce(submissionId);
    const { exercise } = await this.exercises.version(grading.exerciseVersionId);
    const result = this.verdicts.of(grading, exercise, submission.sandboxId, request.language);
    // The places to mend things are in the learner's market, where a trainer has no business.
    const toMend = result.toMend.map((verdict) => ({ ...verdict, href: null }));
    return page('classroom/submission', {
      layout: 'desk',
      classId: id,
      submission,
      exercise,
      result: { ...result, toMend },
    });
  }

  private async formPage(id: string, me: Signed, typed: AssignmentForm, problems: Problem[]): Promise<Page> {
    const group = await this.classes.ofTrainer(id, me.id);
    const exercises = (await this.exercises.list()).map(({ exercise }) => ({
      ...exercise,
      isChosen: exercise.code === typed.exercise,
    }));
    const modes = ['practice', 'assessment'].map((mode) => ({ mode, isChosen: mode === typed.mode }));
    const data = { layout: 'desk', group, exercises, modes, values: typed, problems };
    return page('classroom/assign', data, problems.length > 0 ? 422 : 200);
  }
}

const codesOf = (versions: ReadonlyArray<{ exercise: { code: string } }>): string[] =>
  versions.map(({ exercise }) => exercise.code);
