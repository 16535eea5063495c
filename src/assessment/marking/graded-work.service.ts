import { Injectable } from '@nestjs/common';
import { GradingRuns } from '../../practice/attempts/grading-runs.service.js';
import type { Framework } from '../../practice/competency/framework.js';
import { Frameworks } from '../../practice/competency/frameworks.service.js';
import type { Exercise } from '../../practice/exercises/exercise-schema.js';
import { Exercises } from '../../practice/exercises/exercises.service.js';
import type { CheckResult, CriterionResult } from '../../practice/graders/grade.js';

/** What the machine said of a submission, and what it was asked by. */
export interface Graded {
  runId: string;
  exercise: Exercise;
  framework: Framework;
  checks: CheckResult[];
  criteria: CriterionResult[];
}

/** Reads one grading of a submission: the one that is being marked, or else the one in force. */
@Injectable()
export class GradedWork {
  constructor(
    private readonly runs: GradingRuns,
    private readonly exercises: Exercises,
    private readonly frameworks: Frameworks,
  ) {}

  async of({ submissionId, runId }: { submissionId: string; runId: string | null }): Promise<Graded> {
    const grading = runId ? await this.runs.get(runId) : await this.runs.inForce(submissionId);
    const { exercise } = await this.exercises.version(grading.exerciseVersionId);
    const { checks, criteria } = grading;
    return {
      runId: grading.runId,
      exercise,
      framework: await this.frameworks.get(exercise.framework),
      checks,
      criteria,
    };
  }
}
