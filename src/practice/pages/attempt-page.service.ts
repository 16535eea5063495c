import { Injectable } from '@nestjs/common';
import { Sandboxes } from '../../market/sandboxes/sandboxes.service.js';
import type { Language } from '../../platform/web/i18n.js';
import { loadScenario } from '../../simulation/scenarios/scenario.js';
import type { Attempt } from '../attempts/attempts.service.js';
import { Submissions } from '../attempts/submissions.service.js';
import { Touched } from '../attempts/touched.service.js';
import type { Exercise } from '../exercises/exercise-schema.js';
import { Exercises } from '../exercises/exercises.service.js';
import type { PageName } from '../graders/finding.js';
import type { Grading } from '../graders/grade.js';
import { cast } from '../snapshot/casting.js';
import { pagePath } from '../snapshot/page-path.js';
import { goodsSheet } from './goods-sheet.js';
import { nextTask, type TaskState, taskState } from './task-states.js';
import { VerdictPage } from './verdict-page.service.js';

/** Where something must come before there is something to do: orders, buyers who write, slips, money. */
const COMES_WITH_TIME: ReadonlySet<PageName> = new Set<PageName>([
  'orders',
  'order',
  'payment_requests',
  'slips',
  'statement',
]);

/** What an attempt's page shows: what to do next, how far each task is, and the card and goods to do it with. */
@Injectable()
export class AttemptPage {
  constructor(
    private readonly exercises: Exercises,
    private readonly submissions: Submissions,
    private readonly sandboxes: Sandboxes,
    private readonly touched: Touched,
    private readonly verdicts: VerdictPage,
  ) {}

  /** With every check's verdict spelt out where she asked for it. */
  async of(attempt: Attempt, language: Language, isAsked: boolean): Promise<Record<string, unknown>> {
    const { exercise } = await this.exercises.version(attempt.exerciseVersionId);
    const submissionId = await this.submissions.ofAttempt(attempt.id);
    // An assessment tells nothing before the hand-in, and what is handed in is told on its own page.
    const grading = attempt.mode === 'practice' && !submissionId ? await this.submissions.check(attempt) : null;
    const next = submissionId ? null : await this.next(attempt, exercise, grading);
    const states = exercise.tasks.map(({ key }) => (grading ? taskState(key, grading.checks) : null));
    return {
      attempt,
      exercise,
      submissionId,
      next: next && this.shown(next, attempt, states[exercise.tasks.indexOf(next)] ?? null),
      number: next ? exercise.tasks.indexOf(next) + 1 : 0,
      tasks: exercise.tasks.map((task, index) => this.shown(task, attempt, states[index] ?? null)),
      met: states.filter((state) => state === 'met').length,
      isWaiting: next !== null && COMES_WITH_TIME.has(next.page),
      result:
        isAsked && grading ? this.verdicts.of(grading, exercise, attempt.sandboxId, language, grading.events) : null,
      ...(await this.role(attempt, exercise)),
    };
  }

  private next(attempt: Attempt, exercise: Exercise, grading: Grading | null) {
    return grading ? nextTask(exercise, grading.checks) : this.touched.taskLeft(attempt, exercise);
  }

  private shown(task: Exercise['tasks'][number], { sandboxId }: Attempt, state: TaskState | null) {
    return { ...task, href: pagePath(sandboxId, { page: task.page }), state, label: state && `practice.tone_${state}` };
  }

  private async role(attempt: Attempt, exercise: Exercise) {
    const { openedClock } = await this.sandboxes.get(attempt.sandboxId);
    const { persona, goods, sheet } = cast(loadScenario(exercise.scenario), attempt.seed);
    const counts = sheet.map(({ value, counted }) => ({
      option: goods.option?.values.find(({ key }) => key === value)?.label ?? null,
      counted,
    }));
    return { persona, goods: goodsSheet(goods, openedClock), counts };
  }
}
