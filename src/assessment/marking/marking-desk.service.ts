import { Injectable } from '@nestjs/common';
import { ActivityLog } from '../../platform/activity/activity-log.js';
import { Database } from '../../platform/database/database.js';
import { list } from '../../platform/database/sql.js';
import type { Signed } from '../../platform/web/request.js';
import type { CriterionResult } from '../../practice/graders/grade.js';
import { conflict, invalid, notFound, Refusal } from '../../shared/refusal.js';
import { CheckStandings } from '../repair/check-standings.service.js';
import { type Answer, type Judgement, mayAcceptTogether, readAnswer, stillStands } from './answer.js';
import { type Graded, GradedWork } from './graded-work.service.js';
import { statusesBefore } from './marking-status.js';
import { FIRST, type Work } from './markings.service.js';
import { type Mark, Marks } from './marks.service.js';
import { missingForSignature } from './missing.js';

const STALE = 'assessment.changed_meanwhile';
/** Somebody else saved since this page was drawn: the form comes back beside what was saved. */
export const isStale = (problem: unknown): boolean => problem instanceof Refusal && problem.key === STALE;

/** The verbs of the first marking. Each locks the marking first, so that two assessors write one after the other. */
@Injectable()
export class MarkingDesk {
  constructor(
    private readonly db: Database,
    private readonly log: ActivityLog,
    private readonly marks: Marks,
    private readonly graded: GradedWork,
    private readonly standings: CheckStandings,
  ) {}

  /** One criterion. `seen`: the version of its mark that the page showed, 0 for none. The same form sent twice counts once. */
  async answer(work: Work, code: string, seen: number, form: Answer, me: Signed): Promise<void> {
    const graded = await this.graded.toMark(work);
    const criterion = graded.criteria.find((each) => each.code === code);
    if (!criterion) throw notFound();
    if (criterion.outcome === 'error') throw conflict('assessment.machine_first');
    const read = readAnswer(criterion, form);
    if ('problems' in read) throw invalid(read.problems);
    try {
      await this.db.transaction(async () => {
        await this.lock(work, graded.runId, me);
        const newest = (await this.marks.inForce(work.submissionId)).get(code);
        if ((newest?.version ?? 0) !== seen) throw conflict(STALE);
        await this.keep(work, graded.runId, criterion, seen + 1, read.judgement, me);
      });
    } catch (problem) {
      if (!isStale(problem)) throw problem;
      const newest = (await this.marks.inForce(work.submissionId)).get(code);
      if (!newest || !isSame(newest, read.judgement, me)) throw problem;
    }
  }

  /** "รับรองทั้งหมดที่เหลือ". `seen`: the version of the marking that the page showed. */
  async acceptTogether(work: Work, seen: number, me: Signed): Promise<number> {
    const graded = await this.graded.toMark(work);
    return this.db.transaction(async () => {
      const marked = await this.marks.inForce(work.submissionId);
      const rest = graded.criteria.filter((each) => mayAcceptTogether(each) && !isMarked(each, marked));
      if (rest.length === 0) return 0;
      const version = await this.lock(work, graded.runId, me);
      if (version !== seen + 1) throw conflict(STALE);
      for (const criterion of rest) {
        const read = readAnswer(criterion, { answer: 'accept' });
        const next = (marked.get(criterion.code)?.version ?? 0) + 1;
        if ('judgement' in read) await this.keep(work, graded.runId, criterion, next, read.judgement, me);
      }
      return rest.length;
    });
  }

