import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { Exercise } from '../exercises/exercise-schema.js';
import { Exercises } from '../exercises/exercises.service.js';
import { type AssignmentWindow, whyNotBegin } from './assignment-window.js';
import type { Attempt, Mode } from './attempts.service.js';

/** An assignment as its learner finds it on her first page. */
export interface AssignedExercise {
  id: string;
  exercise: Exercise;
  mode: Mode;
  state: 'not_started' | 'working' | 'handed_in';
  /** Of her newest attempt, once it is handed in. */
  submissionId: string | null;
  /** Catalogue key of why she cannot begin now; null when she can, or is at it. */
  whyNot: string | null;
}

type Row = AssignmentWindow & {
  id: string;
  exerciseVersionId: string;
  mode: Mode;
  status: Attempt['status'] | null;
  submissionId: string | null;
};

/** What a learner's classes were given to do, and how far she is. */
@Injectable()
export class Assigned {
  constructor(
    private readonly db: Database,
    private readonly exercises: Exercises,
  ) {}

  /** In the order in which it was given; what is handed in comes last, so that no length of a course hides what is open. */
  async to(learnerId: string, now: Date): Promise<AssignedExercise[]> {
    const rows = await this.db.sql<Row>`
      SELECT a."id", a."exerciseVersionId", a."mode", a."opensAt", a."closesAt", t."status", s."id" AS "submissionId"
      FROM "assignment" a JOIN "class_member" m ON m."classId" = a."classId"
      LEFT JOIN "attempt" t ON t."assignmentId" = a."id" AND t."learnerId" = m."personId" AND t."number" = (
        SELECT MAX(n."number") FROM "attempt" n WHERE n."assignmentId" = a."id" AND n."learnerId" = m."personId")
      LEFT JOIN "submission" s ON s."attemptId" = t."id"
      WHERE m."personId" = ${learnerId} ORDER BY CASE WHEN s."id" IS NULL THEN 0 ELSE 1 END, a."createdAt", a."id" LIMIT 100`;
    return Promise.all(
      rows.map(async ({ id, exerciseVersionId, mode, status, submissionId, ...window }) => ({
        id,
        exercise: (await this.exercises.version(exerciseVersionId)).exercise,
        mode,
        state: submissionId ? 'handed_in' : status ? 'working' : 'not_started',
        submissionId,
        whyNot: status === 'in_progress' ? null : whyNotBegin(window, now),
      })),
    );
  }
}
