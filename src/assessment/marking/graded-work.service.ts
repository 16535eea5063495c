import { Injectable } from '@nestjs/common';
import { GradingRuns } from '../../practice/attempts/grading-runs.service.js';
import type { Framework } from '../../practice/competency/framework.js';
import { Frameworks } from '../../practice/competency/frameworks.service.js';
import type { Exercise } from '../../practice/exercises/exercise-schema.js';
import { Exercises } from '../../practice/exercises/exercises.service.js';
import type { CheckResult, CriterionResult } from '../../practice/graders/grade.js';
import { CheckStandings } from '../repair/check-standings.service.js';

/** What the machine said of a submission, and what it was asked by. */
export interface Graded {
  runId: string;
  exercise: Exercise;
  framework: Framework;
  checks: CheckResult[];
  criteria: CriterionResult[];
}

/** The same as an assessor marks it. `underRepair`: criteria whose check people overrule so often that it only advises. */
export interface GradedToMark extends Graded {
  underRepair: ReadonlySet<string>;
}

/** Reads one grading of a submission: the one that is being marked, or else the one in force. */
@Injectable()
export class GradedWork {
  constructor(
    private readonly runs: GradingRuns,
    private readonly exercises: Exercises,
    private readonly frameworks: Frameworks,
    private readonly standings: CheckStandings,
  ) {}

  /** As `of`, for whoever marks it: where a check is under repair a person decides, whatever it says. */
  async toMark(work: { submissionId: string; runId: string | null; centreId: string }): Promise<GradedToMark> {
    const graded = await this.of(work);
    const broken = await this.standings.underRepair(work.centreId);
    const underRepair = new Set(
      graded.checks.filter(({ check }) => broken.has(check)).map(({ criterion }) => criterion),
    );
    return { ...graded, criteria: advised(graded.criteria, underRepair), underRepair };
  }

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

const advised = (criteria: readonly CriterionResult[], underRepair: ReadonlySet<string>): CriterionResult[] =>
  criteria.map((each) =>
    underRepair.has(each.code) && each.outcome !== 'error'
      ? { ...each, outcome: 'needs_person', needsAssessor: true }
      : each,
  );