  /** Her name and the time under all criteria: from now on nothing of this stage changes, and the learner sees it. */
  async sign(work: Work, seen: number, me: Signed): Promise<void> {
    const graded = await this.graded.toMark(work);
    await this.db.transaction(async () => {
      const [signed] = await this.db.sql`UPDATE "marking" SET "status" = 'marking_completed', "version" = "version" + 1,
          "signedBy" = ${me.id}, "signedAt" = ${new Date()}
        WHERE "submissionId" = ${work.submissionId} AND "stage" = ${FIRST} AND "version" = ${seen}
        AND "status" IN ${list(statusesBefore('sign'))} RETURNING "version"`;
      const marked = await this.marks.inForce(work.submissionId);
      if (!signed) return this.whyNotSigned(work, graded, marked, me);
      requireComplete(graded, marked);
      const marks = [...marked.values()].map(({ id, criterion, verdict, assessorId }) => [
        criterion,
        verdict,
        id,
        assessorId,
      ]);
      await this.standings.count(work.centreId, graded.checks, marked);
      this.note(work, 'marking.completed', me, { runId: graded.runId, sha: work.sha, marks: marks.sort() });
    });
  }

  /** The second of two presses finds her own signature and is content. */
  private async whyNotSigned(work: Work, graded: Graded, marked: Map<string, Mark>, me: Signed): Promise<void> {
    const [now] = await this.db.sql<{
      status: string;
      signedBy: string | null;
    }>`SELECT "status", "signedBy" FROM "marking"
      WHERE "submissionId" = ${work.submissionId} AND "stage" = ${FIRST}`;
    if (now?.status === 'marking_completed' && now.signedBy === me.id) return;
    if (now?.status === 'marking_completed') throw conflict('assessment.signed_already');
    requireComplete(graded, marked);
    throw conflict(STALE);
  }

  private async lock(work: Work, runId: string, me: Signed): Promise<number> {
    const [row] = await this.db.sql<{
      version: number;
    }>`UPDATE "marking" SET "version" = "version" + 1, "status" = 'in_marking',
        "runId" = COALESCE("runId", ${runId}), "begunBy" = COALESCE("begunBy", ${me.id}), "begunAt" = COALESCE("begunAt", ${new Date()})
      WHERE "submissionId" = ${work.submissionId} AND "stage" = ${FIRST} AND "status" IN ${list(statusesBefore('mark'))}
      RETURNING "version"`;
    if (!row) throw conflict('assessment.signed_already');
    if (row.version === 1) this.note(work, 'marking.begun', me, { runId });
    return row.version;
  }

  private async keep(
    work: Work,
    runId: string,
    criterion: CriterionResult,
    version: number,
    judgement: Judgement,
    me: Signed,
  ): Promise<void> {
    const { code, outcome: before } = criterion;
    const { verdict, basis, reason } = judgement;
    const { submissionId } = work;
    const markId = await this.marks.add({
      submissionId,
      runId,
      criterion: code,
      version,
      assessorId: me.id,
      judgement,
      before,
    });
    this.note(work, 'mark.given', me, { markId, criterion: code, version, verdict, basis });
    if (!reason) return;
    const told = { markId, criterion: code, before, after: verdict, reasonCode: reason.code };
    this.note(work, 'override.given', me, told);
  }

  private note({ submissionId, mode }: Work, type: string, me: Signed, payload: Record<string, unknown>): void {
    this.log.record({
      chain: `centre:${me.centreId}`,
      type,
      actor: 'person',
      personId: me.id,
      objectId: submissionId,
      payload: { stage: FIRST, mode, ...payload },
    });
  }
}

const isSame = (mark: Mark, { verdict, basis, note }: Judgement, me: Signed): boolean =>
  mark.assessorId === me.id && mark.verdict === verdict && mark.basis === basis && mark.note === note;

/** Marked, and not by agreeing with something that the machine no longer says. */
export function isMarked(criterion: CriterionResult, marks: ReadonlyMap<string, Mark>): boolean {
  const mark = marks.get(criterion.code);
  return mark !== undefined && stillStands(mark, criterion);
}

function requireComplete({ criteria }: Graded, marked: Map<string, Mark>): void {
  const missing = missingForSignature(criteria.map((each) => ({ ...each, isMarked: isMarked(each, marked) })));
  if (missing.length > 0)
    throw invalid([{ field: 'signature', key: 'assessment.not_complete', params: { count: missing.length } }]);
}
