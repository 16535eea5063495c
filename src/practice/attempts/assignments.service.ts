import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { newId } from '../../shared/ids.js';
import { Exercises } from '../exercises/exercises.service.js';
import type { Mode } from './attempts.service.js';

/** Gives a class an exercise to do. */
@Injectable()
export class Assignments {
  constructor(
    private readonly db: Database,
    private readonly exercises: Exercises,
  ) {}

  /** The newest version of the exercise, for the whole class, from now on. */
  async give(classId: string, code: string, mode: Mode, byPersonId: string): Promise<string> {
    const version = await this.exercises.newest(code);
    const id = newId('asg');
    await this.db.transaction(
      () => this.db
        .sql`INSERT INTO "assignment" ("id", "classId", "exerciseVersionId", "mode", "createdBy", "createdAt")
        VALUES (${id}, ${classId}, ${version.id}, ${mode}, ${byPersonId}, ${new Date()})`,
    );
    return id;
  }
}
