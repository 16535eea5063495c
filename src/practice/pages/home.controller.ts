import { Controller, Get, Param, Post } from '@nestjs/common';
import { Sandboxes } from '../../market/sandboxes/sandboxes.service.js';
import { Database } from '../../platform/database/database.js';
import { type Page, page, type SeeOther, seeOther } from '../../platform/web/answer.js';
import { Allow } from '../../platform/web/policy.js';
import { Me, type Signed } from '../../platform/web/request.js';
import { Attempts } from '../attempts/attempts.service.js';
import { Exercises } from '../exercises/exercises.service.js';

@Controller()
@Allow('signed_in')
export class HomeController {
  constructor(
    private readonly db: Database,
    private readonly exercises: Exercises,
    private readonly attempts: Attempts,
    private readonly sandboxes: Sandboxes,
  ) {}

  /** What a person finds first: a learner her assigned exercises, a trainer the exercises to look at. */
  @Get('home')
  async home(@Me() me: Signed): Promise<Page> {
    const rows = await this.db.sql<{ id: string; exerciseVersionId: string }>`
      SELECT a."id", a."exerciseVersionId" FROM "assignment" a JOIN "class_member" m ON m."classId" = a."classId"
      WHERE m."personId" = ${me.id} ORDER BY a."createdAt" LIMIT 20`;
    const assigned = await Promise.all(
      rows.map(async ({ id, exerciseVersionId }) => ({
        id,
        exercise: (await this.exercises.version(exerciseVersionId)).exercise,
      })),
    );
    const markets = await this.sandboxes.classMarketsOf(me.id);
    return page('practice/home', { name: me.name, assigned, markets, isTrainer: me.roles.includes('trainer') });
  }

  @Post('assignments/:id/attempts')
  @Allow('learner')
  async start(@Param('id') id: string, @Me() me: Signed): Promise<SeeOther> {
    return seeOther(`/attempts/${(await this.attempts.start(id, me.id)).id}`);
  }
}
