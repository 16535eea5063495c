import { Injectable } from '@nestjs/common';
import { type Decision, Decisions } from '../decisions/decisions.service.js';
import { unseal } from '../decisions/sealed-file.js';
import { type Round, Rounds } from '../rounds/rounds.service.js';
import { SessionAttempts } from '../sessions/session-attempts.service.js';
import { SessionRecords } from '../sessions/session-records.service.js';
import type { Application } from './applications.service.js';
import { ADJUSTMENTS, elementsOf, planLines, SELF_CHECKS } from './plan.js';

/** An application and its plan, for the candidate's phone and for the desk. */
@Injectable()
export class ApplicationPage {
  constructor(
    private readonly rounds: Rounds,
    private readonly attempts: SessionAttempts,
    private readonly records: SessionRecords,
    private readonly decisions: Decisions,
  ) {}

  async of(round: Round, application: Application): Promise<Record<string, unknown>> {
    const { unit, framework } = await this.rounds.unitOf(round);
    const exercises = await this.attempts.toDo(application);
    const [sessions, decision] = await Promise.all([
      this.records.ofApplication(application.id),
      this.decisions.newest(application.id),
    ]);
    const elements = elementsOf(unit, application.elements);
    const lines = planLines(
      unit,
      application.elements,
      exercises.map(({ exercise }) => exercise),
    );
    return {
      round,
      unit,
      framework: framework.title,
      application,
      isAgain: application.previousId !== null,
      exercises: exercises.map(({ id, exercise, times, ...rest }) => ({
        id,
        title: exercise.title,
        minutes: exercise.minutes,
        times,
        ...rest,
      })),
      minutes: exercises.reduce((sum, { exercise, times }) => sum + exercise.minutes * times, 0),
      lines: lines.map((line) => ({ ...line, statement: framework.criterion(line.code).statement })),
      adjustments: ADJUSTMENTS.map((name) => ({ name, isOn: application.adjustments.includes(name) })),
      elements: elements.map(({ code, title }) => ({
        code,
        title,
        answers: SELF_CHECKS.map((answer) => ({ answer, isChosen: application.selfCheck?.[code] === answer })),
        said: application.selfCheck?.[code] ?? null,
      })),
      sessions,
      decision: decision && decisionShown(decision),
    };
  }

  /** As `of`, with what the candidate may do at this moment. */
  async forCandidate(application: Application): Promise<Record<string, unknown>> {
    const round = await this.rounds.get(application.roundId);
    const running = await this.attempts.runningFor(application);
    return { ...(await this.of(round, application)), running, isRunning: running !== null };
  }
}

/** What a decision says, criterion by criterion, as it was sealed. */
export function decisionShown(decision: Decision) {
  const { criteria, because, passPercent } = unseal(decision.sealed);
  return {
    id: decision.id,
    outcome: decision.outcome,
    signedByName: decision.signedByName,
    signedAt: decision.signedAt,
    sha256: decision.sha256,
    passPercent,
    becauseCodes: because.join(', '),
    criteria,
  };
}
