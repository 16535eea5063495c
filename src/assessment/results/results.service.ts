import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { list } from '../../platform/database/sql.js';
import type { Language } from '../../platform/web/i18n.js';
import type { Signed } from '../../platform/web/request.js';
import { VerdictPage } from '../../practice/pages/verdict-page.service.js';
import { notFound } from '../../shared/refusal.js';
import { effectiveVerdict } from '../marking/answer.js';
import { verdictLabel } from '../marking/criterion-card.js';
import { type Graded, GradedWork } from '../marking/graded-work.service.js';
import { FIRST } from '../marking/markings.service.js';
import { type Mark, Marks } from '../marking/marks.service.js';

interface Handed {
  submissionId: string;
  learnerId: string;
  learnerName: string;
  mode: string;
  status: string;
  runId: string | null;
  submittedAt: string;
  signedByName: string | null;
  signedAt: string | null;
  sandboxId: string;
  exerciseVersionId: string;
}

/** The released result. Before the signature there is nothing to see but that somebody looks at it. */
@Injectable()
export class Results {
  constructor(
    private readonly db: Database,
    private readonly graded: GradedWork,
    private readonly marks: Marks,
    private readonly verdicts: VerdictPage,
  ) {}

  async of(submissionId: string, me: Signed, language: Language): Promise<Record<string, unknown>> {
    const handed = await this.visibleTo(submissionId, me);
    // What she agreed with follows the machine's newest word; her own judgements stand beside it.
    const graded = await this.graded.of({ submissionId, runId: null });
    const head = { handed, exercise: graded.exercise, isMine: handed.learnerId === me.id };
    if (handed.status !== 'marking_completed') return { ...head, isSigned: false };
    const marks = await this.marks.inForce(submissionId);
    const criteria = this.criteria(handed, graded, marks, language);
    const met = criteria.filter(({ verdict }) => verdict === 'met').length;
    return { ...head, isSigned: true, criteria, met, of: criteria.length };
  }

  private criteria(
    handed: Handed,
    { framework, exercise, checks, criteria }: Graded,
    marks: Map<string, Mark>,
    language: Language,
  ) {
    const { verdicts } = this.verdicts.of({ checks, points: 0, max: 0 }, exercise, handed.sandboxId, language);
    return criteria.flatMap((criterion) => {
      const { code } = criterion;
      const mark = marks.get(code);
      if (!mark) return [];
      const { basis, note } = mark;
      const verdict = effectiveVerdict(mark, criterion);
      const own = verdicts.filter((each) => each.criterion === code);
      // The machine's sentence would contradict a person who decided otherwise; where she agrees in silence it is the reason.
      const agrees = basis === 'accepted' || (basis === 'judged' && verdict !== 'met' && note === null);
      const sentences = agrees ? own.map(({ sentence }) => sentence) : [];
      return [
        { code, statement: framework.criterion(code).statement, verdict, ...verdictLabel(verdict), sentences, note },
      ];
    });
  }

  /** Which of these submissions an assessor has signed. */
  async signedAmong(submissionIds: readonly string[]): Promise<Set<string>> {
    const rows = await this.db.sql<{ submissionId: string }>`
      SELECT "submissionId" FROM "marking"
      WHERE "submissionId" IN ${list(submissionIds)} AND "stage" = ${FIRST} AND "signedAt" IS NOT NULL`;
    return new Set(rows.map(({ submissionId }) => submissionId));
  }

  /** Hers, or of a class that the trainer leads; anybody else's is not found. */
  private async visibleTo(submissionId: string, me: Signed): Promise<Handed> {
    const [row] = await this.db.sql<Handed>`
      SELECT k."submissionId", k."learnerId", p."displayName" AS "learnerName", k."mode", k."status", k."runId", k."submittedAt",
        w."displayName" AS "signedByName", k."signedAt", a."sandboxId", a."exerciseVersionId"
      FROM "marking" k JOIN "submission" s ON s."id" = k."submissionId" JOIN "attempt" a ON a."id" = s."attemptId"
      JOIN "person" p ON p."id" = k."learnerId" LEFT JOIN "person" w ON w."id" = k."signedBy"
      WHERE k."submissionId" = ${submissionId} AND k."stage" = ${FIRST} AND (k."learnerId" = ${me.id} OR EXISTS (
        SELECT 1 FROM "class_member" m JOIN "class_group" g ON g."id" = m."classId"
        WHERE m."personId" = k."learnerId" AND g."trainerId" = ${me.id}))`;
    if (!row) throw notFound();
    return row;
  }
}
