import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { Framework } from '../../practice/competency/framework.js';
import { Frameworks } from '../../practice/competency/frameworks.service.js';
import type { Exercise } from '../../practice/exercises/exercise-schema.js';
import { Exercises } from '../../practice/exercises/exercises.service.js';
import type { CheckResult, CriterionResult } from '../../practice/graders/grade.js';
import { notFound } from '../../shared/refusal.js';

/** What the machine said of a submission, and what it was asked by. */
export interface Graded {
  runId: string;
  exercise: Exercise;
  framework: Framework;
  checks: CheckResult[];
  criteria: CriterionResult[];
}

/** Reads one grading of a submission: the one that is being marked, or else the newest. */
@Injectable()
export class GradedWork {
  constructor(
    private readonly db: Database,
    private readonly exercises: Exercises,
    private readonly frameworks: Frameworks,
  ) {}

  async of(work: { submissionId: string; runId: string | null; exerciseVersionId: string }): Promise<Graded> {
    const runId = work.runId ?? (await this.newestRun(work.submissionId));
    const { exercise } = await this.exercises.version(work.exerciseVersionId);
    return {
      runId,
      exercise,
      framework: await this.frameworks.get(exercise.framework),
      checks: findings<CheckResult>(
        await this.db.sql`SELECT "finding" FROM "check_result" WHERE "runId" = ${runId} ORDER BY "position"`,
      ),
      criteria: findings<CriterionResult>(
        await this.db.sql`SELECT "finding" FROM "criterion_result" WHERE "runId" = ${runId} ORDER BY "criterion"`,
      ),
    };
  }

  private async newestRun(submissionId: string): Promise<string> {
    const [run] = await this.db.sql<{ id: string }>`SELECT "id" FROM "grading_run"
      WHERE "submissionId" = ${submissionId} ORDER BY "gradedAt" DESC, "id" LIMIT 1`;
    if (!run) throw notFound();
    return run.id;
  }
}

const findings = <T>(rows: Array<Record<string, unknown>>): T[] =>
  rows.map((row) => JSON.parse(String(row.finding)) as T);
