import { Controller, Get, Param } from '@nestjs/common';
import { type Page, page } from '../../platform/web/answer.js';
import { Allow } from '../../platform/web/policy.js';
import { Me, type Signed } from '../../platform/web/request.js';
import { Attempts } from '../attempts/attempts.service.js';
import { Exercises } from '../exercises/exercises.service.js';

@Controller('attempts')
@Allow('learner', 'trainer')
export class AttemptController {
  constructor(
    private readonly attempts: Attempts,
    private readonly exercises: Exercises,
  ) {}

  @Get(':id')
  async show(@Param('id') id: string, @Me() me: Signed): Promise<Page> {
    const attempt = await this.attempts.own(id, me.id);
    const { exercise } = await this.exercises.version(attempt.exerciseVersionId);
    const tasks = exercise.tasks.map((task) => ({ ...task, href: taskPath(attempt.sandboxId, task.page) }));
    return page('practice/attempt', { attempt, exercise, tasks });
  }
}

/** Where a task is done. A page of one thing starts from its list. */
const LISTS: Record<string, string> = {
  product: 'products',
  order: 'orders',
  shipping: 'shop',
  payment_methods: 'shop',
  policies: 'shop',
};
const taskPath = (market: string, name: string): string => `/m/${market}/${LISTS[name] ?? name}`;
