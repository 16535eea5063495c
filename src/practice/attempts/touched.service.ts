import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { Exercise, ExerciseTask } from '../exercises/exercise-schema.js';
import type { Attempt } from './attempts.service.js';
import { firstTaskLeft } from './first-task-left.js';

/** How far a learner is by what she has touched: quick enough for every page, and silent on whether she is right. */
@Injectable()
export class Touched {
  constructor(private readonly db: Database) {}

  async taskLeft(
    { sandboxId, learnerId }: Pick<Attempt, 'sandboxId' | 'learnerId'>,
    exercise: Exercise,
  ): Promise<ExerciseTask | null> {
    const rows = await this.db.sql<{ verb: string }>`
      SELECT DISTINCT k."verb" FROM "sandbox" x JOIN "act" k ON k."sandboxId" = x."id" AND k."generation" = x."generation"
      WHERE x."id" = ${sandboxId} AND k."personId" = ${learnerId}`;
    return firstTaskLeft(exercise, new Set(rows.map(({ verb }) => verb)));
  }
}
