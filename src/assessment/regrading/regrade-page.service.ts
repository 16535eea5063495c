import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { Language } from '../../platform/web/i18n.js';
import type { Signed } from '../../platform/web/request.js';
import { GradingRuns, type KeptGrading } from '../../practice/attempts/grading-runs.service.js';
import { frameworkNamed } from '../../practice/competency/framework.js';
import type { Exercise } from '../../practice/exercises/exercise-schema.js';
import { Exercises } from '../../practice/exercises/exercises.service.js';
import { machineVerdict } from '../marking/answer.js';
import { type Mark, Marks } from '../marking/marks.service.js';
import { type Batch, needsApproval, whyNotApply } from './batch.js';
import { ChangeWords } from './change-words.service.js';
import type { Changes, Direction } from './changes.js';

/** What falls is read first. */
const DIRECTIONS: readonly Direction[] = ['down', 'up', 'level', 'words'];
const PAGE = 25;
const LOOK_AGAIN_AFTER = 3;

interface DiffRow {
  submissionId: string;
  runId: string;
  learnerName: string;
  changes: string;
}

/** Puts the page of one regrade together: how far it is, who gains and loses, and each changed result in plain sentences. */
@Injectable()
export class RegradePage {
  constructor(
    private readonly db: Database,
    private readonly exercises: Exercises,
    private readonly runs: GradingRuns,
    private readonly marks: Marks,
    private readonly words: ChangeWords,
  ) {}

  async of(
    batch: Batch,
    me: Signed,
    language: Language,
    asked: { direction?: string; after?: string },
  ): Promise<Record<string, unknown>> {
    const { exercise } = await this.exercises.version(batch.toVersionId);
    const { directions } = batch.summary;
    const there = DIRECTIONS.filter((direction) => (directions[direction] ?? 0) > 0);
    const direction = there.find((each) => each === asked.direction) ?? there[0] ?? null;
    const rows = direction && batch.status !== 'running' ? await this.diffs(batch, direction, asked.after ?? '') : [];
    const shown = rows.slice(0, PAGE);
    const why = whyNotApply(batch);
    return {
      batch,
      ...versionsOf(batch.fromVersionId, batch.toVersionId),
      refreshAfter: batch.status === 'running' ? LOOK_AGAIN_AFTER : null,
      exercise,
      changed: there.reduce((sum, each) => sum + (directions[each] ?? 0), 0),
      tabs: there.map((each) => ({
        label: `regrading.direction_${each}`,
        count: directions[each] ?? 0,
        isHere: each === direction,
        href: `/regrades/${batch.id}?direction=${each}`,
      })),
      criteria: criteriaOf(batch, exercise),
      diffs: await this.told(shown, exercise, language),
      more:
        rows.length > PAGE ? `/regrades/${batch.id}?direction=${direction}&after=${shown.at(-1)?.submissionId}` : null,
      why,
      needsApproval: needsApproval(batch.summary),
      mayApprove: batch.status === 'ready' && why === 'not_approved' && batch.createdBy !== me.id,
      mayEnd: me.roles.includes('trainer') || me.roles.includes('admin'),
    };
  }

  private diffs(batch: Batch, direction: Direction, after: string): Promise<DiffRow[]> {
    return this.db.sql<DiffRow>`
      SELECT d."submissionId", d."runId", d."changes", p."displayName" AS "learnerName" FROM "regrade_diff" d
      JOIN "submission" s ON s."id" = d."submissionId" JOIN "attempt" a ON a."id" = s."attemptId" JOIN "person" p ON p."id" = a."learnerId"
      WHERE d."batchId" = ${batch.id} AND d."direction" = ${direction} AND d."submissionId" > ${after}
      ORDER BY d."submissionId" LIMIT ${PAGE + 1}`;
  }

  private async told(rows: readonly DiffRow[], exercise: Exercise, language: Language) {
    const after = await this.runs.among(rows.map(({ runId }) => runId));
    const marks = await this.marks.inForceAmong(rows.map(({ submissionId }) => submissionId));
    return rows.map(({ submissionId, runId, learnerName, changes }) => ({
      submissionId,
      learnerName,
      lines: this.words.lines(JSON.parse(changes) as Changes, exercise, language),
      kept: keptOf(marks.get(submissionId), after.get(runId), exercise),
    }));
  }
}

/** How many learners gain and lose each criterion, in the exercise's order. */
const criteriaOf = ({ summary }: Batch, exercise: Exercise) =>
  Object.entries(summary.criteria)
    .filter(([, { gained, lost }]) => gained + lost > 0)
    .map(([code, counts]) => ({ code, statement: statementOf(exercise, code), ...counts }));

/** What a person judged of her own stands, also where the machine now says otherwise: those places are named. */
function keptOf(marks: Map<string, Mark> | undefined, grading: KeptGrading | undefined, exercise: Exercise) {
  return [...(marks?.values() ?? [])].flatMap(({ criterion, verdict, basis, assessorName }) => {
    const now = grading?.criteria.find(({ code }) => code === criterion);
    if (basis === 'accepted' || !now || machineVerdict(now) === verdict) return [];
    return [
      {
        code: criterion,
        statement: statementOf(exercise, criterion),
        assessorName,
        label: `regrading.outcome_${verdict}`,
      },
    ];
  });
}

const statementOf = (exercise: Exercise, code: string) =>
  frameworkNamed(exercise.framework).findCriterion(code)?.statement;

/** `1` and `2` of `first-sale@1` and `first-sale@2`. */
export const versionsOf = (from: string, to: string) => ({ from: from.split('@').at(-1), to: to.split('@').at(-1) });
