import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { type Page, page, type SeeOther, seeOther } from '../../platform/web/answer.js';
import { Allow } from '../../platform/web/policy.js';
import { Me, type Signed } from '../../platform/web/request.js';
import { Attempts } from '../attempts/attempts.service.js';
import { Exercises } from './exercises.service.js';

@Controller('exercises')
@Allow('trainer')
export class ExercisesController {
  constructor(
    private readonly exercises: Exercises,
    private readonly attempts: Attempts,
  ) {}

  @Get()
  async list(): Promise<Page> {
    const exercises = (await this.exercises.list()).map(({ exercise }) => exercise);
    return page('practice/exercises', { exercises });
  }

  /** "ดูตัวอย่างแบบผู้เรียน": an empty seed draws a new market. */
  @Post(':code/preview')
  async preview(
    @Param('code') code: string,
    @Body() body: { seed?: string } | undefined,
    @Me() me: Signed,
  ): Promise<SeeOther> {
    const seed = String(body?.seed ?? '')
      .trim()
      .slice(0, 64);
    const attempt = await this.attempts.preview(code, me.id, seed || null);
    return seeOther(`/attempts/${attempt.id}`);
  }
}
