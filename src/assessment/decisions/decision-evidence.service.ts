import { Injectable } from '@nestjs/common';
import type { Unit } from '../../practice/competency/framework.js';
import type { Application } from '../applications/applications.service.js';
import { elementsOf, planLines } from '../applications/plan.js';
import { effectiveVerdict } from '../marking/answer.js';
import { type Graded, GradedWork } from '../marking/graded-work.service.js';
import { type Mark, Marks } from '../marking/marks.service.js';
import { Results } from '../results/results.service.js';
import { askedOf } from '../rounds/blueprint.js';
import { type Round, Rounds } from '../rounds/rounds.service.js';
import { SessionRecords, type SessionWork } from '../sessions/session-records.service.js';
import { Decisions } from './decisions.service.js';
import { type DecisionBasis, unseal } from './sealed-file.js';
import { afterReassessment, type Before, type JudgedWork, type ShownByCode, shownIn } from './shown.js';
import { decideUnit, type Shown } from './unit-outcome.js';

/** What a decision would rest on now, and what still stands in its way. */
export interface Gathered {
  basis: DecisionBasis;
  /** Work of sessions that no assessor has signed yet. */
  unsigned: number;
  isUnderWay: boolean;
  /** Work that was handed in when no session was open: it is told and does not count. */
  late: number;
}

interface Judged extends JudgedWork {
  work: SessionWork;
  graded: Graded;
  marks: Map<string, Mark>;
}

/** Puts together what an application has shown: work of its sessions alone, as people judged it. Practice is never among it. */
@Injectable()
export class DecisionEvidence {
  constructor(
    private readonly rounds: Rounds,
    private readonly records: SessionRecords,
    private readonly graded: GradedWork,
    private readonly marks: Marks,
    private readonly results: Results,
    private readonly decisions: Decisions,
  ) {}

  async of(round: Round, application: Application): Promise<Gathered> {
    const { unit } = await this.rounds.unitOf(round);
    const [work, sessions] = await Promise.all([
      this.records.workOf(application.id),
      this.records.ofApplication(application.id),
    ]);
    const counted = work.filter(({ isInTime }) => isInTime);
    const ids = counted.flatMap(({ submissionId }) => submissionId ?? []);
    const signed = await this.results.signedAmong(ids);
    const judged = await this.judged(counted);
    const previous = await this.before(application);
    const shown = this.shown(unit, application, judged, previous);
    const passPercent = round.setPercent ?? round.recommendedPercent;
    const { outcome, criteria, because } = decideUnit(askedOf(unit), new Map(Object.entries(shown)), passPercent);
    const exercises = await this.rounds.exercisesOf(round.id);
    const lines = planLines(
      unit,
      application.elements,
      exercises.map(({ exercise }) => exercise),
    );
    return {
      basis: {
        round: told(round),
        learner: { id: application.learnerId, name: application.learnerName },
        plan: { ...agreed(application), exercises: exercises.map(({ id, times }) => ({ id, times })), judgedBy: lines },
        sessions: await this.sessionsOf(application.id, sessions),
        evidence: judged.map(({ work: each, graded }) => ({ ...reference(each), runId: graded.runId })),
        marks: judged.flatMap((each) => marksIn(each, unit)),
        passPercent,
        outcome,
        criteria,
        because,
        shown,
        previous: previous && { decisionId: previous.decisionId, sha256: previous.sha256 },
      },
      unsigned: ids.length - signed.size,
      isUnderWay: sessions.some(({ status }) => status === 'running' || status === 'paused'),
      late: work.filter(({ submissionId, isInTime }) => submissionId && !isInTime).length,
    };
  }

  private shown(
    unit: Unit,
    { elements }: Application,
    judged: readonly Judged[],
    previous: Before | null,
  ): ShownByCode {
    const now = shownIn(judged);
    const asked = new Set(askedOf(unit).map(({ code }) => code));
    const own = Object.fromEntries(Object.entries(now).filter(([code]) => asked.has(code)));
    if (!previous) return own;
    const codes = elementsOf(unit, elements).flatMap(({ criteria }) => criteria.map(({ code }) => code));
    return afterReassessment(previous, new Set(codes), own);
  }

  private async judged(work: readonly SessionWork[]): Promise<Judged[]> {
    const marks = await this.marks.inForceAmong(work.flatMap(({ submissionId }) => submissionId ?? []));
    return Promise.all(
      work.map(async (each) => {
        const submissionId = each.submissionId ?? '';
        const graded = await this.graded.of({ submissionId, runId: null });
        const own = marks.get(submissionId) ?? new Map<string, Mark>();
        const verdicts = new Map<string, Shown>();
        for (const criterion of graded.criteria) {
          const mark = own.get(criterion.code);
          if (mark) verdicts.set(criterion.code, effectiveVerdict(mark, criterion));
        }
        return { work: each, graded, marks: own, exercise: graded.exercise, verdicts };
      }),
    );
  }

  /** What was decided of the application that this one follows, as it was signed. */
  private async before({ previousId }: Application): Promise<(Before & { decisionId: string; sha256: string }) | null> {
    const decision = previousId ? await this.decisions.newest(previousId) : null;
    if (!decision) return null;
    const { shown, criteria } = unseal(decision.sealed);
    const standings = Object.fromEntries(criteria.map(({ code, standing }) => [code, standing]));
    return { shown, standings, decisionId: decision.id, sha256: decision.sha256 };
  }

  private async sessionsOf(
    applicationId: string,
    sessions: Awaited<ReturnType<SessionRecords['ofApplication']>>,
  ): Promise<Array<Record<string, unknown>>> {
    const events = await this.records.eventsAbout(applicationId);
    return [...sessions.map((session) => ({ ...session })), { events: events.map((event) => ({ ...event })) }];
  }
}

const told = ({ id, name, frameworkId, unitCode, place, setBy, setReason, approvedBy, approvalReason }: Round) => ({
  id,
  name,
  frameworkId,
  unitCode,
  place,
  passMark: { setBy, setReason, approvedBy, approvalReason },
});

const agreed = (application: Application) => ({
  applicationId: application.id,
  elements: application.elements,
  adjustments: application.adjustments,
  planVersion: application.planVersion,
  wording: application.wording,
  candidateAgreedAt: application.learnerAgreedAt,
  centreAgreedBy: application.staffAgreedBy,
  centreAgreedAt: application.staffAgreedAt,
});

const reference = ({ submissionId, sha, submittedAt, exerciseVersionId, attemptId, sessionId }: SessionWork) => ({
  submissionId,
  sha,
  submittedAt,
  exerciseVersionId,
  attemptId,
  sessionId,
});

/** The marks of one work that say something of the unit, each with who gave it and why. */
function marksIn({ work, marks, verdicts }: Judged, unit: Unit): Array<Record<string, unknown>> {
  const codes = unit.elements.flatMap(({ criteria }) => criteria.map(({ code }) => code));
  return codes.flatMap((criterion) => {
    const mark = marks.get(criterion);
    if (!mark) return [];
    const { id: markId, basis, note, reasonCode, assessorId, assessorName, markedAt } = mark;
    const verdict = verdicts.get(criterion);
    return [
      {
        submissionId: work.submissionId,
        criterion,
        verdict,
        markId,
        basis,
        note,
        reasonCode,
        assessorId,
        assessorName,
        markedAt,
      },
    ];
  });
}
