import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { Exercise } from '../exercises/exercise-schema.js';
import type { CriterionResult } from '../graders/grade.js';
import type { Assignment } from './assignments.service.js';
import { firstTaskLeft } from './first-task-left.js';
import { GradingRuns } from './grading-runs.service.js';

/** How far one learner is with one assignment. */
export interface LearnerProgress {
  personId: string;
  name: string;
  state: 'not_started' | 'working' | 'handed_in';
  /** Wall time of what she did last in the exercise's market. */
  lastActAt: string | null;
  /** Title of the first task that she has left something of untouched, while she works. */
  taskLeft: Exercise['tasks'][number]['title'] | null;
  submissionId: string | null;
  submittedAt: string | null;
  met: number;
  of: number;
  /** Criteria that a person has yet to look at. */
  toAssess: number;
}

interface Row {
  personId: string;
  name: string;
  attemptId: string | null;
  startedAt: string | null;
  lastActAt: string | null;
  submissionId: string | null;
  submittedAt: string | null;
}

/** How a class is getting on, read from what has happened: nothing is graded for a look. */
@Injectable()
export class ClassProgress {
  constructor(
    private readonly db: Database,
    private readonly runs: GradingRuns,
  ) {}

  /** How many learners of a class have begun and handed in, by assignment. */
  async counts(classId: string): Promise<Map<string, { begun: number; handedIn: number }>> {
    const rows = await this.db.sql<{ id: string; begun: number; handedIn: number }>`
      SELECT a."id", COUNT(DISTINCT t."learnerId") AS "begun",
        COUNT(DISTINCT CASE WHEN t."status" = 'submitted' THEN t."learnerId" END) AS "handedIn"
      FROM "assignment" a JOIN "attempt" t ON t."assignmentId" = a."id" WHERE a."classId" = ${classId} GROUP BY a."id"`;
    return new Map(rows.map(({ id, begun, handedIn }) => [id, { begun: Number(begun), handedIn: Number(handedIn) }]));
  }

  /** Every learner of the assignment's class with her newest attempt, by name. */
  async of(assignment: Assignment): Promise<LearnerProgress[]> {
    const [rows, verbs, results] = await Promise.all([
      this.learners(assignment),
      this.verbs(assignment.id),
      this.results(assignment.id),
    ]);
    return rows.map(({ attemptId, startedAt, lastActAt, ...row }) => {
      const isWorking = attemptId !== null && !row.submissionId;
      const criteria = results.get(row.submissionId ?? '') ?? [];
      return {
        ...row,
        state: row.submissionId ? 'handed_in' : isWorking ? 'working' : 'not_started',
        lastActAt: lastActAt ?? startedAt,
        taskLeft: isWorking
          ? (firstTaskLeft(assignment.exercise, verbs.get(attemptId) ?? new Set())?.title ?? null)
          : null,
        met: criteria.filter(({ outcome }) => outcome === 'met').length,
        of: criteria.length,
        toAssess: criteria.filter(({ needsAssessor }) => needsAssessor).length,
      };
    });
  }

  /** A market's counter is the number of its last act, so that no act but that one is read. */
  private learners({ id, classId }: Assignment): Promise<Row[]> {
    return this.db.sql<Row>`
      SELECT m."personId", p."displayName" AS "name", t."id" AS "attemptId", t."createdAt" AS "startedAt",
        k."wallAt" AS "lastActAt", s."id" AS "submissionId", s."submittedAt"
      FROM "class_member" m JOIN "person" p ON p."id" = m."personId"
      LEFT JOIN "attempt" t ON t."assignmentId" = ${id} AND t."learnerId" = m."personId" AND t."number" = (
        SELECT MAX(n."number") FROM "attempt" n WHERE n."assignmentId" = ${id} AND n."learnerId" = m."personId")
      LEFT JOIN "sandbox" x ON x."id" = t."sandboxId"
      LEFT JOIN "act" k ON k."sandboxId" = x."id" AND k."generation" = x."generation" AND k."seq" = x."counter"
      LEFT JOIN "submission" s ON s."attemptId" = t."id"
      WHERE m."classId" = ${classId} ORDER BY p."displayName", m."personId" LIMIT 200`;
  }

  /** What learners who are still at it have done so far, by attempt. */
  private async verbs(assignmentId: string): Promise<Map<string, Set<string>>> {
    const rows = await this.db.sql<{ id: string; verb: string }>`
      SELECT DISTINCT t."id", k."verb" FROM "attempt" t JOIN "sandbox" x ON x."id" = t."sandboxId"
      JOIN "act" k ON k."sandboxId" = x."id" AND k."generation" = x."generation"
      WHERE t."assignmentId" = ${assignmentId} AND t."status" = 'in_progress' AND k."personId" = t."learnerId"`;
    return grouped(
      rows.map(({ id, verb }) => [id, verb] as const),
      (all) => new Set(all),
    );
  }

  /** The criteria of each submission as the grading in force has them. */
  private async results(assignmentId: string): Promise<Map<string, CriterionResult[]>> {
    const rows = await this.db.sql<{
      id: string;
    }>`SELECT s."id" FROM "attempt" t JOIN "submission" s ON s."attemptId" = t."id"
      WHERE t."assignmentId" = ${assignmentId}`;
    const gradings = await this.runs.inForceAmong(rows.map(({ id }) => id));
    return new Map([...gradings].map(([id, { criteria }]) => [id, criteria]));
  }
}

function grouped<T, C>(pairs: ReadonlyArray<readonly [string, T]>, collect: (all: T[]) => C): Map<string, C> {
  const lists = new Map<string, T[]>();
  for (const [key, value] of pairs) lists.set(key, [...(lists.get(key) ?? []), value]);
  return new Map([...lists].map(([key, all]) => [key, collect(all)]));
}
