import { Controller, Get, Query } from '@nestjs/common';
import { type Page, page } from '../../platform/web/answer.js';
import { Allow } from '../../platform/web/policy.js';
import { Me, type Signed } from '../../platform/web/request.js';
import type { Mode } from '../../practice/attempts/attempts.service.js';
import { Exercises } from '../../practice/exercises/exercises.service.js';
import { MARKING_STATUSES } from '../marking/marking-status.js';
import { AssessmentQueue, type Waiting } from './queue.service.js';

const MODES: readonly Mode[] = ['assessment', 'practice'];

@Controller('assess')
@Allow('assessor')
export class QueueController {
  constructor(
    private readonly queue: AssessmentQueue,
    private readonly exercises: Exercises,
  ) {}

  @Get()
  async show(@Me() me: Signed, @Query() query: { status?: string; mode?: string; after?: string }): Promise<Page> {
    const status = MARKING_STATUSES.find((each) => each === query.status) ?? 'not_marked';
    const mode = MODES.find((each) => each === query.mode) ?? null;
    const after = query.after ? String(query.after) : null;
    const filter = { statuses: [status], modes: mode ? [mode] : MODES, after, begunBy: null };
    const { waiting, next } = await this.queue.page(me, filter);
    const one = after ? null : await this.queue.next(me);
    const titles = await this.titles(one ? [...waiting, one] : waiting);
    const shown = (work: Waiting) => ({
      ...work,
      isRetake: work.number > 1,
      exercise: titles.get(work.exerciseVersionId),
    });
    return page('assessment/queue', {
      layout: 'desk',
      status,
      mode: mode ?? 'all',
      tabs: MARKING_STATUSES.map((each) => tab(each, each === status, address(each, mode))),
      modes: [null, ...MODES].map((each) => tab(each ?? 'all', each === mode, address(status, each))),
      waiting: waiting.map(shown),
      next: one && shown(one),
      more: next && `${address(status, mode)}&after=${next}`,
    });
  }

  private async titles(works: readonly Waiting[]): Promise<Map<string, { th: string; en: string }>> {
    const ids = [...new Set(works.map((work) => work.exerciseVersionId))];
    const versions = await Promise.all(ids.map((id) => this.exercises.version(id)));
    return new Map(versions.map(({ id, exercise }) => [id, exercise.title]));
  }
}

const tab = (name: string, isHere: boolean, href: string) => ({ label: `assessment.tab_${name}`, isHere, href });

const address = (status: string, mode: Mode | null) => `/assess?status=${status}${mode ? `&mode=${mode}` : ''}`;
